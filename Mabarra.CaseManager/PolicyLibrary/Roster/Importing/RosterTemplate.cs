using System.Globalization;
using ClosedXML.Excel;

namespace Mabarra.CaseManager.PolicyLibrary.Roster.Importing;

/// <summary>The workbook to fill in: right-to-left, a star where something must stand, drop-downs where one chooses, all cells text so that no zero is lost.</summary>
public sealed class RosterTemplate(DepartmentQueries departments)
{
    private const int Rows = 5000;
    private static readonly XLColor Needed = XLColor.FromHtml("#E3EEEA");
    private static readonly XLColor Optional = XLColor.FromHtml("#F3F4F3");

    public async Task<Stream> MakeAsync(CultureInfo culture, CancellationToken cancel = default)
    {
        var names = (await departments.ActiveAsync(cancel)).Select(d => d.NameAr).ToList();
        return await Task.Run(() => Make(culture, names), cancel);
    }

    private static MemoryStream Make(CultureInfo culture, List<string> departments)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet(RosterColumns.Word("import.sheet", culture));
        var lists = book.AddWorksheet(RosterColumns.Word("import.lists", culture));
        sheet.RightToLeft = lists.RightToLeft = AppCulture.IsArabic(culture);
        foreach (var column in RosterColumns.All)
            AddColumn(sheet, lists, column, culture, ChoicesOf(column, culture, departments));
        sheet.SheetView.FreezeRows(1);
        lists.Hide();
        var file = new MemoryStream();
        book.SaveAs(file);
        file.Position = 0;
        return file;
    }

    private static IReadOnlyList<string> ChoicesOf(RosterColumn column, CultureInfo culture, List<string> departments) => column switch
    {
        RosterColumn.Kind => RosterColumns.KindNames(culture),
        RosterColumn.Department => departments,
        RosterColumn.CannotRead => [RosterColumns.Word("import.yes", culture), RosterColumns.Word("import.no", culture)],
        _ => [],
    };

    private static void AddColumn(IXLWorksheet sheet, IXLWorksheet lists, RosterColumn column, CultureInfo culture, IReadOnlyList<string> choices)
    {
        var (number, isNeeded) = ((int)column + 1, RosterColumns.Required.Contains(column));
        sheet.Column(number).Width = column is RosterColumn.FullName or RosterColumn.Department ? 30 : 18;
        sheet.Column(number).Style.NumberFormat.Format = "@";
        var heading = sheet.Cell(1, number);
        heading.SetValue(RosterColumns.Title(column, culture) + (isNeeded ? " *" : ""));
        heading.Style.Font.Bold = true;
        heading.Style.Fill.BackgroundColor = isNeeded ? Needed : Optional;
        heading.Style.Alignment.WrapText = true;
        if (choices.Count == 0)
            return;
        for (var i = 0; i < choices.Count; i++)
            lists.Cell(i + 1, number).SetValue(choices[i]);
        var cells = sheet.Range(2, number, Rows, number).SetDataValidation();
        cells.ShowErrorMessage = false;
        cells.List(lists.Range(1, number, choices.Count, number), inCellDropdown: true);
    }
}
