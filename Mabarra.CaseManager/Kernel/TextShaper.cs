using System.Globalization;
using System.Text;

namespace Mabarra.CaseManager.Kernel;

/// <summary>The normalising half of <see cref="CleanText"/>: takes well-formed text and gives the form we keep (NFC). Applying it twice changes nothing.</summary>
internal static class TextShaper
{
    private const char Tatweel = '\u0640';
    private const char Joiner = '\u200D';

    public static string Shape(string text, TextShape shape)
    {
        // Names fold every compatibility form; elsewhere ½ and ² mean what they say, and only Arabic letter shapes (text copied out of a PDF) are unfolded.
        var unfolded = shape == TextShape.Name ? text.Normalize(NormalizationForm.FormKC) : UnfoldLetterShapes(text);
        var bare = Strip(unfolded, shape).Normalize(NormalizationForm.FormC);
        if (shape == TextShape.Name)
            bare = StripVowels(bare);
        return shape == TextShape.Paragraph ? TidyLines(bare) : TidySpaces(bare);
    }

    /// <summary>U+FB50…U+FEFC but for the ligatures of whole words (ﷲ, ﷺ, ﷽), the rial sign and the ornate brackets, which are signs of their own.</summary>
    private static string UnfoldLetterShapes(string text)
    {
        if (!text.Any(IsLetterShape))
            return text;
        var unfolded = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (IsLetterShape(c))
                unfolded.Append(c.ToString().Normalize(NormalizationForm.FormKC));
            else
                unfolded.Append(c);
        }
        return unfolded.ToString();
    }

    private static bool IsLetterShape(char c) =>
        c is (>= '\uFB50' and <= '\uFBB1') or (>= '\uFBD3' and <= '\uFD3D') or (>= '\uFD50' and <= '\uFDC7') or (>= '\uFE70' and <= '\uFEFC');

    private static string Strip(string text, TextShape shape)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var rune = Rune.GetRuneAt(text, i);
            var next = i + rune.Utf16SequenceLength;
            if (Invisible.IsSpace(rune))
                kept.Append(' ');
            else if (IsKept(text, i, rune, shape))
                kept.Append(text, i, rune.Utf16SequenceLength);
            i = next;
        }
        return kept.ToString();
    }

    private static bool IsKept(string text, int at, Rune rune, TextShape shape)
    {
        if (rune.Value == Tatweel)
            return shape != TextShape.Name && !IsElongation(text, at);
        if (rune.Value == Joiner)
            return shape != TextShape.Name && JoinsEmoji(text, at);
        return !Invisible.IsDropped(rune.Value);
    }

    /// <summary>Stretching between letters goes; the sign of «1448هـ» and a lone dash «أ ـ» stay, for they are not stretching anything.</summary>
    private static bool IsElongation(string text, int at)
    {
        var after = at + 1;
        while (after < text.Length && (text[after] == Tatweel || Invisible.IsDropped(text[after]) || IsVowel(text[after])))
            after++;
        return after < text.Length && NameLetters.IsArabic(text[after]);
    }

    /// <summary>A family emoji is people held together by joiners: taking those out would tear it.</summary>
    private static bool JoinsEmoji(string text, int at)
    {
        if (at == 0 || at + 1 >= text.Length)
            return false;
        Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var before, out _);
        var after = Rune.GetRuneAt(text, at + 1);
        return Rune.GetUnicodeCategory(after) == UnicodeCategory.OtherSymbol
            && (before.Value == 0xFE0F || Rune.GetUnicodeCategory(before) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol);
    }

    private static bool IsVowel(char c) => c is (>= '\u064B' and <= '\u065F') or '\u0670' or (>= '\u06D6' and <= '\u06ED');

    private static string StripVowels(string text) => text.Any(IsVowel) ? string.Concat(text.Where(c => !IsVowel(c))) : text;

    private static string TidySpaces(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string TidyLines(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var empty = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var kept = line.TrimEnd(' ', '\t');
            empty = kept.Length == 0 ? empty + 1 : 0;
            if (empty <= 1)
                tidy.Append(kept).Append('\n');
        }
        return tidy.ToString().Trim(' ', '\t', '\n');
    }
}
