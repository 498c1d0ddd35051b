using System.Globalization;
using Mabarra.CaseManager.Beneficiaries;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>Synthetic forms that pass every rule; a test changes what it is about.</summary>
public static class Make
{
    private static int counter;

    /// <summary>A citizen nobody has registered yet.</summary>
    public static BeneficiaryForm Beneficiary(params string[] categories) => new()
    {
        FirstName = "نورة",
        FatherName = "سعد",
        GrandfatherName = "فهد",
        FamilyName = "العمري",
        IdKind = IdKind.NationalId,
        IdNumber = NationalIdOf(Interlocked.Increment(ref counter)),
        BirthOn = new DateOnly(1985, 4, 5),
        Gender = Gender.Female,
        Mobile = "0500000101",
        Categories = categories.Length > 0 ? [.. categories] : ["Widows"],
        City = "الرياض",
        District = "النسيم",
        ShortAddress = "DEMA1001",
    };

    /// <summary>A made-up citizen's number with its right check digit.</summary>
    public static string NationalIdOf(int n)
    {
        var first = string.Create(CultureInfo.InvariantCulture, $"1098{n:00000}");
        var sum = first.Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(v => v > 9 ? v - 9 : v);
        return string.Create(CultureInfo.InvariantCulture, $"{first}{(10 - (sum % 10)) % 10}");
    }
}
