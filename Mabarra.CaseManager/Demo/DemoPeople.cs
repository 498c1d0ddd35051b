using System.Globalization;
using Mabarra.CaseManager.Beneficiaries;

namespace Mabarra.CaseManager.Demo;

/// <summary>One of the sixty made-up people. Names and numbers are made by sequence (DOMAIN.md §7) and belong to nobody.</summary>
internal sealed record DemoPerson(int No, string First, string Father, string Grandfather, string Family, Gender Gender, string Category)
{
    /// <summary>The first twelve citizens and six residents have the numbers DOMAIN.md §7 lists; the rest go on counting.</summary>
    public bool IsResident { get; init; }

    public int Serial { get; init; }

    public string? Nationality { get; init; }

    public string FullName => string.Join(' ', First, Father, Grandfather, Family).TrimEnd();

    public string IdNumber => DemoNumbers.Id(IsResident ? "2099" : "1099", Serial);

    public string Mobile => string.Create(CultureInfo.InvariantCulture, $"0500000{101 + No}");

    public bool IsMinor => Category is "Orphans" or "UnknownParentage";

    public DateOnly BirthOn => new(BirthYear, 1 + (No * 5 % 12), 1 + (No * 11 % 28));

    /// <summary>Her file, once it is open.</summary>
    public Guid Id { get; set; }

    private int BirthYear => Category switch
    {
        "Orphans" => 2013 + (No % 5),
        "Elderly" => 1946 + (No % 8),
        "Students" or "NewlyWed" => 2001 + (No % 4),
        _ => 1972 + (No * 3 % 22),
    };

    public BeneficiaryForm Form() => new()
    {
        FirstName = First,
        FatherName = Father,
        GrandfatherName = Grandfather,
        FamilyName = Family,
        IdKind = IsResident ? IdKind.Iqama : IdKind.NationalId,
        IdNumber = IdNumber,
        BirthOn = BirthOn,
        BirthEnteredAs = IsResident ? CalendarKind.Gregorian : CalendarKind.Hijri,
        Gender = Gender,
        Nationality = Nationality,
        Mobile = Mobile,
        Email = No % 4 == 0 ? string.Create(CultureInfo.InvariantCulture, $"m{101 + No}@example.com") : null,
        Categories = No % 9 == 4 ? [Category, "LowIncome"] : [Category],
        City = "الرياض",
        District = DemoPeople.Districts[No % DemoPeople.Districts.Length],
        Street = DemoPeople.Streets[No % DemoPeople.Streets.Length],
        BuildingNo = string.Create(CultureInfo.InvariantCulture, $"{1001 + No}"),
        SecondaryNo = string.Create(CultureInfo.InvariantCulture, $"{3001 + (No * 7)}"),
        PostalCode = "12345",
        ShortAddress = string.Create(CultureInfo.InvariantCulture, $"DEMA{1001 + No}"),
    };
}

/// <summary>Numbers made by counting, with their right check digit.</summary>
internal static class DemoNumbers
{
    /// <summary>Accounts that pass the check and belong to nobody (DOMAIN.md §7).</summary>
    public static readonly string[] Ibans =
    [
        "SA6780000000990000000001", "SA5210000000990000000002", "SA5120000000990000000003", "SA8205000000990000000004", "SA8115000000990000000005",
        "SA9330000000990000000006", "SA0845000000990000000007", "SA0755000000990000000008", "SA9060000000990000000009", "SA7665000000990000000010",
    ];

    public static string Id(string head, int n)
    {
        var first = string.Create(CultureInfo.InvariantCulture, $"{head}{n:00000}");
        var sum = first.Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(v => v > 9 ? v - 9 : v);
        return string.Create(CultureInfo.InvariantCulture, $"{first}{(10 - (sum % 10)) % 10}");
    }
}

/// <summary>Who they are. Pairs that a search must bring together are among them: أمل and امل, فاطمة and فاطمه, عبدالله and عبد الله, هدى and هدي.</summary>
internal static class DemoPeople
{
    public const int Count = 60;

    public static readonly string[] Districts = ["النسيم", "الروضة", "السويدي", "العزيزية", "الشفا", "النظيم", "الدار البيضاء", "الفيحاء"];
    public static readonly string[] Streets = ["شارع الأمانة", "شارع الوفاء", "شارع السنابل", "شارع الينابيع", "شارع البساتين"];

    /// <summary>First, father, grandfather, family, F or M, category; a nationality makes a resident.</summary>
    private const string Rows =
        """
        نورة|سعد|فهد|العمري|F|Widows
        مها|عبدالرحمن|علي|الحربي|F|Divorced
        أمل|إبراهيم|صالح|الغامدي|F|Patients
        هدى|محمد|ناصر|الشهري|F|PrisonerFamilies
        فاطمة|حسن|يحيى|الزهراني|F|Widows
        آمنة|أحمد|عبدالله|البلوي|F|Elderly
        سلمى|خالد|عوض|المطيري|F|Divorced
        عبدالله|ماجد|سالم|القحطاني|M|Debtors
        إبراهيم|يوسف|حمد|السبيعي|M|Disabled
        ياسر|عبدالعزيز|راشد|الرشيدي|M|LowIncome
        مؤمن|طارق|زكي|حسين|M|LowIncome|مصري
        خديجة|بشير|آدم|محمد|F|Widows|سودانية
        امل|ابراهيم|سعيد|الغامدي|F|ProductiveFamilies
        فاطمه|حسن|علي|الزهراني|F|Abandoned
        عبد الله|ماجد|فهد|القحطاني|M|Unemployed
        هدي|محمد|صالح|العمري|F|Orphans
        ريان|سعد|علي|الحربي|M|Orphans
        جود|فهد|ناصر|المطيري|F|Orphans
        لمى|خالد|محمد|الشهري|F|Students
        سلطان|أحمد|يحيى|البلوي|M|Elderly
        منيرة|عوض|حمد|السبيعي|F|Widows
        حصة|راشد|سالم|الرشيدي|F|Elderly
        تركي|يوسف|صالح|العمري|M|Released
        بدر|علي|فهد|الغامدي|M|Disaster
        عائشة|محمد|حسن|الزهراني|F|Divorced
        مريم|إبراهيم|أحمد|الشهري|F|Patients
        صالح|ناصر|عوض|القحطاني|M|Patients
        وليد|خالد|حمد|المطيري|M|NewlyWed
        زينب|بشير|يوسف|آدم|F|Abandoned|سودانية
        سمير|زكي|طارق|حسين|M|Disabled|مصري
        نوف|عبدالعزيز|سعد|السبيعي|F|PrisonerFamilies
        أسماء|سالم|راشد|البلوي|F|LowIncome
        فيصل|حمد|علي|الرشيدي|M|Debtors
        شريفة|يحيى|محمد|الزهراني|F|Elderly
        غادة|صالح|إبراهيم|العمري|F|ProductiveFamilies
        ناصر|فهد|خالد|الحربي|M|Unemployed
        رغد|ماجد|ناصر|الغامدي|F|Students
        عبدالرحمن|سعد|عوض|الشهري|M|Disabled
        لطيفة|علي|سالم|القحطاني|F|Widows
        خلود|أحمد|حمد|المطيري|F|Divorced
        ماجد|يوسف|راشد|السبيعي|M|LowIncome
        ابتسام|حسن|صالح|البلوي|F|Patients
        مشاري|عبدالله|فهد|الرشيدي|M|Orphans
        دانة|محمد|خالد|الزهراني|F|Orphans
        عمر|آدم|بشير|محمد|M|Wayfarer|تشادي
        سارة|ناصر|علي|العمري|F|LowIncome
        حمد|سالم|يحيى|الحربي|M|Elderly
        بسمة|راشد|أحمد|الغامدي|F|PrisonerFamilies
        عادل|إبراهيم|سعد|الشهري|M|Debtors
        رقية|يوسف|حسن|حسين|F|LowIncome|يمنية
        هيا|فهد|محمد|القحطاني|F|Widows
        طلال|علي|ناصر|المطيري|M|Released
        نجلاء|خالد|سالم|السبيعي|F|Abandoned
        عبدالعزيز|حمد|صالح|البلوي|M|Patients
        أريج|عوض|إبراهيم|الرشيدي|F|NewlyWed
        جميلة|أحمد|يوسف|الزهراني|F|Elderly
        سعود|راشد|فهد|العمري|M|Unemployed
        وفاء|سعد|حمد|الحربي|F|Divorced
        منال|يحيى|علي|الغامدي|F|ProductiveFamilies
        راكان|محمد|سالم|الشهري|M|Students
        """;

    public static IReadOnlyList<DemoPerson> Make()
    {
        var (citizens, residents) = (0, 0);
        List<DemoPerson> people = [];
        foreach (var cells in Rows.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split('|')))
        {
            var isResident = cells.Length > 6;
            people.Add(new DemoPerson(people.Count, cells[0], cells[1], cells[2], cells[3], cells[4] == "F" ? Gender.Female : Gender.Male, cells[5])
            {
                IsResident = isResident,
                Serial = isResident ? ++residents : ++citizens,
                Nationality = isResident ? cells[6] : null,
            });
        }

        return people;
    }
}
