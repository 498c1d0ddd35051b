using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Mabarra.CaseManager.Documents.Pdf.Typesetting;

/// <summary>
/// Glyphs of one word in one face and one direction, in visual order, with the character each came from:
/// Skia writes these into the file, which keeps the text selectable and searchable.
/// </summary>
internal sealed class ShapedText
{
    private readonly GlyphSpot[] _spots;
    private readonly byte[] _utf8;

    private ShapedText(PdfFace face, GlyphSpot[] spots, string text, float advance)
    {
        (Face, Advance, _spots) = (face, advance, spots);
        _utf8 = Encoding.UTF8.GetBytes(text);
    }

    public PdfFace Face { get; }

    /// <summary>Width at size 1.</summary>
    public float Advance { get; }

    public IEnumerable<ushort> Glyphs => _spots.Select(spot => spot.Glyph);

    /// <param name="line">The whole line: Arabic letters look at their neighbours, also across a change of weight or a forced break.</param>
    public static ShapedText Shape(PdfFace face, string line, int start, int length, bool rightToLeft)
    {
        using var buffer = Run(face, line, start, length, rightToLeft);
        return GlyphGroups.Collect(face, line.AsSpan(start, length), start, buffer, rightToLeft);
    }

    public static ShapedText Of(PdfFace face, GlyphSpot[] spots, string text, float advance) => new(face, spots, text, advance);

    /// <summary>A character no embedded face has: a lozenge stands in its place on paper, and the character itself in the file's text.</summary>
    public static ShapedText Replacement(PdfFace face, string character)
    {
        face.Shaper.TryGetNominalGlyph('\u25CA', out var glyph);
        var advance = (float)face.Shaper.GetHorizontalGlyphAdvance(glyph) / face.UnitsPerEm;
        return new ShapedText(face, [new GlyphSpot((ushort)glyph, default, 0)], character, advance);
    }

    /// <summary>Width at size 1 of the shortest prefixes: entry <c>i</c> is where the character <c>i</c> ends, reading in its own direction.</summary>
    public static float[] PrefixWidths(PdfFace face, string line, int start, int length, bool rightToLeft)
    {
        using var buffer = Run(face, line, start, length, rightToLeft);
        var widths = new float[length];
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        for (var i = 0; i < infos.Length; i++)
            widths[infos[i].Cluster - start] += (float)positions[i].XAdvance / face.UnitsPerEm;
        for (var i = 1; i < length; i++)
            widths[i] += widths[i - 1];
        return widths;
    }

    public void AddTo(SKTextBlobBuilder builder, SKFont font, float x, float baseline)
    {
        if (_spots.Length == 0)
            return;
        var run = builder.AllocatePositionedTextRun(font, _spots.Length, _utf8.Length);
        _utf8.CopyTo(run.Text);
        var glyphs = run.Glyphs;
        var clusters = run.Clusters;
        var places = run.Positions;
        for (var i = 0; i < _spots.Length; i++)
        {
            glyphs[i] = _spots[i].Glyph;
            clusters[i] = _spots[i].Utf8Offset;
            places[i] = new SKPoint(x + (_spots[i].Place.X * font.Size), baseline + (_spots[i].Place.Y * font.Size));
        }
    }

    public void AddOutlines(SKPath path, SKFont font, float x, float baseline)
    {
        foreach (var spot in _spots)
        {
            using var outline = font.GetGlyphPath(spot.Glyph);
            if (outline is not null)
                path.AddPath(outline, x + (spot.Place.X * font.Size), baseline + (spot.Place.Y * font.Size));
        }
    }

    private static Buffer Run(PdfFace face, string line, int start, int length, bool rightToLeft)
    {
        var buffer = new Buffer { ClusterLevel = ClusterLevel.MonotoneCharacters };
        buffer.AddUtf16(line.AsSpan(), start, length);
        buffer.Direction = rightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.GuessSegmentProperties();
        face.Shaper.Shape(buffer);
        return buffer;
    }
}

/// <param name="Place">At size 1, from the word's left end and baseline.</param>
/// <param name="Utf8Offset">Where the character it stands for begins.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GlyphSpot(ushort Glyph, SKPoint Place, uint Utf8Offset);
