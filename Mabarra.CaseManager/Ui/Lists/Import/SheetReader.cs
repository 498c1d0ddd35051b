using System.Globalization;
using System.Xml;

namespace Mabarra.CaseManager.Ui;

/// <summary>One filled cell.</summary>
/// <param name="Column">From 0.</param>
/// <param name="IsNumber">Written as a number, which a day is too.</param>
public readonly record struct SheetCell(int Column, string Text, bool IsNumber);

/// <summary>One row with something in it.</summary>
/// <param name="Number">As Excel numbers it, from 1.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells);

/// <summary>Reads the first visible sheet of a workbook row by row: a hundred thousand rows take no more memory than ten.</summary>
public static class SheetReader
{
    /// <exception cref="RuleViolation">A formula, merged cells, more rows than we read, or a broken file, found on the way.</exception>
    public static IEnumerable<SheetRow> Rows(Workbook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        using var xml = Workbook.Xml(book.Sheet, WorkbookLimits.LargestPart);
        var number = 0;
        while (Workbook.Reading(xml.Read))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "mergeCell")
                throw WorkbookLimits.Refused("merged", xml.GetAttribute("ref") ?? "");
            if (xml.LocalName != "row")
                continue;
            number = Workbook.Reading(() => NumberOf(xml, number));
            if (number > WorkbookLimits.MostRows)
                throw WorkbookLimits.Refused("rows", WorkbookLimits.MostRows - 1);
            var cells = Workbook.Reading(() => Cells(book, xml));
            if (cells.Count > 0)
                yield return new SheetRow(number, cells);
        }
    }

    /// <summary>The day a number means in this workbook; null when it can be none. Excel believes in a 29 February 1900.</summary>
    public static DateOnly? Day(Workbook book, string number)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) || serial is < 1 or > 80_000)
            return null;
        var days = (int)Math.Floor(serial);
        return book.From1904 ? new DateOnly(1904, 1, 1).AddDays(days) : new DateOnly(1899, 12, 30).AddDays(days < 60 ? days + 1 : days);
    }

    private static int NumberOf(XmlReader row, int before) =>
        row.GetAttribute("r") is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : before + 1;

    private static List<SheetCell> Cells(Workbook book, XmlReader xml)
    {
        var cells = new List<SheetCell>();
        if (xml.IsEmptyElement)
            return cells;
        var (depth, column) = (xml.Depth, -1);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
                continue;
            column = ColumnOf(xml.GetAttribute("r"), column);
            if (Cell(book, xml, column) is { } cell && cells.Count < WorkbookLimits.MostColumns)
                cells.Add(cell);
        }
        return cells;
    }

    private static SheetCell? Cell(Workbook book, XmlReader xml, int column)
    {
        var (kind, name) = (xml.GetAttribute("t"), xml.GetAttribute("r"));
        if (xml.IsEmptyElement)
            return null;
        var (depth, text) = (xml.Depth, "");
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "f")
                throw WorkbookLimits.Refused("formula", name ?? "");
            if (xml.LocalName is "v" or "is")
                text = CellText.OfRuns(xml);
        }
        if (kind == "s")
            text = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? book.Texts[index] ?? "" : "";
        var isNumber = kind is null or "n";
        return string.IsNullOrWhiteSpace(text) ? null : new SheetCell(column, isNumber ? Plain(text) : text, isNumber);
    }

    /// <summary>1.098E9 is how Excel writes the identity number somebody typed as a number.</summary>
    private static string Plain(string number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == decimal.Truncate(value) && Math.Abs(value) < 1_000_000_000_000_000m
            ? value.ToString("0", CultureInfo.InvariantCulture)
            : number;

    private static int ColumnOf(string? reference, int before)
    {
        if (reference is null)
            return before + 1;
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter))
            column = checked((column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1));
        return column - 1;
    }
}
