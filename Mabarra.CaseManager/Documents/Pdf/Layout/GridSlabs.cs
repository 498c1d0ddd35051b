using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>A grid of labelled values: the label small and quiet above its value, hairlines between the rows.</summary>
internal static class GridSlabs
{
    private const float Gutter = 18;
    private const float RowPad = 3.8f;

    public static IEnumerable<Slab> Of(Sheet sheet, PdfKeyValues grid, float width)
    {
        var columns = Math.Clamp(grid.Columns, 1, 3);
        var first = true;
        foreach (var row in Rows(grid.Fields, columns))
        {
            var cells = row.Select((field, at) => Cell(sheet, field, field.Wide ? 1 : columns, at, width)).ToList();
            foreach (var slab in RowSlabs.Of(cells, width, RowPad, Background))
            {
                yield return slab with { Gap = first ? 6 : 0 };
                first = false;
            }
        }

        static void Background(SKCanvas canvas, SKRect area, bool last)
        {
            if (last)
                Sheet.Rule(canvas, area.Left, area.Bottom, area.Width, PdfTheme.Line);
        }
    }

    private static RowCell Cell(Sheet sheet, PdfField field, int columns, int at, float width)
    {
        var cell = (width - (Gutter * (columns - 1))) / columns;
        var text = sheet.Text(field.Label, PdfTheme.Label, cell).Above(sheet.Text(field.Value, PdfTheme.Body, cell));
        return new RowCell(text, sheet.Left(0, width, at * (cell + Gutter), cell), cell);
    }

    private static IEnumerable<List<PdfField>> Rows(IEnumerable<PdfField> fields, int columns)
    {
        var row = new List<PdfField>();
        foreach (var field in fields)
        {
            if (row.Count > 0 && (field.Wide || row.Count == columns))
            {
                yield return row;
                row = [];
            }
            row.Add(field);
            if (!field.Wide)
                continue;
            yield return row;
            row = [];
        }
        if (row.Count > 0)
            yield return row;
    }
}
