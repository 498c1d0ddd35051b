using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Typesetting;

/// <summary>One set line: its words in visual order, left to right.</summary>
internal sealed class TextLine(IReadOnlyList<ShapedText> words, TextStyle style, DocumentFonts fonts)
{
    public TextStyle Style { get; } = style;

    public float Width { get; } = words.Sum(word => word.Advance) * style.Size;

    /// <summary>The shapes alone, without text that programs could take out.</summary>
    public void DrawOutlines(SKCanvas canvas, float left, float top)
    {
        using var paint = new SKPaint { Color = Style.Color, IsAntialias = true };
        using var path = new SKPath();
        var x = left;
        foreach (var word in words)
        {
            using var font = fonts.At(word.Face, Style.Size);
            word.AddOutlines(path, font, x, top + Style.Baseline);
            x += word.Advance * Style.Size;
        }
        canvas.DrawPath(path, paint);
    }

    public void Draw(SKCanvas canvas, float left, float top)
    {
        using var builder = new SKTextBlobBuilder();
        using var regular = fonts.At(PdfFace.Regular, Style.Size);
        using var bold = fonts.At(PdfFace.Bold, Style.Size);
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
