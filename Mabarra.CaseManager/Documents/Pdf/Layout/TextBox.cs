using Mabarra.CaseManager.Documents.Pdf.Typesetting;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>Set lines in a column of a given width.</summary>
internal sealed class TextBox(IReadOnlyList<TextLine> lines, float width, PdfAlign align, bool rightToLeft)
{
    public int Count => lines.Count;

    public float Height => lines.Sum(line => line.Style.LineHeight);

    public float LineHeight(int index) => lines[index].Style.LineHeight;

    public void Draw(SKCanvas canvas, float left, float top) => Draw(canvas, left, top, 0, lines.Count);

    public void Draw(SKCanvas canvas, float left, float top, int first, int count)
    {
        var y = top;
        for (var i = first; i < Math.Min(first + count, lines.Count); i++)
        {
            lines[i].Draw(canvas, left + Indent(lines[i]), y);
            y += lines[i].Style.LineHeight;
        }
    }

    /// <summary>This box with another's lines below its own.</summary>
    public TextBox Above(TextBox other) => new([.. lines, .. other.Lines], width, align, rightToLeft);

    private IReadOnlyList<TextLine> Lines => lines;

    private float Indent(TextLine line) => (align, rightToLeft) switch
    {
        (PdfAlign.Center, _) => (width - line.Width) / 2,
        (PdfAlign.Start, true) or (PdfAlign.End, false) => width - line.Width,
        _ => 0,
    };
}
