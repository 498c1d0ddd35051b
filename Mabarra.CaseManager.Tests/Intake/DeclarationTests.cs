using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Intake;

/// <summary>Who may sign the declaration on the day (ت-٤), on both databases.</summary>
public abstract class DeclarationSuite(TestDatabase database) : IntakeHouse(database)
{
    private const string Witness = "هند صالح القرني";

    private static readonly RepresentativeForm Guardian = new()
    {
        Kind = RepresentativeKind.Guardian,
        Name = "سعد فهد العمري",
        IdNumber = Make.CitizenId(70),
        BirthOn = new DateOnly(1970, 1, 1),
        Mobile = "0500000130",
        Kinship = Kinship.Parent,
        ProofNo = "4410022",
        ProofIssuer = "محكمة الأحوال الشخصية",
        ValidUntilOn = new DateOnly(2026, 12, 31),
    };

    private static readonly DeclarationForm Drawn = new() { Method = SignatureMethod.Pad, Drawing = Make.Signature() };

    private Act Clerk => By(StaffRole.FrontDesk);

    private DeclarationService Service => The<DeclarationService>();

    [Fact]
    public async Task A_minor_does_not_sign_and_her_guardian_does()
    {
        var (id, minor) = await RequestOfAsync(Make.Person(71) with { BirthOn = By().On.AddYears(-18).AddDays(1) });
        await Refused.WithAsync("intake.declaration.minor", nameof(DeclarationForm.SignerId), () => SignAsync(id, Drawn));
        var guardian = await AddAsync(minor, Guardian);

        await SignAsync(id, Drawn with { SignerId = guardian });

        var declaration = (await RequestAsync(id)).Declaration!;
        Assert.Equal((Guardian.Name, (RepresentativeKind?)RepresentativeKind.Guardian, Guardian.ProofNo), (declaration.SignerName, declaration.SignerKind, declaration.SignerProofNo));
    }

    [Fact]
    public async Task She_signs_herself_from_the_day_she_is_eighteen()
    {
        var (id, _) = await RequestOfAsync(Make.Person(72) with { BirthOn = By().On.AddYears(-18) });
        await SignAsync(id, Drawn);
        Assert.Null((await RequestAsync(id)).Declaration!.SignerName);
    }

    [Fact]
    public async Task Whose_paper_ran_out_or_does_not_cover_signing_or_is_of_another_file_signs_nothing()
    {
        var (id, person) = await RequestOfAsync(Make.Person(73));
        var (_, another) = await RequestOfAsync(Make.Person(74));
        var strangers = new[] { await AddAsync(another, Guardian), await AddAsync(person, Guardian with { MaySign = false }), Guid.NewGuid() };
        foreach (var signer in strangers)
            await Refused.WithAsync("intake.declaration.signer", nameof(DeclarationForm.SignerId), () => SignAsync(id, Drawn with { SignerId = signer }));
        var guardian = await AddAsync(person, Guardian);
        Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 21, 0, 0, TimeSpan.Zero)); // midnight in Riyadh
        await Refused.WithAsync("intake.declaration.signer", nameof(DeclarationForm.SignerId), () => SignAsync(id, Drawn with { SignerId = guardian }));
    }

    [Fact]
    public async Task Of_whom_the_file_says_that_she_cannot_read_a_witness_is_asked_whatever_was_ticked()
    {
        var (id, person) = await RequestOfAsync(Make.Person(75));
        var file = (await The<BeneficiaryQueries>().OpenAsync(Clerk, person, Cancel))!;
        await The<FileUpkeepService>().AddMoreAsync(Clerk, person, file.Version, new MoreForm { IsLiterate = false }, Cancel);
        await Refused.WithAsync("intake.declaration.witness", nameof(DeclarationForm.WitnessName), () => SignAsync(id, Drawn));
        await SignAsync(id, Drawn with { WitnessName = Witness });
        Assert.Equal((Witness, true), ((await RequestAsync(id)).Declaration!.WitnessName, (await RequestAsync(id)).Declaration!.IsReadAloud));
        // Her agent's reading is another matter.
        await SignAsync(id, Drawn with { SignerId = await AddAsync(person, Guardian with { Kind = RepresentativeKind.Agent }) });
        Assert.Equal((null, false), ((await RequestAsync(id)).Declaration!.WitnessName, (await RequestAsync(id)).Declaration!.IsReadAloud));
    }

    private async Task<(Guid Request, Guid Person)> RequestOfAsync(BeneficiaryForm form)
    {
        var person = await The<BeneficiaryService>().RegisterAsync(Clerk, Guid.CreateVersion7(), form, Cancel);
        return (await OpenRequestAsync(true, person), person);
    }

    private Task<Guid> AddAsync(Guid person, RepresentativeForm form) => The<RepresentativeService>().AddAsync(Clerk, Guid.CreateVersion7(), person, form, Cancel);

    private async Task SignAsync(Guid id, DeclarationForm form) => await Service.SignAsync(Clerk, id, await VersionAsync(id), form, Cancel);
}

public sealed class DeclarationTests() : DeclarationSuite(TestDatabase.Sqlite());
