using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Typesetting;

/// <summary>The faces of one document: while it is set they gather the glyphs it uses; when it is drawn they are cut down to these.</summary>
internal sealed class DocumentFonts : IDisposable
{
    private readonly Dictionary<PdfFace, HashSet<ushort>> _used = [];
    private readonly Dictionary<PdfFace, SKTypeface> _cut = [];

    public void Use(PdfFace face, IEnumerable<ushort> glyphs)
    {
        if (!_used.TryGetValue(face, out var used))
            _used[face] = used = [];
        foreach (var glyph in glyphs)
        {
            if (used.Add(glyph) && _cut.ContainsKey(face))
                throw new InvalidOperationException("A glyph was asked for after the document's face was cut.");
        }
    }

    public SKFont At(PdfFace face, float size)
    {
        if (_cut.Count == 0)
            Cut();
        return new SKFont(_cut[face], size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
    }

    /// <summary>Always both and in this order: Skia numbers faces as they are made, and orders the file by their numbers.</summary>
    private void Cut()
    {
        foreach (var face in (PdfFace[])[PdfFace.Regular, PdfFace.Bold])
            _cut[face] = face.Cut(_used.GetValueOrDefault(face, []));
    }

    public void Dispose()
    {
        foreach (var typeface in _cut.Values)
            typeface.Dispose();
    }
}
