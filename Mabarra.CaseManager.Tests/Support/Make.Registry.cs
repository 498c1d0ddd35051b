using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Holidays;

namespace Mabarra.CaseManager.Tests.Support;

/// <content>People told apart by a number, and days off, made-up (DOMAIN.md §7).</content>
public static partial class Make
{
    /// <param name="n">Tells people apart: identity number and mobile are made from it.</param>
    /// <param name="name">The four parts of the name, with spaces between.</param>
    public static BeneficiaryForm Person(int n = 1, string name = "نورة سعد فهد العمري", params string[] categories)
    {
        var parts = name.Split(' ');
        return new BeneficiaryForm
        {
            FirstName = parts[0],
            FatherName = parts[1],
            GrandfatherName = parts[2],
            FamilyName = parts[3],
            IdKind = IdKind.NationalId,
            IdNumber = CitizenId(n),
            BirthOn = new DateOnly(1985, 4, 5),
            BirthEnteredAs = CalendarKind.Hijri,
            Gender = Gender.Female,
            Mobile = $"05000001{n:D2}",
            Email = "beneficiary@example.com",
            Categories = categories.Length > 0 ? [.. categories] : ["Widows"],
            City = "المدينة المنورة",
            District = "العزيزية",
            BuildingNo = "1001",
            ShortAddress = "DEMA1001",
        };
    }

    /// <summary>The n-th of the sequence DOMAIN.md §7 begins: passes the check, belongs to nobody we know of.</summary>
    public static string CitizenId(int n) => WithCheckDigit($"10990{n:D4}");

    public static string ResidentId(int n) => WithCheckDigit($"20990{n:D4}");

    public static HolidayForm Holiday(DateOnly on, string? circular = null, HolidayKind kind = HolidayKind.EmergencyClosure) =>
        new() { On = on, NameAr = "إغلاق بسبب الأمطار", NameEn = "Closed for rain", Kind = kind, SourceRef = circular };

    private static string WithCheckDigit(string nine)
    {
        var sum = nine.Select((c, i) => i % 2 == 0 ? (c - '0') * 2 : c - '0').Sum(v => (v / 10) + (v % 10));
        return $"{nine}{(10 - (sum % 10)) % 10}";
    }
}
