using Mabarra.CaseManager.Documents.Pdf.Typesetting;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>What every block needs to set itself: the document's direction, its typesetter and its words.</summary>
internal sealed class Sheet(PdfDocumentModel model)
{
    public bool RightToLeft { get; } = model.IsRightToLeft;

    public Typesetter Typesetter { get; } = new(model.IsRightToLeft);

    public PdfFrameText Words { get; } = new(model.Language);

    public TextBox Text(PdfText text, TextStyle style, float width, PdfAlign align = PdfAlign.Start) =>
        new(Typesetter.Lines(text, style, width), width, align, RightToLeft);

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
