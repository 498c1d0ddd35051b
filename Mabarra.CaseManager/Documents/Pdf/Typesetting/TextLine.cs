using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Typesetting;

/// <summary>One set line: its words in visual order, left to right.</summary>
internal sealed class TextLine(IReadOnlyList<ShapedText> words, TextStyle style)
{
    public TextStyle Style { get; } = style;

    public float Width { get; } = words.Sum(word => word.Advance) * style.Size;

    public void Draw(SKCanvas canvas, float left, float top)
    {
        using var builder = new SKTextBlobBuilder();
        using var regular = PdfFace.Regular.At(Style.Size);
        using var bold = PdfFace.Bold.At(Style.Size);
        var x = left;
        foreach (var word in words)
        {
            word.AddTo(builder, ReferenceEquals(word.Face, PdfFace.Bold) ? bold : regular, x, top + Style.Baseline);
            x += word.Advance * Style.Size;
        }
        using var blob = builder.Build();
        if (blob is null)
            return;
        using var paint = new SKPaint { Color = Style.Color, IsAntialias = true };
        canvas.DrawText(blob, 0, 0, paint);
    }
}
