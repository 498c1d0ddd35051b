using System.Globalization;
using Mabarra.CaseManager.Beneficiaries;

namespace Mabarra.CaseManager.Demo;

/// <summary>Opens a made-up file, and fills it as far as such a file is filled at the desk.</summary>
internal static class DemoFamilySteps
{
    private const int GuardianSerial = 301;
    private static readonly string[] Children = ["ليان", "محمد", "رهف", "خالد", "جنى", "عبدالملك", "شهد", "أنس"];

    public static void Add(DemoTimeline time, DemoPerson person, DateTime at)
    {
        time.Add(at, async (desk, cancel) =>
        {
            person.Id = await desk.The<BeneficiaryService>().RegisterAsync(desk.By(DemoStaff.Clerk), desk.NextKey(), person.Form(), cancel);
            await UpkeepAsync(desk, person, cancel);
            if (person.IsMinor)
                await GuardianAsync(desk, person, cancel);
            else if (person.No % 3 != 2)
                await FamilyAsync(desk, person, cancel);
            if (person.Category == "Debtors")
                await DebtAsync(desk, person, cancel);
        });
        if (person.Category is "Patients" or "PrisonerFamilies")
            time.Add(at.AddMinutes(2), (desk, cancel) => FlagAsync(desk, person, cancel));
    }

    private static async Task UpkeepAsync(DemoDesk desk, DemoPerson person, CancellationToken cancel)
    {
        var keep = desk.The<FileUpkeepService>();
        await keep.SightIdAsync(desk.By(DemoStaff.Clerk), person.Id, await VersionAsync(desk, person, cancel), cancel);
        await keep.AddMoreAsync(desk.By(DemoStaff.Clerk), person.Id, await VersionAsync(desk, person, cancel), new MoreForm
        {
            MaritalStatus = Marital(person),
            PreferredChannel = PreferredChannel.Phone,
            IsLiterate = person.Category != "Elderly",
        }, cancel);
        if (person.No < DemoNumbers.Ibans.Length)
            await desk.The<BankAccountService>().SaveAsync(desk.By(DemoStaff.Clerk), person.Id, null, new BankAccountForm { Iban = DemoNumbers.Ibans[person.No] }, cancel);
    }

    private static MaritalStatus Marital(DemoPerson person) => person.Category switch
    {
        "Widows" => MaritalStatus.Widowed,
        "Divorced" => MaritalStatus.Divorced,
        "Abandoned" => MaritalStatus.Abandoned,
        "Orphans" or "Students" or "NewlyWed" => MaritalStatus.Single,
        _ => MaritalStatus.Married,
    };

    private static async Task FamilyAsync(DemoDesk desk, DemoPerson person, CancellationToken cancel)
    {
        var clerk = desk.By(DemoStaff.Clerk);
        var father = person.Gender == Gender.Male ? person.First : "عبدالله";
        foreach (var i in Enumerable.Range(0, person.Category is "Students" or "NewlyWed" ? 0 : 1 + (person.No % 3)))
        {
            var place = (person.No + i) % Children.Length;
            await desk.The<HouseholdService>().AddAsync(clerk, desk.NextKey(), person.Id, new MemberForm
            {
                Name = $"{Children[place]} {father} {person.Family}",
                Kinship = Kinship.Child,
                BirthOn = new DateOnly(2009 + ((person.No + (i * 3)) % 12), 1 + (person.No % 12), 3 + i),
                Gender = place % 2 == 0 ? Gender.Female : Gender.Male,
                Education = EducationStage.Primary,
            }, cancel);
        }

        await desk.The<MeansService>().AddIncomeAsync(clerk, desk.NextKey(), person.Id, new IncomeForm
        {
            Kind = person.Category == "Elderly" ? IncomeKind.Pension : IncomeKind.SocialSecurity,
            MonthlyAmount = Money.Of(1_320 + (person.No * 35)),
        }, cancel);
        var isRented = person.No % 3 == 0;
        await desk.The<MeansService>().SaveHousingAsync(clerk, person.Id, null, new HousingForm
        {
            Tenure = isRented ? Tenure.Rented : Tenure.WithFamily,
            Kind = isRented ? HomeKind.Apartment : HomeKind.Popular,
            Rooms = 3,
            AnnualRent = isRented ? Money.Of(18_000) : null,
            Condition = person.No % 2 == 0 ? HomeCondition.Fair : HomeCondition.Poor,
        }, cancel);
    }

    private static Task<Guid> DebtAsync(DemoDesk desk, DemoPerson person, CancellationToken cancel) => desk.The<MeansService>().AddDebtAsync(
        desk.By(DemoStaff.Clerk), desk.NextKey(), person.Id, new DebtForm { Creditor = "شركة تمويل", Amount = Money.Of(24_000), Monthly = Money.Of(900), Reason = "شراء سيارة وتعثر بعد فقد العمل", IsEnforced = true }, cancel);

    /// <summary>An orphan under age acts through a guardian: the uncle, of the same family.</summary>
    private static Task<Guid> GuardianAsync(DemoDesk desk, DemoPerson person, CancellationToken cancel) => desk.The<RepresentativeService>().AddAsync(
        desk.By(DemoStaff.Clerk), desk.NextKey(), person.Id, new RepresentativeForm
        {
            Kind = RepresentativeKind.Guardian,
            Name = $"مساعد {person.Grandfather} {person.Family}",
            IdNumber = DemoNumbers.Id("1099", GuardianSerial + person.No),
            BirthOn = new DateOnly(1976, 3, 9),
            Mobile = person.Mobile,
            Kinship = Kinship.UncleOrAunt,
            ProofNo = string.Create(CultureInfo.InvariantCulture, $"4471{person.No:000}"),
            ProofIssuer = "محكمة الأحوال الشخصية",
        }, cancel);

    private static async Task FlagAsync(DemoDesk desk, DemoPerson person, CancellationToken cancel)
    {
        if (!desk.IsCharged(DemoStaff.Officer, person.Category))
            return;
        await desk.The<SensitivityService>().RaiseAsync(desk.By(DemoStaff.Officer), desk.NextKey(), person.Id, new FlagForm
        {
            Kind = person.Category == "Patients" ? SensitivityKind.Health : SensitivityKind.PrisonerFamily,
            Note = person.Category == "Patients" ? "غسيل كلوي ثلاث مرات في الأسبوع" : "تُراعى خصوصية الأسرة عند الاتصال",
        }, cancel);
    }

    private static Task<Guid> VersionAsync(DemoDesk desk, DemoPerson person, CancellationToken cancel) => desk.VersionAsync<Beneficiary>(person.Id, cancel);
}
