using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>Places to be filled in by hand: frames, and squares for digits, which run from left to right in every language.</summary>
internal static class BlankSlabs
{
    private const float Gutter = 14;
    private const float FieldHeight = 20;
    private const float Square = 17;
    private const float RowHeight = 21;
    private const float Pad = 5;

    public static IEnumerable<Slab> Of(Sheet sheet, PdfBlanks blanks, float width)
    {
        var first = true;
        foreach (var row in blanks.Rows)
        {
            var all = row.Sum(b => b.Weight);
            var room = width - (Gutter * (row.Count - 1));
            var labels = row.Select(b => sheet.Text(b.Label, PdfTheme.Label, room * b.Weight / all)).ToList();
            var top = labels.Max(l => l.Height);
            var height = top + (FieldHeight * row.Max(b => b.Lines)) + Pad;
            yield return new Slab(height, (canvas, left, y) => Draw(sheet, canvas, row, labels, room, top, new SKPoint(left, y), width)) { Gap = first ? 5 : 0 };
            first = false;
        }
    }

    private static void Draw(Sheet sheet, SKCanvas canvas, IReadOnlyList<PdfBlank> row, List<TextBox> labels, float room, float top, SKPoint at, float width)
    {
        var (all, start) = (row.Sum(b => b.Weight), 0f);
        for (var i = 0; i < row.Count; i++)
        {
            var share = room * row[i].Weight / all;
            var x = sheet.Left(at.X, width, start, share);
            labels[i].Draw(canvas, x, at.Y);
            Field(sheet, canvas, row[i], new SKRect(x, at.Y + top, x + share, at.Y + top + (FieldHeight * row[i].Lines)));
            start += share + Gutter;
        }
    }

    /// <summary>A table of empty rows under a printed header.</summary>
    public static IEnumerable<Slab> Of(Sheet sheet, PdfBlankTable table, float width)
    {
        var all = table.Columns.Sum(c => c.Weight);
        var headers = table.Columns.Select(c => sheet.Text(c.Header, PdfTheme.CellHeader, (width * c.Weight / all) - (2 * Pad))).ToList();
        var head = headers.Max(h => h.Height) + 4;
        var height = head + (RowHeight * table.Rows);
        yield return new Slab(height + Pad, (canvas, left, top) =>
        {
            Sheet.Fill(canvas, new SKRect(left, top, left + width, top + head), PdfTheme.PalmTint);
            for (var row = 0; row < table.Rows; row++)
                Sheet.Rule(canvas, left, top + head + (RowHeight * row), width, PdfTheme.Muted, 0.5f);
            float start = 0;
            for (var i = 0; i < headers.Count; i++)
            {
                var share = width * table.Columns[i].Weight / all;
                headers[i].Draw(canvas, sheet.Left(left, width, start + Pad, share - (2 * Pad)), top + 2);
                start += share;
                if (i < headers.Count - 1)
                    Line(canvas, sheet.Left(left, width, start, 0), top, height);
            }
            Sheet.Frame(canvas, new SKRect(left, top, left + width, top + height), PdfTheme.Muted, 0.7f);
        })
        {
            Gap = 6,
        };
    }

    private static void Field(Sheet sheet, SKCanvas canvas, PdfBlank blank, SKRect area)
    {
        if (blank.Squares == 0)
        {
            Sheet.Frame(canvas, area, PdfTheme.Muted, 0.7f, 2);
            for (var line = 1; line < blank.Lines; line++)
                Sheet.Rule(canvas, area.Left + Pad, area.Top + (FieldHeight * line), area.Width - (2 * Pad), PdfTheme.Line);
            return;
        }
        var size = Math.Min(Square, area.Width / blank.Squares);
        var left = sheet.RightToLeft ? area.Right - (size * blank.Squares) : area.Left;
        for (var i = 0; i < blank.Squares; i++)
            Sheet.Frame(canvas, SKRect.Create(left + (size * i), area.Top, size, FieldHeight), PdfTheme.Muted, 0.7f);
    }

    private static void Line(SKCanvas canvas, float x, float top, float height)
    {
        using var paint = new SKPaint { Color = PdfTheme.Muted, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 0.5f };
        canvas.DrawLine(x, top, x, top + height, paint);
    }
}
