using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>The rows of a workbook by our columns. Its first row names them, in any order and in either language; a heading we do not know would lose its column silently, so it is refused.</summary>
internal sealed class ImportSheet
{
    private readonly Workbook book;
    private readonly Dictionary<int, ImportField> columns = [];
    private readonly HashSet<int> ours = [];

    private ImportSheet(Workbook book) => this.book = book;

    /// <exception cref="RuleViolation">The headings are not ours.</exception>
    public static IEnumerable<(int No, string?[] Cells, RowProblem? Stray)> Read(Workbook book)
    {
        var sheet = new ImportSheet(book);
        var isHeading = true;
        foreach (var row in SheetReader.Rows(book))
        {
            if (isHeading)
                sheet.Head(row);
            else if (sheet.Row(row) is { } read)
                yield return read;
            isHeading = false;
        }
        if (isHeading)
            throw new RuleViolation("registry.import.norows");
    }

    private void Head(SheetRow row)
    {
        var check = new FieldChecks();
        foreach (var cell in row.Cells)
        {
            if (ImportWords.IsOurs(cell.Text))
                ours.Add(cell.Column);
            else if (ImportWords.Heading(cell.Text) is not { } field)
                check.Add("registry.import.unknowncolumn", null, Shown(cell.Text));
            else if (columns.ContainsValue(field))
                check.Add("registry.import.twicecolumn", null, Shown(cell.Text));
            else
                columns.Add(cell.Column, field);
        }
        var missing = ImportFields.Required.Where(f => !columns.ContainsValue(f)).ToList();
        check.That(missing.Count == 0, "registry.import.missingcolumn", null, string.Join("، ", missing.Select(f => ImportWords.Title(f, AppCulture.Arabic))));
        // A workbook of something else altogether: one sentence is enough.
        if (columns.Count < 3)
            throw new RuleViolation("registry.import.nottemplate");
        check.ThrowIfAny();
    }

    private (int No, string?[] Cells, RowProblem? Stray)? Row(SheetRow row)
    {
        var cells = new string?[ImportFields.All.Count];
        RowProblem? stray = null;
        var isDay = false;
        foreach (var cell in row.Cells.Where(c => !ours.Contains(c.Column)))
        {
            if (columns.TryGetValue(cell.Column, out var field))
                isDay |= Put(cells, field, cell) && field == ImportField.BirthOn;
            else
                stray ??= new RowProblem(ImportField.FirstName, "registry.import.stray", [Shown(cell.Text)]);
        }
        // Whatever the calendar's column says: such a day was never typed in the other one.
        if (isDay)
            cells[(int)ImportField.BirthEnteredAs] = null;
        return cells.All(c => c is null) && stray is null ? null : (row.Number, cells, stray);
    }

    /// <summary>A day Excel knows as a day is a number in the file, and Gregorian whatever it was shown as.</summary>
    /// <returns>True when it was such a day.</returns>
    private bool Put(string?[] cells, ImportField field, SheetCell cell)
    {
        cells[(int)field] = cell.Text;
        if (!cell.IsNumber || field is not (ImportField.BirthOn or ImportField.DataReviewedOn) || SheetReader.Day(book, cell.Text) is not { } day)
            return false;
        cells[(int)field] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return true;
    }

    private static string Shown(string text) => text.Trim() is { Length: > 40 } longer ? longer[..40] + "…" : text.Trim();
}
