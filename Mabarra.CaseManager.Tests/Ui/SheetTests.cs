using ClosedXML.Excel;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Tests.Ui;

/// <summary>The exported file, opened again by another program's library.</summary>
public sealed class SheetTests
{
    public static TheoryData<string> Formulas =>
        ["=1+1", "+966", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "=cmd|' /C calc'!A0", "\u200F=1+1", "\u202E=1", "\"=1\"", ";=1", "  =1", "\uFEFF=1"];

    [Theory, MemberData(nameof(Formulas))]
    public async Task B57_No_text_becomes_a_formula(string text)
    {
        using var book = await OpenAsync("قائمة", [text]);
        var cell = book.Worksheet(1).Cell(2, 1);
        Assert.False(cell.HasFormula);
        Assert.Equal(XLDataType.Text, cell.DataType);
        Assert.True(cell.Style.IncludeQuotePrefix);
        Assert.Equal(text.ReplaceLineEndings("\n"), cell.GetString().ReplaceLineEndings("\n"));
        Assert.Empty(book.Worksheet(1).CellsUsed(c => c.HasFormula));
    }

    [Theory, InlineData("0555162333"), InlineData("1058529940"), InlineData("00123"), InlineData("SA0380000000608010167519"), InlineData("1/2"), InlineData("12E5"), InlineData("نورة سعد")]
    public async Task B58_Numbers_of_people_stay_texts_unchanged(string text)
    {
        using var book = await OpenAsync("قائمة", [text]);
        var cell = book.Worksheet(1).Cell(2, 1);
        Assert.Equal((XLDataType.Text, text, "@"), (cell.DataType, cell.GetString(), cell.Style.NumberFormat.Format is "" ? "@" : cell.Style.NumberFormat.Format));
        Assert.False(cell.Style.IncludeQuotePrefix);
    }

    [Theory]
    [InlineData("[طلبات]:*?/\\", "طلبات")]
    [InlineData("'قائمة'", "قائمة")]
    [InlineData("", "1")]
    [InlineData("[]", "1")]
    [InlineData("قائمة المستفيدين المسجلين في الجمعية منذ أول العام", "قائمة المستفيدين المسجلين في ال")]
    public async Task B59_Sheet_names_are_such_as_Excel_takes(string name, string expected)
    {
        using var book = await OpenAsync(name, ["x"]);
        Assert.Equal(expected, book.Worksheet(1).Name);
    }

    [Fact]
    public async Task B59_A_text_longer_than_a_cell_ends_in_an_ellipsis_and_broken_characters_do_not_break_the_file()
    {
        using var book = await OpenAsync("قائمة", [new string('س', 32_768)], ["a\u0000b\uD800c"], ["😀"]);
        var sheet = book.Worksheet(1);
        Assert.Equal(new string('س', 32_766) + "…", sheet.Cell(2, 1).GetString());
        Assert.Equal("a\uFFFDb\uFFFDc", sheet.Cell(3, 1).GetString());
        Assert.Equal("😀", sheet.Cell(4, 1).GetString());
    }

    [Fact]
    public void B59_The_limit_of_a_list_keeps_below_the_sheets() => Assert.InRange(ListExport.MostRows, 100_000, SheetWriter.MostRows - 1);

    [Fact]
    public async Task The_sheet_reads_from_right_to_left_under_a_bold_frozen_header()
    {
        using var book = await OpenAsync("قائمة", ["نص"]);
        var sheet = book.Worksheet(1);
        Assert.True(sheet.RightToLeft);
        Assert.Equal(1, sheet.SheetView.SplitRow);
        Assert.True(sheet.Cell(1, 1).Style.Font.Bold);
        Assert.InRange(sheet.Column(1).Width, 29, 31);
        Assert.Equal("العمود", sheet.Cell(1, 1).GetString());
    }

    [Fact]
    public async Task Days_moments_and_numbers_are_what_Excel_can_reckon_with()
    {
        using var file = new MemoryStream();
        await using (var writer = await SheetWriter.BeginAsync(file, "x", rightToLeft: false, [new("a", 10), new("b", 10), new("c", 10), new("d", 10)]))
        {
            await writer.AddAsync([new DateOnly(2026, 11, 23), new DateTime(2026, 11, 23, 21, 30, 0, DateTimeKind.Utc), -3, null]);
            await writer.EndAsync();
        }
        using var book = new XLWorkbook(file);
        var row = book.Worksheet(1).Row(2);
        Assert.False(book.Worksheet(1).RightToLeft);
        Assert.Equal(new DateTime(2026, 11, 23), row.Cell(1).GetDateTime());
        Assert.Equal(new DateTime(2026, 11, 24, 0, 30, 0), row.Cell(2).GetDateTime());
        Assert.Equal((-3, true), (row.Cell(3).GetDouble(), row.Cell(4).IsEmpty()));
    }

    [Fact]
    public async Task All_pages_are_written_in_order_and_only_the_first_question_is_the_lists_own()
    {
        var asked = new List<PageQuery>();
        using var file = new MemoryStream();
        var rows = await ListExport.WriteAsync(file, "قائمة", Columns, LoadAsync, new PageQuery { Cursor = "n9", Search = "س", Sort = "-name" }, null, TestContext.Current.CancellationToken);

        using var book = new XLWorkbook(file);
        Assert.Equal(5, rows);
        Assert.Equal(["1", "2", "3", "4", "5"], book.Worksheet(1).Column(1).CellsUsed().Skip(1).Select(c => c.GetString()));
        Assert.Equal([null, "2", "4"], asked.Select(q => q.Cursor));
        Assert.All(asked, q => Assert.Equal(("س", "-name", false), (q.Search, q.Sort, q.Counted)));

        Task<Page<int>> LoadAsync(PageQuery query, CancellationToken cancel)
        {
            asked.Add(query);
            return PageOf(query, 5);
        }
    }

    [Fact]
    public async Task B59_A_list_over_the_limit_is_refused_and_one_at_it_is_not()
    {
        var cancel = TestContext.Current.CancellationToken;
        Assert.Null(await ListExport.WriteAsync(new MemoryStream(), "x", Columns, (q, _) => PageOf(q, 5), new PageQuery(), null, cancel, most: 4));
        Assert.Equal(4, await ListExport.WriteAsync(new MemoryStream(), "x", Columns, (q, _) => PageOf(q, 4), new PageQuery(), null, cancel, most: 4));
    }

    private static IReadOnlyList<ExportColumn<int>> Columns => [new("رقم", 10, n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Two a page.</summary>
    private static Task<Page<int>> PageOf(PageQuery query, int count)
    {
        var from = query.Cursor is { } at ? int.Parse(at, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var rows = Enumerable.Range(from + 1, Math.Min(2, count - from)).ToList();
        return Task.FromResult(new Page<int>(rows, from + 2 < count ? (from + 2).ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
    }

    private static async Task<XLWorkbook> OpenAsync(string name, params object?[][] rows)
    {
        var file = new MemoryStream();
        await using (var writer = await SheetWriter.BeginAsync(file, name, rightToLeft: true, [new("العمود", 30)]))
        {
            foreach (var row in rows)
                await writer.AddAsync(row);
            await writer.EndAsync();
        }
        return new XLWorkbook(file);
    }
}
