using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Typesetting;

/// <param name="Leading">Height of a line as a multiple of the size.</param>
internal readonly record struct TextStyle(float Size, SKColor Color, bool Bold = false, float Leading = 1.6f)
{
    public float LineHeight => Size * Leading;

    /// <summary>Where the baseline lies under the top of a line: the face's ascender and descender centred in it.</summary>
    public float Baseline => ((Leading - (Ascent + Descent)) / 2 * Size) + (Ascent * Size);

    // Of IBM Plex Sans Arabic's hhea table, in ems.
    private const float Ascent = 1.085f;
    private const float Descent = 0.415f;
}
