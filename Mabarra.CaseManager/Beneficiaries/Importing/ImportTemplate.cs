using System.Globalization;
using ClosedXML.Excel;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>
/// The workbook to fill in: right-to-left, headings with a star where something must stand, a hint at each, drop-downs where one chooses, all cells text so that no zero is lost.
/// </summary>
public sealed class ImportTemplate(BeneficiaryQueries beneficiaries)
{
    private const int Rows = 5000;
    private static readonly XLColor Needed = XLColor.FromHtml("#E3EEEA");
    private static readonly XLColor Optional = XLColor.FromHtml("#F3F4F3");

    public async Task<Stream> MakeAsync(CultureInfo culture, CancellationToken cancel = default)
    {
        // A category whose label is hidden is in no list that leaves the house; its name typed by hand is understood.
        var categories = (await beneficiaries.CategoriesAsync(cancel)).Where(c => !c.IsSensitive).Select(c => AppCulture.IsArabic(culture) ? c.NameAr : c.NameEn).ToList();
        return await Task.Run(() => Make(culture, categories), cancel);
    }

    private static MemoryStream Make(CultureInfo culture, List<string> categories)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet(ImportWords.Word("template.sheet", culture));
        var lists = book.AddWorksheet(ImportWords.Word("template.lists", culture));
        sheet.RightToLeft = lists.RightToLeft = AppCulture.IsArabic(culture);
        foreach (var field in ImportFields.All)
            AddColumn(sheet, lists, field, culture, field is ImportField.Category or ImportField.Category2 or ImportField.Category3 ? categories : ImportWords.Offered(field, culture));
        sheet.SheetView.FreezeRows(1);
        lists.Hide();
        var file = new MemoryStream();
        book.SaveAs(file);
        file.Position = 0;
        return file;
    }

    private static void AddColumn(IXLWorksheet sheet, IXLWorksheet lists, ImportField field, CultureInfo culture, IReadOnlyList<string> choices)
    {
        var (number, isNeeded) = ((int)field + 1, ImportFields.Required.Contains(field));
        var column = sheet.Column(number);
        column.Width = field is ImportField.Email or ImportField.Street ? 26 : 17;
        column.Style.NumberFormat.Format = "@";
        var heading = sheet.Cell(1, number);
        heading.SetValue(ImportWords.Title(field, culture) + (isNeeded ? " *" : ""));
        heading.Style.Font.Bold = true;
        heading.Style.Fill.BackgroundColor = isNeeded ? Needed : Optional;
        heading.Style.Alignment.WrapText = true;
        var cells = sheet.Range(2, number, Rows, number).SetDataValidation();
        cells.InputTitle = ImportWords.Title(field, culture);
        cells.InputMessage = ImportWords.Hint(field, culture);
        cells.ShowInputMessage = true;
        cells.ShowErrorMessage = false;
        if (choices.Count == 0)
        {
            // A rule every text keeps: only so is the hint shown.
            cells.TextLength.EqualOrLessThan(4000);
            return;
        }
        for (var i = 0; i < choices.Count; i++)
            lists.Cell(i + 1, number).SetValue(choices[i]);
        cells.List(lists.Range(1, number, choices.Count, number), inCellDropdown: true);
    }
}
