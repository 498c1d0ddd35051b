using Mabarra.CaseManager.Documents.Pdf.Typesetting;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>A table: green header repeated on every page, quiet stripes, cells that wrap.</summary>
internal static class TableSlabs
{
    private const float RowPad = 4;

    public static IEnumerable<Slab> Of(Sheet sheet, PdfTable table, float width)
    {
        if (table.Columns.Count == 0)
            yield break;
        var head = RowSlabs.Of(Cells(sheet, table, [.. table.Columns.Select(column => (PdfText)column.Header)], PdfTheme.CellHeader, width), width, RowPad, Header)
            .First();
        yield return head with { Gap = 7, KeepWithNext = table.Rows.Count > 0 };
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var striped = i % 2 == 1;
            foreach (var slab in RowSlabs.Of(Cells(sheet, table, table.Rows[i], PdfTheme.Cell, width), width, RowPad, (canvas, area, last) => Row(canvas, area, last, striped)))
                yield return slab with { RunningHead = head };
        }
    }

    private static void Header(SKCanvas canvas, SKRect area, bool last)
    {
        Sheet.Fill(canvas, area, PdfTheme.PalmTint);
        Sheet.Rule(canvas, area.Left, area.Bottom, area.Width, PdfTheme.Palm, 1);
    }

    private static void Row(SKCanvas canvas, SKRect area, bool last, bool striped)
    {
        if (striped)
            Sheet.Fill(canvas, new SKRect(area.Left, area.Top + 0.5f, area.Right, area.Bottom), PdfTheme.Ivory);
        if (last)
            Sheet.Rule(canvas, area.Left, area.Bottom, area.Width, PdfTheme.Line, 0.5f);
    }

    private static List<RowCell> Cells(Sheet sheet, PdfTable table, IReadOnlyList<PdfText> texts, TextStyle style, float width)
    {
        if (texts.Count > table.Columns.Count)
            throw new ArgumentException("A row has more cells than the table has columns.", nameof(texts));
        var all = table.Columns.Sum(column => column.Weight);
        var cells = new List<RowCell>();
        float start = 0;
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var share = width * table.Columns[i].Weight / all;
            var inner = share - (2 * PdfTheme.Pad);
            var text = sheet.Text(i < texts.Count ? texts[i] : PdfText.Empty, style, inner, table.Columns[i].Align);
            cells.Add(new RowCell(text, sheet.Left(0, width, start + PdfTheme.Pad, inner), inner));
            start += share;
        }
        return cells;
    }
}
