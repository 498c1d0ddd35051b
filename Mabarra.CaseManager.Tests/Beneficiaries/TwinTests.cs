using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Beneficiaries;

/// <summary>Finding the same person before a second file is opened, on both databases.</summary>
public abstract class TwinSuite(TestDatabase database) : RegistryHouse(database)
{
    private BeneficiaryTwins Twins => The<BeneficiaryTwins>();

    [Theory]
    [InlineData("نورة سعد فهد العمري", "1985-04-05", true)]
    [InlineData("نوره سعد فهد العمرى", "1985-04-05", true)]
    [InlineData("نورة سعد محمد العمري", "1985-04-05", true)]
    [InlineData("نورة سعد فهد العمرو", "1985-04-05", true)]
    [InlineData("نورا سعد فهد العمري", "1985-04-05", true)]
    [InlineData("نورة سعد فهد العمري", "1985-05-04", true)]
    [InlineData("نورة سعد فهد العمري", "1991-04-05", false)]
    [InlineData("نورة سعد محمد العمري", "1985-04-06", false)]
    [InlineData("نورة خالد محمد الحربي", "1985-04-05", false)]
    [InlineData("هدى سعد فهد الشهري", "1985-04-05", false)]
    public async Task A_similar_name_and_age_is_told(string name, string birth, bool told)
    {
        var form = Make.Person(2, name) with { BirthOn = DateOnly.Parse(birth, System.Globalization.CultureInfo.InvariantCulture) };
        var twins = await Twins.ByNameAsync(Clerk, form, null, Cancel);
        Assert.Equal(told ? [(TwinReason.Name, File)] : [], twins.Select(t => (t.Reason, t.Hit.Id)));
    }

    [Fact]
    public async Task Neither_ones_own_file_nor_one_out_of_reach_nor_a_half_typed_form_is_told()
    {
        Assert.Empty(await Twins.ByNameAsync(Clerk, Make.Person(), File, Cancel));
        Assert.Empty(await Twins.ByNameAsync(ByLiaison("Orphans"), Make.Person(), null, Cancel));
        Assert.Empty(await Twins.ByNameAsync(Clerk, new BeneficiaryForm(), null, Cancel));
        Assert.Empty(await Twins.ByNameAsync(Clerk, Make.Person() with { BirthOn = DateOnly.MinValue }, null, Cancel));
        Assert.Empty(await Twins.ByNameAsync(Clerk, Make.Person() with { FirstName = "%", FamilyName = "_" }, null, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => Twins.ByNameAsync(By(StaffRole.SystemAdmin), Make.Person(), null, Cancel));
    }

    [Fact]
    public async Task A_member_or_agent_of_another_file_is_told_by_his_number()
    {
        await The<HouseholdService>().AddAsync(Clerk, Guid.CreateVersion7(), File, new MemberForm { Name = "عبدالله القحطاني", Kinship = Kinship.Child, IdNumber = Make.CitizenId(20) }, Cancel);
        await The<RepresentativeService>().AddAsync(Clerk, Guid.CreateVersion7(), File, new RepresentativeForm
        {
            Kind = RepresentativeKind.Agent,
            Name = "سعد العمري",
            IdNumber = Make.CitizenId(30),
            Mobile = "0500000130",
            Kinship = Kinship.Sibling,
            ProofNo = "1",
            ProofIssuer = "كتابة العدل",
        }, Cancel);

        Assert.Equal([(TwinReason.Member, File)], await ByIdAsync(Clerk, "١٠٩٩٠ " + Make.CitizenId(20)[5..]));
        Assert.Equal([(TwinReason.Representative, File)], await ByIdAsync(Clerk, Make.CitizenId(30)));
        Assert.Empty(await ByIdAsync(Clerk, Make.CitizenId(1)));
        Assert.Empty(await ByIdAsync(Clerk, "10990"));
        Assert.Empty(await ByIdAsync(ByLiaison("Orphans"), Make.CitizenId(20)));
    }

    private async Task<IEnumerable<(TwinReason, Guid)>> ByIdAsync(Act act, string typed) =>
        (await Twins.ByIdElsewhereAsync(act, IdKind.NationalId, typed, null, Cancel)).Select(t => (t.Reason, t.Hit.Id));
}

public sealed class TwinTests() : TwinSuite(TestDatabase.Sqlite());
