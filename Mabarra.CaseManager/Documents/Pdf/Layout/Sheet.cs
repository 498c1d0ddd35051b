using Mabarra.CaseManager.Documents.Pdf.Typesetting;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>What every block needs to set itself: the document's direction, its typesetter and its words.</summary>
internal sealed class Sheet(PdfDocumentModel model, DocumentFonts fonts) : IDisposable
{
    private const float PixelsPerPoint = 220f / 72;
    private readonly List<SKImage> _images = [];

    public bool RightToLeft { get; } = model.IsRightToLeft;

    public Typesetter Typesetter { get; } = new(model.IsRightToLeft, fonts);

    public PdfFrameText Words { get; } = new(model.Language);

    public TextBox Text(PdfText text, TextStyle style, float width, PdfAlign align = PdfAlign.Start) =>
        new(Typesetter.Lines(text, style, width), width, align, RightToLeft);

    /// <summary>An image fitted into a box, no finer than paper needs; null when its bytes are no image.</summary>
    public FittedImage? Image(ReadOnlyMemory<byte> data, float width, float height)
    {
        using var whole = SKImage.FromEncodedData(data.Span);
        if (whole is null)
            return null;
        var scale = Math.Min(width / whole.Width, height / whole.Height);
        var (w, h) = (whole.Width * scale, whole.Height * scale);
        var info = new SKImageInfo(Math.Max(1, (int)(w * PixelsPerPoint)), Math.Max(1, (int)(h * PixelsPerPoint)), SKColorType.Rgba8888, SKAlphaType.Premul);
        var fine = whole.Width > info.Width * 1.3f;
        using var small = fine ? new SKBitmap(info) : null;
        var kept = small is not null && whole.ScalePixels(small.PeekPixels(), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear))
            ? SKImage.FromBitmap(small)
            : SKImage.FromEncodedData(data.Span);
        _images.Add(kept);
        return new FittedImage(kept, w, h);
    }

    public void Dispose()
    {
        foreach (var image in _images)
            image.Dispose();
    }

    /// <summary>The left edge of a part that begins <paramref name="start"/> points after the reading start of a column.</summary>
    public float Left(float columnLeft, float columnWidth, float start, float partWidth) =>
        RightToLeft ? columnLeft + columnWidth - start - partWidth : columnLeft + start;

    public static void Fill(SKCanvas canvas, SKRect area, SKColor colour, float radius = 0)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawRoundRect(area, radius, radius, paint);
    }

    public static void Frame(SKCanvas canvas, SKRect area, SKColor colour, float thickness, float radius = 0)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = thickness };
        canvas.DrawRoundRect(area, radius, radius, paint);
    }

    /// <summary>A horizontal hairline.</summary>
    public static void Rule(SKCanvas canvas, float left, float y, float width, SKColor colour, float thickness = 0.6f)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = thickness };
        canvas.DrawLine(left, y, left + width, y, paint);
    }
}

/// <param name="Width">In points, as it is drawn.</param>
internal sealed record FittedImage(SKImage Image, float Width, float Height)
{
    public void Draw(SKCanvas canvas, float left, float top) =>
        canvas.DrawImage(Image, SKRect.Create(left, top, Width, Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
}
