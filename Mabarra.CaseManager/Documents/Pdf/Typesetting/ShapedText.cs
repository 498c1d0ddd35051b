using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Mabarra.CaseManager.Documents.Pdf.Typesetting;

/// <summary>
/// Glyphs of one word in one face and one direction, in visual order, with the characters each came from:
/// Skia writes these into the file, which keeps the text selectable and searchable.
/// </summary>
internal sealed class ShapedText
{
    private readonly ushort[] _glyphs;
    private readonly SKPoint[] _places;
    private readonly uint[] _clusters;
    private readonly byte[] _utf8;

    private ShapedText(PdfFace face, ushort[] glyphs, SKPoint[] places, uint[] clusters, byte[] utf8, float advance)
    {
        Face = face;
        Advance = advance;
        (_glyphs, _places, _clusters, _utf8) = (glyphs, places, clusters, utf8);
    }

    public PdfFace Face { get; }

    /// <summary>Width at size 1.</summary>
    public float Advance { get; }

    /// <param name="line">The whole line: Arabic letters look at their neighbours, also across a change of weight or a forced break.</param>
    public static ShapedText Shape(PdfFace face, string line, int start, int length, bool rightToLeft)
    {
        using var buffer = new Buffer();
        // Marks keep a cluster of their own; poppler would otherwise take a letter and its marks out in the wrong order.
        buffer.ClusterLevel = ClusterLevel.MonotoneCharacters;
        buffer.AddUtf16(line.AsSpan(), start, length);
        buffer.Direction = rightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.GuessSegmentProperties();
        face.Shaper.Shape(buffer);
        return Collect(face, line.AsSpan(start, length), start, buffer.GetGlyphInfoSpan(), buffer.GetGlyphPositionSpan());
    }

    /// <summary>A character no embedded face has: a lozenge stands in its place on paper, and the character itself in the file's text.</summary>
    public static ShapedText Replacement(PdfFace face, string character)
    {
        face.Shaper.TryGetNominalGlyph('\u25CA', out var glyph);
        var advance = (float)face.Shaper.GetHorizontalGlyphAdvance(glyph) / face.UnitsPerEm;
        return new ShapedText(face, [(ushort)glyph], [default], [0], Encoding.UTF8.GetBytes(character), advance);
    }

    public void AddTo(SKTextBlobBuilder builder, SKFont font, float x, float baseline)
    {
        if (_glyphs.Length == 0)
            return;
        var run = builder.AllocatePositionedTextRun(font, _glyphs.Length, _utf8.Length);
        _glyphs.CopyTo(run.Glyphs);
        _utf8.CopyTo(run.Text);
        _clusters.CopyTo(run.Clusters);
        var places = run.Positions;
        for (var i = 0; i < places.Length; i++)
            places[i] = new SKPoint(x + (_places[i].X * font.Size), baseline + (_places[i].Y * font.Size));
    }

    /// <summary>Width at size 1 of the shortest prefixes: entry <c>i</c> is where the character <c>i</c> ends, reading in its own direction.</summary>
    public static float[] PrefixWidths(PdfFace face, string line, int start, int length, bool rightToLeft)
    {
        using var buffer = new Buffer();
        buffer.ClusterLevel = ClusterLevel.MonotoneCharacters;
        buffer.AddUtf16(line.AsSpan(), start, length);
        buffer.Direction = rightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.GuessSegmentProperties();
        face.Shaper.Shape(buffer);
        var widths = new float[length];
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        for (var i = 0; i < infos.Length; i++)
            widths[infos[i].Cluster - start] += (float)positions[i].XAdvance / face.UnitsPerEm;
        for (var i = 1; i < length; i++)
            widths[i] += widths[i - 1];
        return widths;
    }

    private static ShapedText Collect(PdfFace face, ReadOnlySpan<char> text, int start, ReadOnlySpan<GlyphInfo> infos, ReadOnlySpan<GlyphPosition> positions)
    {
        var offsets = Utf8Offsets(text);
        var glyphs = new ushort[infos.Length];
        var places = new SKPoint[infos.Length];
        var clusters = new uint[infos.Length];
        float x = 0;
        float unit = face.UnitsPerEm;
        for (var i = 0; i < infos.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            clusters[i] = offsets[infos[i].Cluster - start];
            places[i] = new SKPoint(x + (positions[i].XOffset / unit), -positions[i].YOffset / unit);
            x += positions[i].XAdvance / unit;
        }
        return new ShapedText(face, glyphs, places, clusters, Encoding.UTF8.GetBytes(text.ToString()), x);
    }

    private static uint[] Utf8Offsets(ReadOnlySpan<char> text)
    {
        var offsets = new uint[text.Length];
        uint at = 0;
        for (var i = 0; i < text.Length;)
        {
            _ = Rune.DecodeFromUtf16(text[i..], out var rune, out var used);
            for (var k = 0; k < used; k++)
                offsets[i + k] = at;
            at += (uint)rune.Utf8SequenceLength;
            i += used;
        }
        return offsets;
    }
}
