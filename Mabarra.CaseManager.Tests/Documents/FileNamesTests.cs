using System.Globalization;
using Mabarra.CaseManager.Documents;

namespace Mabarra.CaseManager.Tests.Documents;

/// <summary>What people see of a file's name.</summary>
public sealed class FileNamesTests
{
    [Theory]
    [InlineData("هوية.pdf", "هوية.pdf")]
    [InlineData("a.PDF", "a.pdf")]
    [InlineData("a", "a.pdf")]
    [InlineData("a.pdf.exe", "a.pdf")]
    [InlineData("a.exe.", "a.pdf")]
    [InlineData("a.exe . .", "a.pdf")]
    [InlineData("a.pdf\u202Efdp.exe", "a.pdffdp.pdf")]
    [InlineData("\u202Etxt.exe", "txt.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("com1.txt", "_com1.pdf")]
    [InlineData("", "document.pdf")]
    [InlineData(null, "document.pdf")]
    [InlineData("...", "document.pdf")]
    [InlineData(".pdf", "document.pdf")]
    [InlineData("تقرير 1.5.2026.pdf", "تقرير 1.5.2026.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [InlineData("a\"b<c>.pdf", "a b c.pdf")]
    [InlineData("a\uD800b.pdf", "ab.pdf")]
    public void B47_Shown_name(string? given, string shown) => Assert.Equal(shown, FileNames.Shown(given, DocumentKind.Pdf));

    [Theory]
    [InlineData(@"..\..\x.pdf", "x.pdf")]
    [InlineData("/etc/passwd", "passwd.pdf")]
    [InlineData("%2e%2e/x.pdf", "x.pdf")]
    [InlineData(@"C:\fakepath\هوية.pdf", "هوية.pdf")]
    public void B48_No_path(string given, string shown) => Assert.Equal(shown, FileNames.Shown(given, DocumentKind.Pdf));

    [Fact]
    public void B47_A_long_name_is_cut_between_letters()
    {
        var shown = FileNames.Shown(string.Concat(Enumerable.Repeat("شَّ", 200)) + ".pdf", DocumentKind.Jpeg);
        Assert.InRange(shown.Length, DocumentLimits.LongestName - 4, DocumentLimits.LongestName);
        Assert.EndsWith(".jpg", shown, StringComparison.Ordinal);
        var letters = StringInfo.GetTextElementEnumerator(shown[..^4]);
        while (letters.MoveNext())
            Assert.Equal("شَّ", letters.GetTextElement());
    }

    [Fact]
    public void B47_A_letter_longer_than_the_name_may_be_gives_no_broken_name() =>
        Assert.Equal("document.png", FileNames.Shown("a" + new string('\u0301', 300), DocumentKind.Png));
}
