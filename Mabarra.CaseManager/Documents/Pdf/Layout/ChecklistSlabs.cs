using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>Items with a drawn mark: an empty square, a tick, a cross-out or a dash.</summary>
internal static class ChecklistSlabs
{
    private const float Box = 10;
    private const float Gap = 8;
    private const float Gutter = 18;

    public static IEnumerable<Slab> Of(Sheet sheet, PdfChecklist list, float width)
    {
        var columns = Math.Clamp(list.Columns, 1, 4);
        var cell = (width - (Gutter * (columns - 1))) / columns;
        var first = true;
        foreach (var row in list.Items.Chunk(columns))
        {
            var cells = row.Select((item, at) => Cell(sheet, item, at * (cell + Gutter), cell, width)).ToList();
            var isFirstPart = true;
            foreach (var slab in RowSlabs.Of(cells, width, 2.5f, (_, _, _) => { }))
            {
                var marked = isFirstPart;
                yield return new Slab(slab.Height, (canvas, left, top) =>
                {
                    slab.Draw(canvas, left, top);
                    for (var i = 0; marked && i < row.Length; i++)
                        Mark(canvas, row[i].Mark, sheet.Left(left, width, i * (cell + Gutter), Box), top + 5.5f);
                })
                {
                    Gap = first ? 5 : 0,
                };
                first = isFirstPart = false;
            }
        }
    }

    private static RowCell Cell(Sheet sheet, PdfCheckItem item, float start, float width, float rowWidth)
    {
        var inner = width - Box - Gap;
        var text = sheet.Text(item.Text, PdfTheme.Body, inner);
        if (item.Note is { IsEmpty: false } note)
            text = text.Above(sheet.Text(note, PdfTheme.Label, inner));
        return new RowCell(text, sheet.Left(0, rowWidth, start + Box + Gap, inner), inner);
    }

    private static void Mark(SKCanvas canvas, PdfMark mark, float left, float top)
    {
        var area = new SKRect(left, top, left + Box, top + Box);
        if (mark == PdfMark.Done)
            Sheet.Fill(canvas, area, PdfTheme.Palm, 2);
        else
            Sheet.Frame(canvas, area, mark == PdfMark.Missing ? PdfTheme.Amber : PdfTheme.Muted, mark == PdfMark.Missing ? 1.2f : 0.8f, 2);
        using var paint = new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 1.5f,
            StrokeCap = SKStrokeCap.Round,
            StrokeJoin = SKStrokeJoin.Round,
            Color = mark switch { PdfMark.Done => SKColors.White, PdfMark.Missing => PdfTheme.Amber, _ => PdfTheme.Muted },
        };
        using var path = Strokes(mark);
        path.Transform(SKMatrix.CreateTranslation(left, top));
        canvas.DrawPath(path, paint);
    }

    private static SKPath Strokes(PdfMark mark) => mark switch
    {
        PdfMark.Done => SKPath.ParseSvgPathData("M2.4 5.2 L4.3 7.2 L7.7 3"),
        PdfMark.Missing => SKPath.ParseSvgPathData("M3 3 L7 7 M7 3 L3 7"),
        PdfMark.NotNeeded => SKPath.ParseSvgPathData("M3 5 L7 5"),
        _ => new SKPath(),
    };
}
