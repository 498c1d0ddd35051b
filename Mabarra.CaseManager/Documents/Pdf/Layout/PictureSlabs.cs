using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>Images and square codes in the body.</summary>
internal static class PictureSlabs
{
    private const float TallestImage = 560;

    public static IEnumerable<Slab> Of(Sheet sheet, PdfImage image, float width)
    {
        if (sheet.Image(image.Data, width, Math.Min(image.MaxHeight, TallestImage)) is not { } fitted)
        {
            foreach (var slab in TextSlabs.Lines(sheet, sheet.Words.UnreadableImage, PdfTheme.Small, width, image.Align, 8))
                yield return slab;
            yield break;
        }
        var room = width - fitted.Width;
        var start = image.Align switch { PdfAlign.Start => 0, PdfAlign.Center => room / 2, _ => room };
        yield return new Slab(fitted.Height, (canvas, left, top) => fitted.Draw(canvas, sheet.Left(left, width, start, fitted.Width), top))
        {
            Gap = 10,
            KeepWithNext = image.Caption is { IsEmpty: false },
        };
        if (image.Caption is { IsEmpty: false } caption)
        {
            foreach (var slab in TextSlabs.Lines(sheet, caption, PdfTheme.Small, width, image.Align, 3))
                yield return slab;
        }
    }

    public static IEnumerable<Slab> Of(Sheet sheet, PdfQr code, float width)
    {
        var size = Math.Min(code.Size, width);
        var room = width - size - 12;
        var beside = sheet.Text(code.Caption, PdfTheme.Cell, room > 60 ? room : width);
        // A narrow column has no room beside the code, so the words go below it.
        var below = room <= 60;
        var height = below ? size + 4 + beside.Height : Math.Max(size, beside.Height);
        yield return new Slab(height, (canvas, left, top) =>
        {
            QrDrawing.Draw(canvas, code.Content, SKRect.Create(sheet.Left(left, width, 0, size), top, size, size));
            if (below)
                beside.Draw(canvas, left, top + size + 4);
            else
                beside.Draw(canvas, sheet.Left(left, width, size + 12, room), top + Math.Max(0, (size - beside.Height) / 2));
        })
        { Gap = 10 };
    }
}
