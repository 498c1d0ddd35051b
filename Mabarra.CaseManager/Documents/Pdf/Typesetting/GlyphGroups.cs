using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Mabarra.CaseManager.Documents.Pdf.Typesetting;

/// <summary>
/// Gives every Arabic character a strip of its own in the file's text. One glyph often stands for two letters (lam-alef) and a mark has no
/// width; readers that order text by place (poppler) then turn the letters round, and «استلام» is not found. So the width of such a group is
/// parted among its characters: the first strip has the visible glyphs, the others only the face's empty glyph, which carries the character.
/// </summary>
internal static class GlyphGroups
{
    public static ShapedText Collect(PdfFace face, ReadOnlySpan<char> text, int start, Buffer buffer, bool rightToLeft)
    {
        var glyphs = Glyphs(face, start, buffer, out var advance);
        var plain = text.ToString();
        var offsets = Utf8Offsets(plain);
        var spots = new List<GlyphSpot>(glyphs.Count);
        for (var i = 0; i < glyphs.Count;)
        {
            // In right-to-left text the marks of a letter come before it in visual order.
            var end = i + 1;
            while (rightToLeft && end < glyphs.Count && (glyphs[end].Cluster == glyphs[end - 1].Cluster || IsMarkOf(glyphs, i, end)))
                end++;
            AddGroup(face, glyphs, i, end, Characters(glyphs, i, end, plain, rightToLeft), offsets, rightToLeft, spots);
            i = end;
        }
        return ShapedText.Of(face, [.. spots], plain, advance);
    }

    private static bool IsMarkOf(List<Glyph> glyphs, int first, int next) =>
        Enumerable.Range(first, next - first).All(i => glyphs[i].Advance == 0);

    private static List<Glyph> Glyphs(PdfFace face, int start, Buffer buffer, out float advance)
    {
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        float unit = face.UnitsPerEm;
        advance = 0;
        var glyphs = new List<Glyph>(infos.Length);
        for (var i = 0; i < infos.Length; i++)
        {
            var place = new SKPoint(advance + (positions[i].XOffset / unit), -positions[i].YOffset / unit);
            glyphs.Add(new Glyph((ushort)infos[i].Codepoint, (int)infos[i].Cluster - start, advance, positions[i].XAdvance / unit, place));
            advance += positions[i].XAdvance / unit;
        }
        return glyphs;
    }

    /// <summary>Starts of the characters a group stands for, in logical order.</summary>
    private static List<int> Characters(List<Glyph> glyphs, int first, int end, string text, bool rightToLeft)
    {
        var from = glyphs[rightToLeft ? end - 1 : first].Cluster;
        var next = rightToLeft ? first - 1 : end;
        var to = next >= 0 && next < glyphs.Count ? glyphs[next].Cluster : text.Length;
        var starts = new List<int>();
        for (var at = from; at < to; at += char.IsHighSurrogate(text[at]) ? 2 : 1)
            starts.Add(at);
        return starts;
    }

    private static void AddGroup(PdfFace face, List<Glyph> glyphs, int first, int end, List<int> characters, uint[] offsets, bool rightToLeft, List<GlyphSpot> spots)
    {
        if (!rightToLeft || characters.Count == 0 || (characters.Count == 1 && end == first + 1 && IsTight(face, glyphs[first])))
        {
            for (var i = first; i < end; i++)
                spots.Add(new GlyphSpot(glyphs[i].Id, glyphs[i].Place, offsets[glyphs[i].Cluster]));
            return;
        }
        var left = glyphs[first].Left;
        var strip = (glyphs[end - 1].Left + glyphs[end - 1].Advance - left) / characters.Count;
        // A reader takes a strip's place from its first and last glyph: empty ones.
        spots.Add(new GlyphSpot(face.Carrier, new SKPoint(left, 0), offsets[characters[^1]]));
        foreach (var glyph in glyphs[first..end])
            spots.Add(new GlyphSpot(glyph.Id, glyph.Place, offsets[characters[^1]]));
        spots.Add(Carrier(face, left + strip, offsets[characters[^1]]));
        for (var i = 1; i < characters.Count; i++)
        {
            var offset = offsets[characters[^(i + 1)]];
            spots.Add(new GlyphSpot(face.Carrier, new SKPoint(left + (strip * i), 0), offset));
            spots.Add(Carrier(face, left + (strip * (i + 1)), offset));
        }
    }

    /// <summary>The glyph fills its own place: no kerning opens a gap that reads as a space, or closes one so far that the word seems to end.</summary>
    private static bool IsTight(PdfFace face, Glyph glyph)
    {
        const float slack = 0.03f;
        var own = (float)face.Shaper.GetHorizontalGlyphAdvance(glyph.Id) / face.UnitsPerEm;
        return Math.Abs(own - glyph.Advance) < slack && Math.Abs(glyph.Place.X - glyph.Left) < slack;
    }

    private static GlyphSpot Carrier(PdfFace face, float right, uint offset) =>
        new(face.Carrier, new SKPoint(right - TrueTypeSubset.CarrierAdvance, 0), offset);

    private static uint[] Utf8Offsets(string text)
    {
        var utf8 = new uint[text.Length];
        var (at, bytes) = (0, 0u);
        foreach (var rune in text.EnumerateRunes())
        {
            for (var i = 0; i < rune.Utf16SequenceLength; i++)
                utf8[at + i] = bytes;
            at += rune.Utf16SequenceLength;
            bytes += (uint)rune.Utf8SequenceLength;
        }
        return utf8;
    }

    private sealed record Glyph(ushort Id, int Cluster, float Left, float Advance, SKPoint Place);
}
