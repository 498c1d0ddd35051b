using System.Globalization;
using Mabarra.CaseManager.Audit;

namespace Mabarra.CaseManager.Tests.Audit;

/// <summary>The bytes an entry is hashed from never change: old trails must verify for as long as the app lives (S9).</summary>
public sealed class AuditChainTests
{
    // Worked out by an independent script from the written form (docs/adr: audit chain), not copied from this code's output.
    private const string Golden = "0ee787cba36a78b2549ecef308d4513cc919cc008fd0cb5df2d2beaa6cc428fd";

    [Fact]
    public void S9_The_golden_entry_has_the_golden_hash() => Assert.Equal(Golden, Convert.ToHexStringLower(Entry().Hash));

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("tr-TR")]
    public void S9_The_culture_makes_no_difference(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(Golden, Convert.ToHexStringLower(Entry().Hash));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void S9_Nothing_and_empty_hash_differently() =>
        Assert.NotEqual(Entry(why: null).Hash, Entry(why: "").Hash);

    [Fact]
    public void S9_Composed_and_decomposed_letters_hash_alike() =>
        Assert.Equal(Entry(why: "\u0622").Hash, Entry(why: "\u0627\u0653").Hash);

    private static AuditEntry Entry(string? why = "سبب")
    {
        var actor = new Actor(new Guid("0190aaaa-0000-7000-8000-000000000001"), "موظفة تجريبية", new Dictionary<string, Reach>(StringComparer.Ordinal));
        var act = new Act(actor, new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc), why);
        var entry = new AuditEntry(act, "intake.request.completed", new Guid("0190aaaa-0000-7000-8000-000000000002"), "ServiceRequest", "1448-000001", "ت-6");
        entry.Seal(7, AuditChain.Genesis);
        return entry;
    }
}
