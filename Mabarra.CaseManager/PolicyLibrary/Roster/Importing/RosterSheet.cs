using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.PolicyLibrary.Roster.Importing;

/// <summary>A row as it stands in the workbook.</summary>
/// <param name="No">As Excel numbers it.</param>
internal sealed record SheetPerson(int No, IReadOnlyList<string?> Cells)
{
    public string? this[RosterColumn column] => Cells[(int)column];
}

/// <summary>The rows of a workbook by our columns; its first row names them, in any order and either language. A heading we do not know would lose its column silently, so it is refused.</summary>
internal static class RosterSheet
{
    /// <summary>More people than any association has; the rest is a mistake.</summary>
    public const int MostRows = 20_000;

    /// <exception cref="RuleViolation">Not a workbook we read, or not our headings.</exception>
    public static List<SheetPerson> Read(Stream content)
    {
        using var book = Workbook.Open(content);
        Dictionary<int, RosterColumn>? columns = null;
        var people = new List<SheetPerson>();
        foreach (var row in SheetReader.Rows(book))
        {
            if (columns is null)
                columns = Head(row);
            else if (Person(book, columns, row) is { } person)
                people.Add(person);
            if (people.Count > MostRows)
                throw new RuleViolation("policies.import.rows", null, MostRows);
        }
        return people.Count > 0 ? people : throw new RuleViolation("policies.import.norows");
    }

    private static Dictionary<int, RosterColumn> Head(SheetRow row)
    {
        var columns = new Dictionary<int, RosterColumn>();
        var check = new FieldChecks();
        foreach (var cell in row.Cells)
        {
            if (RosterColumns.Heading(cell.Text) is not { } column)
                check.Add("policies.import.unknowncolumn", null, Shown(cell.Text));
            else if (!columns.ContainsValue(column))
                columns.Add(cell.Column, column);
            else
                check.Add("policies.import.twicecolumn", null, Shown(cell.Text));
        }
        var missing = RosterColumns.Required.Where(c => !columns.ContainsValue(c)).ToList();
        // A workbook of something else altogether: one sentence is enough.
        if (check.Breaches.Count > columns.Count)
            throw new RuleViolation("policies.import.nottemplate");
        check.That(missing.Count == 0, "policies.import.missingcolumn", null, string.Join("، ", missing.Select(c => RosterColumns.Title(c, AppCulture.Arabic))));
        check.ThrowIfAny();
        return columns;
    }

    private static SheetPerson? Person(Workbook book, Dictionary<int, RosterColumn> columns, SheetRow row)
    {
        var cells = new string?[RosterColumns.All.Count];
        foreach (var cell in row.Cells)
        {
            if (!columns.TryGetValue(cell.Column, out var column))
                continue;
            // A day Excel knows as a day is a number in the file.
            cells[(int)column] = cell.IsNumber && column == RosterColumn.JoinedOn && SheetReader.Day(book, cell.Text) is { } day
                ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
                : cell.Text;
        }
        return cells.All(c => c is null) ? null : new SheetPerson(row.Number, cells);
    }

    private static string Shown(string text) => text.Trim() is { Length: > 40 } longer ? longer[..40] + "…" : text.Trim();
}
