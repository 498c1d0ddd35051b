using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Staff.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Administration.SetUp;

/// <summary>What the set-up page asks for.</summary>
public sealed record FirstAdministrator
{
    public required string? Code { get; init; }

    public required string? FullName { get; init; }

    public required string? UserName { get; init; }

    public required string? Password { get; init; }

    public required string? PasswordAgain { get; init; }

    public required string? AssociationName { get; init; }
}

/// <summary>Makes the first administrator, once.</summary>
internal sealed class SetUpService(CaseWriter writer, SetUpCode code, NewAccounts accounts, TimeProvider clock)
{
    // One submission for the life of the database: whoever comes second, on whatever node, gets the first one's answer.
    private static readonly Guid Once = new("0193a000-5e70-7000-8000-000000000001");

    /// <returns>False when somebody else was first.</returns>
    public async Task<bool> RunAsync(FirstAdministrator form)
    {
        if (code.IsClosed)
            throw new RuleViolation("setup.code.closed");
        if (!code.Matches(form.Code))
            throw new RuleViolation("setup.code.wrong", nameof(form.Code));
        var check = new FieldChecks();
        var name = check.Line(form.AssociationName, nameof(form.AssociationName), max: 120, min: 2);
        var fullName = check.Line(form.FullName, nameof(form.FullName), max: 160, min: 2);
        var userName = check.Required(form.UserName, nameof(form.UserName), CleanText.UserName);
        check.That(string.Equals(form.Password, form.PasswordAgain, StringComparison.Ordinal), "setup.password.differs", nameof(form.PasswordAgain));
        if (PasswordRules.Refuse(form.Password, userName) is { } refusal)
            check.Add(refusal, nameof(form.Password));
        check.ThrowIfAny();

        // Hashing is slow and waits outside the gate.
        var user = accounts.Make(userName, fullName, [StaffRole.SystemAdmin], form.Password!);
        var act = new Act(Actor.System, clock.Now);
        var made = await writer.SaveOnceAsync(Once, act, async db =>
        {
            if (await db.Users.AnyAsync())
                return Guid.Empty;
            var setting = new Setting(Setting.AssociationName, name);
            db.Add(user);
            db.Add(setting);
            db.Record(act, "account.setup.made", user.Id, nameof(StaffUser), user.UserName);
            db.Record(act, "setting.made", setting, setting.Key);
            return user.Id;
        });
        return made == user.Id;
    }
}
