using System.Reflection;
using Mabarra.CaseManager.Administration;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Staff;

/// <summary>The one file of rights, and the code that names them.</summary>
public sealed class AuthorizationMatrixTests
{
    /// <summary>DOMAIN.md §3.8, written a second time: FrontDesk, CommitteeMember, LiaisonOfficer, HumanResources, SeniorManagement, SystemAdmin.</summary>
    [Theory]
    [InlineData("beneficiaries.view", "All None Own None All None")]
    [InlineData("beneficiaries.edit", "All None Own None None None")]
    [InlineData("beneficiaries.sensitive", "None None Own None Reason None")]
    [InlineData("beneficiaries.merge", "None None None None All None")]
    [InlineData("intake.view", "All None Own None All None")]
    [InlineData("intake.edit", "All None Own None None None")]
    [InlineData("intake.exempt", "None None None None All None")]
    [InlineData("intake.revoke", "None None None None All None")]
    [InlineData("intake.revoke.again", "None None None None All None")]
    [InlineData("intake.archive", "None None None None All None")]
    [InlineData("committees.view", "None Own None None All All")]
    [InlineData("committees.edit", "None Own None None All All")]
    [InlineData("review.view", "None Own Own None All None")]
    [InlineData("review.sittings", "None Own None None All None")]
    [InlineData("review.ready", "None Own Own None None None")]
    [InlineData("review.vote", "None Own None None None None")]
    [InlineData("review.defer", "None None None None All None")]
    [InlineData("studies.edit", "None None Own None None None")]
    [InlineData("review.manage", "None Own None None None None")]
    [InlineData("documents.sensitive", "Intake None Own None Reason None")]
    [InlineData("holidays.view", "All All All All All All")]
    [InlineData("holidays.edit", "None None None All All All")]
    [InlineData("lists.edit", "None None None None All All")]
    [InlineData("accounts.edit", "None None None None None All")]
    [InlineData("audit.view", "None None None None All All")]
    [InlineData("access.view", "None None None None All None")]
    [InlineData("lists.export", "All None Own All All All")]
    [InlineData("backups.run", "None None None None None All")]
    public void Rights_are_those_of_the_policy(string permission, string reaches) =>
        Assert.Equal(reaches, string.Join(' ', Enum.GetValues<StaffRole>().Where(r => r != StaffRole.Supervisor).Select(r => AuthorizationMatrix.ReachOf(permission, r))));

    /// <summary>«supervisor» of DOMAIN.md §3.1: exempts, takes completeness back once, puts away; takes nothing in, and a second time is senior management's.</summary>
    [Fact]
    public void Supervisor_of_the_desk_approves_and_takes_nothing_in()
    {
        var reaches = AuthorizationMatrix.ReachesOf(new HashSet<StaffRole> { StaffRole.Supervisor });
        Assert.Superset(new HashSet<string>(["intake.view", "intake.exempt", "intake.revoke", "intake.archive"], StringComparer.Ordinal), reaches.Keys.ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain(reaches.Keys, p => p is "intake.edit" or "beneficiaries.edit" or "intake.revoke.again" or "lists.edit" or "documents.sensitive");
    }

    [Fact]
    public void A13_Administrator_sees_no_case_content() =>
        Assert.DoesNotContain(AuthorizationMatrix.ReachesOf(new HashSet<StaffRole> { StaffRole.SystemAdmin }).Keys, p => p.Split('.')[0] is "beneficiaries" or "intake" or "documents" or "access");

    [Fact]
    public void Two_roles_reach_as_far_as_the_wider()
    {
        var both = AuthorizationMatrix.ReachesOf(new HashSet<StaffRole> { StaffRole.LiaisonOfficer, StaffRole.SeniorManagement });
        Assert.Equal((Reach.All, Reach.Reason), (both["beneficiaries.view"], both["documents.sensitive"]));
    }

    [Fact]
    public void Every_permission_named_in_code_stands_in_the_file()
    {
        var named = typeof(Composition).Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(f => f.IsLiteral && f.FieldType == typeof(string) && f.Name.EndsWith("Permission", StringComparison.Ordinal))
            .Select(f => (string)f.GetRawConstantValue()!)
            .Where(p => p.Contains('.', StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(named);
        Assert.Empty(named.Except(AuthorizationMatrix.Permissions, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_permission_has_its_words() =>
        Assert.All(AuthorizationMatrix.Permissions, p => Assert.NotEmpty(Words.Of<AdministrationText>("permission." + p)));
}
