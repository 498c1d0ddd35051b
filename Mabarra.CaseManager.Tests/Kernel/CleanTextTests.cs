using CsCheck;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Kernel;

/// <summary>What the catalogue's rows do not say by themselves.</summary>
public sealed class CleanTextTests
{
    private static readonly Gen<string> Anything = Gen.Frequency(
        (4, Gen.OneOf(Gen.Char['\u0600', '\u06FF'], Gen.Char[' ', '~'], Gen.Char['\u2000', '\u206F'], Gen.Char['\uFB50', '\uFEFF'], Gen.Char['\u0300', '\u0345'], Any.Of("\n\r\t\u0640\u200D\uFE0F\u2764")).Array[0, 30].Select(c => new string(c))),
        (1, Gen.Char['\0', '\uFFFF'].Array[0, 12].Select(c => new string(c))));

    [Fact]
    public void Every_cleaner_is_total_and_idempotent_over_any_text() => Anything.Sample(
        text =>
        {
            AssertStable(text, t => CleanText.Line(t));
            AssertStable(text, t => CleanText.Paragraph(t));
            AssertStable(text, t => CleanText.PersonName(t, latinAllowed: true));
            AssertStable(text, CleanText.UserName);
        },
        iter: 50_000);

    [Fact]
    public void What_passes_is_normalised_and_hides_nothing() => Anything.Sample(
        text =>
        {
            if (CleanText.Paragraph(text) is { IsOk: true } cleaned)
            {
                Assert.True(cleaned.Value.IsNormalized());
                Assert.False(CleanText.IsBlank(cleaned.Value));
                Assert.DoesNotContain(cleaned.Value, c => c is '\u200B' or '\u200C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\r' or '\0');
            }
        },
        iter: 50_000);

    [Theory]
    [InlineData("  سعد \u00A0 خالد ", "سعد خالد")]
    [InlineData("Cafe\u0301", "Caf\u00E9")]
    [InlineData("½ و ² و ﷼", "½ و ² و ﷼")]
    [InlineData("أ ـ ب", "أ ـ ب")]
    [InlineData("1448هــ", "1448هــ")]
    public void Line_keeps_what_is_meant(string typed, string kept) => Assert.Equal(kept, CleanText.Line(typed).Value);

    [Fact]
    public void Paragraph_keeps_one_empty_line_and_no_ragged_ends() =>
        Assert.Equal("أول\n\nثان", CleanText.Paragraph("\n\n أول  \n \n\n\nثان\n\n").Value);

    [Theory]
    [InlineData("عبد الله", true)]
    [InlineData("آل-سعود", true)]
    [InlineData("-سعد", false)]
    [InlineData("سعد- خالد", false)]
    [InlineData("سعد.", false)]
    [InlineData("سعد/خالد", false)]
    public void PersonName_takes_letters_spaces_and_hyphens_between_letters(string name, bool ok) =>
        Assert.Equal(ok ? null : "kernel.name.letters", CleanText.PersonName(name).Refusal?.Code);

    [Theory]
    [InlineData("José", true, null)]
    [InlineData("O'Brien", true, null)]
    [InlineData("Jean-Luc", true, null)]
    [InlineData("Jean-Luc", false, "kernel.name.arabic")]
    [InlineData("Al سعد", true, "kernel.name.mixed")]
    public void PersonName_takes_Latin_only_where_the_document_is_not_a_national_id(string name, bool latinAllowed, string? code) =>
        Assert.Equal(code, CleanText.PersonName(name, latinAllowed).Refusal?.Code);

    [Fact]
    public void Lengths_count_after_normalising_and_nothing_is_cut()
    {
        Assert.True(CleanText.Line(new string(' ', 500) + "نص" + new string('\u200B', 500), max: 2).IsOk);
        var refused = CleanText.Line("ثلاثة", max: 4).Refusal;
        Assert.Equal("kernel.text.toolong", refused?.Code);
        Assert.Equal([4], refused!.Args);
        Assert.Equal("kernel.text.tooshort", CleanText.Line("قصير", max: 100, min: 10).Refusal?.Code);
    }

    [Fact]
    public void A_megabyte_of_marks_in_every_order_is_refused_at_once()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var marks = "م" + string.Concat(Enumerable.Repeat("\u0316\u0301", 499_000));
        Assert.False(CleanText.Paragraph(marks).IsOk);
        Assert.Equal("م", SearchKey.Of(marks));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"took {clock.Elapsed}"); // milliseconds when linear, minutes when quadratic
    }

    private static void AssertStable(string text, Func<string, Checked<string>> clean)
    {
        var once = clean(text);
        if (once.IsOk)
            Assert.Equal(once.Value, clean(once.Value) is { IsOk: true } again ? again.Value : "refused the second time");
    }
}
