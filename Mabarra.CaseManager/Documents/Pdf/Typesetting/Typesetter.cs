using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mabarra.CaseManager.Documents.Pdf.Typesetting;

/// <summary>Breaks texts into set lines for one document. Keeps the words it has shaped: most return many times. Used by one thread.</summary>
internal sealed class Typesetter(bool rightToLeft, DocumentFonts fonts)
{
    private static readonly SearchValues<char> Joints = SearchValues.Create("/-_.@:");
    private readonly Dictionary<(string Text, bool Bold, bool RightToLeft), ShapedText> _shaped = [];

    /// <summary>Characters that no embedded face has, for the caller to hear of.</summary>
    public SortedSet<string> Missing { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<TextLine> Lines(PdfText text, TextStyle style, float width)
    {
        var lines = new List<TextLine>();
        foreach (var line in PlainLine.Of(text, rightToLeft))
            Break(Pieces(line, style), style, width, lines);
        return lines;
    }

    private void Break(List<Piece> pieces, TextStyle style, float width, List<TextLine> lines)
    {
        var limit = width / style.Size;
        var line = new List<Piece>();
        float used = 0;
        var loose = 0;
        for (var at = 0; at < pieces.Count;)
        {
            var end = EndOfWord(pieces, at, keepGlued: at >= loose);
            if (end > at + 1 && pieces[at..end].Sum(piece => piece.Shaped.Advance) > limit)
            {
                // A code too wide for any line may break at its own spaces after all.
                loose = end;
                end = EndOfWord(pieces, at, keepGlued: false);
            }
            var word = pieces[at..end];
            var wide = word.Sum(piece => piece.Shaped.Advance);
            if (!word[0].IsSpace && used + wide > limit)
            {
                if (line.Count > 0)
                    Flush();
                if (wide > limit)
                    word = BreakLongWord(word, limit, style, lines);
                wide = word.Sum(piece => piece.Shaped.Advance);
            }
            line.AddRange(word);
            used += wide;
            at = end;
        }
        Flush();

        void Flush()
        {
            lines.Add(Set(line, style));
            line.Clear();
            used = 0;
        }
    }

    /// <summary>A word wider than the line is cut between whole characters; the letters keep their joined forms at the cut.</summary>
    /// <returns>What remains for the next line.</returns>
    private List<Piece> BreakLongWord(List<Piece> word, float limit, TextStyle style, List<TextLine> lines)
    {
        var line = new List<Piece>();
        float used = 0;
        foreach (var piece in word)
        {
            var start = piece.Start;
            var end = piece.Start + piece.Length;
            var ends = piece.IsReplacement ? [] : ShapedText.PrefixWidths(piece.Shaped.Face, piece.Line, start, piece.Length, piece.IsRightToLeft);
            while (start < end)
            {
                var cut = piece.IsReplacement ? end : Fitting(piece, ends, start, limit - used, line.Count == 0);
                if (cut > start)
                {
                    var part = piece.Slice(start, cut - start, piece.IsReplacement ? piece.Shaped : ShapedText.Shape(piece.Shaped.Face, piece.Line, start, cut - start, piece.IsRightToLeft));
                    line.Add(part);
                    used += part.Shaped.Advance;
                }
                start = cut;
                if (start >= end)
                    break;
                lines.Add(Set(line, style));
                line.Clear();
                used = 0;
            }
        }
        return line;
    }

    /// <summary>The last boundary between whole characters that fits; at least one character on an empty line.</summary>
    private static int Fitting(Piece piece, float[] ends, int start, float room, bool atLineStart)
    {
        var before = start == piece.Start ? 0 : ends[start - piece.Start - 1];
        var end = piece.Start + piece.Length;
        var fit = start;
        while (fit < end)
        {
            var next = fit + StringInfo.GetNextTextElementLength(piece.Line.AsSpan(fit, end - fit));
            if (ends[next - piece.Start - 1] - before > room && !(atLineStart && fit == start))
                break;
            fit = next;
        }
        return fit == end ? fit : AfterJoint(piece.Line, start, fit);
    }

    /// <summary>Addresses and numbers are better cut after one of their joints, if it lies in the second half of the line.</summary>
    private static int AfterJoint(string line, int start, int fit)
    {
        var joint = line.AsSpan(start, fit - start).LastIndexOfAny(Joints);
        return joint >= (fit - start) / 2 ? start + joint + 1 : fit;
    }

    private static int EndOfWord(List<Piece> pieces, int start, bool keepGlued)
    {
        var end = start + 1;
        while (end < pieces.Count && !pieces[start].IsSpace && (!pieces[end].IsSpace || (keepGlued && pieces[end].IsGlued)))
            end++;
        return end;
    }

    /// <summary>Unicode's rules L1 and L2: trailing spaces go, then every stretch at or above each level is turned round, highest first.</summary>
    private TextLine Set(List<Piece> line, TextStyle style)
    {
        var last = line.FindLastIndex(piece => !piece.IsSpace);
        var visible = line.GetRange(0, last + 1);
        var highest = visible.Count == 0 ? 0 : visible.Max(piece => piece.Level);
        for (var level = highest; level >= 1; level--)
        {
            for (var i = 0; i < visible.Count; i++)
            {
                var from = i;
                while (i < visible.Count && visible[i].Level >= level)
                    i++;
                if (i > from)
                    visible.Reverse(from, i - from);
            }
        }
        foreach (var piece in visible)
            fonts.Use(piece.Shaped.Face, piece.Shaped.Glyphs);
        return new TextLine([.. visible.Select(piece => piece.Shaped)], style, fonts);
    }

    private List<Piece> Pieces(PlainLine line, TextStyle style)
    {
        var text = line.Text;
        var levels = UnicodeBidi.Levels(text, rightToLeft);
        var pieces = new List<Piece>();
        for (var i = 0; i < text.Length;)
        {
            if (PlainLine.IsIsolate(text[i]))
            {
                i++;
                continue;
            }
            var face = PdfFace.Of(style.Bold || line.IsBold(i));
            var end = EndOfPiece(text, levels, line, i, face, out var covered);
            pieces.Add(new Piece(text, i, end - i, levels[i], text[i] == ' ', line.IsGlued(i), !covered, Shape(face, text, i, end, levels[i] % 2 == 1, covered)));
            i = end;
        }
        return pieces;
    }

    private static int EndOfPiece(string text, byte[] levels, PlainLine line, int start, PdfFace face, out bool covered)
    {
        covered = Covered(text, start, face, out var used);
        var end = start + used;
        if (!covered)
            return end;
        var space = text[start] == ' ';
        while (end < text.Length && levels[end] == levels[start] && line.IsBold(end) == line.IsBold(start)
            && (text[end] == ' ') == space && !PlainLine.IsIsolate(text[end]) && Covered(text, end, face, out used))
            end += used;
        return end;
    }

    private static bool Covered(string text, int at, PdfFace face, out int used)
    {
        _ = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out used);
        return rune.Value is 0x200C or 0x200D || face.Has(rune.Value);
    }

    private ShapedText Shape(PdfFace face, string text, int start, int end, bool rtl, bool covered)
    {
        var piece = text[start..end];
        if (!covered)
        {
            Missing.Add(piece);
            return ShapedText.Replacement(face, piece);
        }
        // Only a word with a space on both sides looks the same wherever it stands.
        var alone = (start == 0 || text[start - 1] == ' ') && (end == text.Length || text[end] == ' ');
        if (!alone)
            return ShapedText.Shape(face, text, start, end - start, rtl);
        var key = (piece, ReferenceEquals(face, PdfFace.Bold), rtl);
        if (!_shaped.TryGetValue(key, out var shaped))
            _shaped[key] = shaped = ShapedText.Shape(face, piece, 0, piece.Length, rtl);
        return shaped;
    }

    private sealed record Piece(string Line, int Start, int Length, byte Level, bool IsSpace, bool IsGlued, bool IsReplacement, ShapedText Shaped)
    {
        public bool IsRightToLeft => Level % 2 == 1;

        public Piece Slice(int start, int length, ShapedText shaped) => this with { Start = start, Length = length, Shaped = shaped };
    }
}
