using System.Globalization;
using System.Text;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Tests.Support;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Tests.Beneficiaries.Importing;

/// <summary>What a file called .xlsx may be, and what is read from it (B45, B49, B58, B60).</summary>
public sealed class WorkbookTests
{
    public static TheoryData<string, string> Refusals => new()
    {
        { "empty", "ui.workbook.empty" },
        { "html", "ui.workbook.html" },
        { "csv", "ui.workbook.type" },
        { "old", "ui.workbook.old" },
        { "macros", "ui.workbook.macros" },
        { "macros declared", "ui.workbook.macros" },
        { "binary", "ui.workbook.binary" },
        { "zip of something else", "ui.workbook.type" },
        { "cut off", "ui.workbook.damaged" },
        { "doctype", "ui.workbook.damaged" },
        { "two of one name", "ui.workbook.damaged" },
        { "all hidden", "ui.workbook.nosheet" },
        { "no such part", "ui.workbook.damaged" },
        { "too many parts", "ui.workbook.bomb" },
        { "zeros", "ui.workbook.bomb" },
        { "formula", "ui.workbook.formula" },
        { "merged", "ui.workbook.merged" },
        { "a million rows", "ui.workbook.rows" },
        { "endless cell", "ui.workbook.damaged" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public async Task B49_B60_What_is_no_good_workbook_is_refused_by_its_own_words(string what, string code)
    {
        using var file = await FileAsync(what);
        var violation = Assert.Throws<RuleViolation>(() => ReadAll(file));
        Assert.Equal(code, violation.Code);
        Assert.NotEmpty(Words.Of<UiText>(code, [.. violation.Breaches[0].Args]));
    }

    [Fact]
    public void A_formula_is_named_by_its_cell()
    {
        using var file = Workbooks.Saved(s => s.Cell("C2").FormulaA1 = "1+1", Workbooks.Row(1));
        Assert.Equal("C2", Assert.Throws<RuleViolation>(() => ReadAll(file)).Breaches[0].Args[0]);
    }

    /// <summary>A part whose header claims little and that unpacks to much.</summary>
    [Fact]
    public void B49_A_lying_size_is_not_believed()
    {
        var zeros = new string(' ', 40_000_000);
        using var honest = Workbooks.Parts(("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{zeros}</sheetData></worksheet>"));
        var bytes = honest.ToArray();
        // The uncompressed size stands in the central directory as four bytes; every such number is made small.
        var size = BitConverter.GetBytes(zeros.Length + "<worksheet><sheetData></sheetData></worksheet>".Length);
        for (var at = bytes.AsSpan().IndexOf(size); at >= 0; at = bytes.AsSpan().IndexOf(size))
            BitConverter.GetBytes(1000).CopyTo(bytes, at);
        using var lying = new MemoryStream(bytes);
        Assert.Matches("bomb|damaged", Assert.Throws<RuleViolation>(() => ReadAll(lying)).Code);
    }

    [Fact]
    public void B58_Numbers_and_days_are_read_as_they_were_meant()
    {
        using var file = Workbooks.Saved(
            s =>
            {
                s.Cell("F2").SetValue(1_098_000_011d);
                s.Cell("G2").SetValue(new DateTime(1985, 4, 5, 0, 0, 0, DateTimeKind.Unspecified));
                s.Cell("K2").SetValue("0500000101");
            },
            Workbooks.Row(1));
        using var book = Workbook.Open(file);
        var row = Assert.Single(ImportSheet.Read(book));
        Assert.Equal(("1098000011", "1985-04-05", "0500000101"), (row.Cells[(int)ImportField.IdNumber], row.Cells[(int)ImportField.BirthOn], row.Cells[(int)ImportField.Mobile]));
    }

    [Theory]
    [InlineData("31142", false, "1985-04-05")]
    [InlineData("29680", true, "1985-04-05")]
    [InlineData("1", false, "1900-01-01")]
    [InlineData("59", false, "1900-02-28")]
    [InlineData("61", false, "1900-03-01")]
    [InlineData("0", false, null)]
    [InlineData("1098000011", false, null)]
    public void B60_Days_are_counted_from_where_the_workbook_counts(string serial, bool from1904, string? day)
    {
        using var file = Workbooks.Parts(("xl/workbook.xml", $"<workbook xmlns:r=\"r\"><workbookPr date1904=\"{(from1904 ? 1 : 0)}\"/><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
        using var book = Workbook.Open(file);
        Assert.Equal(day, SheetReader.Day(book, serial)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Shared_texts_in_runs_are_one_text_and_how_they_are_pronounced_is_none()
    {
        using var file = Workbooks.Parts(
            ("xl/sharedStrings.xml", "<sst><si><t>أول</t></si><si><r><t>نو</t></r><r><t xml:space=\"preserve\">رة </t></r><rPh sb=\"0\" eb=\"1\"><t>xx</t></rPh><rPh sb=\"1\" eb=\"2\"><t>yy</t></rPh></si></sst>"),
            ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"3\"><c r=\"B3\" t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>99</v></c></row></sheetData></worksheet>"));
        using var book = Workbook.Open(file);
        var row = Assert.Single(SheetReader.Rows(book));
        Assert.Equal((3, "1:نورة , 2:أول"), (row.Number, string.Join(", ", row.Cells.Select(c => $"{c.Column}:{c.Text}"))));
    }

    [Fact]
    public void The_first_sheet_that_can_be_seen_is_read()
    {
        using var file = Workbooks.Parts(
            ("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"b\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Target=\"/xl/worksheets/other.xml\"/></Relationships>"),
            ("xl/worksheets/other.xml", "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>here</t></is></c></row></sheetData></worksheet>"));
        using var book = Workbook.Open(file);
        Assert.Equal("here", Assert.Single(SheetReader.Rows(book)).Cells[0].Text);
    }

    private static void ReadAll(Stream file)
    {
        using var book = Workbook.Open(file);
        foreach (var row in SheetReader.Rows(book))
            Assert.NotEmpty(row.Cells);
    }

    private static async Task<MemoryStream> FileAsync(string what) => what switch
    {
        "empty" => new MemoryStream(),
        "html" => new MemoryStream(Encoding.UTF8.GetBytes("\uFEFF<html><body><table><tr><td>الاسم</td></tr></table></body></html>")),
        "csv" => new MemoryStream(Encoding.UTF8.GetBytes("الاسم الأول;اسم الأب\nنورة;سعد")),
        "old" => new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]),
        "macros" => Workbooks.Parts(("xl/vbaProject.bin", "x")),
        "macros declared" => Workbooks.Parts(("[Content_Types].xml", "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>")),
        "binary" => Workbooks.Zip([("xl/workbook.bin", [1])]),
        "zip of something else" => Workbooks.Zip([("word/document.xml", "<a/>"u8.ToArray())]),
        "cut off" => Cut(await Workbooks.StreamedAsync(Workbooks.Row(1))),
        "doctype" => Workbooks.Parts(("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY x \"y\">]><workbook><sheets>&x;</sheets></workbook>")),
        "two of one name" => Workbooks.Zip([("xl/workbook.xml", "<a/>"u8.ToArray()), ("XL/workbook.xml", "<b/>"u8.ToArray())]),
        "all hidden" => Workbooks.Parts(("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" sheetId=\"1\" state=\"veryHidden\" r:id=\"rId1\"/></sheets></workbook>")),
        "no such part" => Workbooks.Parts(("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Target=\"../../etc/passwd\"/></Relationships>")),
        "too many parts" => Workbooks.Zip(Enumerable.Range(0, 1001).Select(i => ($"xl/{i}.xml", Array.Empty<byte>()))),
        "zeros" => Workbooks.Parts(("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{new string(' ', 30_000_000)}</sheetData></worksheet>")),
        "formula" => Workbooks.Saved(s => s.Cell("A3").FormulaA1 = "HYPERLINK(\"http://x\")", Workbooks.Row(1)),
        "merged" => Workbooks.Saved(s => s.Range("A2:B2").Merge(), Workbooks.Row(1)),
        "a million rows" => Workbooks.Parts(("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1000000\"><c t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData></worksheet>")),
        _ => Workbooks.Parts(("xl/worksheets/sheet1.xml", $"<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>{Latin()}</t></is></c></row></sheetData></worksheet>")),
    };

    private static string Latin() => string.Concat(Enumerable.Range(0, 20_000).Select(i => i.ToString("X", CultureInfo.InvariantCulture)));

    private static MemoryStream Cut(MemoryStream file) => new(file.ToArray()[..(int)(file.Length / 2)]);
}
