using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>Images and square codes in the body.</summary>
internal static class PictureSlabs
{
    private const float TallestImage = 560;

    public static IEnumerable<Slab> Of(Sheet sheet, PdfImage image, float width)
    {
        using var probe = Decode(image.Data);
        if (probe is null)
        {
            foreach (var slab in TextSlabs.Lines(sheet, sheet.Words.UnreadableImage, PdfTheme.Small, width, image.Align, 8))
                yield return slab;
            yield break;
        }
        var (w, h) = Fit(probe, width, Math.Min(image.MaxHeight, TallestImage));
        yield return new Slab(h, (canvas, left, top) =>
        {
            var start = image.Align switch { PdfAlign.Start => 0, PdfAlign.Center => (width - w) / 2, _ => width - w };
            Draw(canvas, image.Data, SKRect.Create(sheet.Left(left, width, start, w), top, w, h));
        })
        { Gap = 10, KeepWithNext = image.Caption is { IsEmpty: false } };
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

    public static SKImage? Decode(ReadOnlyMemory<byte> data) => SKImage.FromEncodedData(data.Span);

    public static (float Width, float Height) Fit(SKImage image, float width, float height)
    {
        var scale = Math.Min(width / image.Width, height / image.Height);
        return (image.Width * scale, image.Height * scale);
    }

    public static void Draw(SKCanvas canvas, ReadOnlyMemory<byte> data, SKRect area)
    {
        using var image = Decode(data);
        if (image is not null)
            canvas.DrawImage(image, area, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }
}
