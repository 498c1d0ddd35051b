using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Mabarra.CaseManager.Documents.Pdf.Typesetting;

/// <summary>One hard line of a text, cleaned and with its isolates, ready for the bidirectional algorithm.</summary>
internal sealed partial class PlainLine
{
    private const char LeftToRightIsolate = '\u2066';
    private const char PopIsolate = '\u2069';
    private const int LongestGlued = 48;
    private readonly StringBuilder _text = new();
    private readonly List<bool> _bold = [];
    private readonly List<bool> _glued = [];

    private PlainLine()
    {
    }

    public string Text => _text.ToString();

    public bool IsBold(int index) => _bold[index];

    /// <summary>Inside a number or code ("SA67 8000 0000"): no line ends here unless it must.</summary>
    public bool IsGlued(int index) => _glued[index];

    public static bool IsIsolate(char unit) => unit is LeftToRightIsolate or PopIsolate;

    public static IReadOnlyList<PlainLine> Of(PdfText text, bool rightToLeft)
    {
        var lines = new List<PlainLine> { new() };
        // A text without any right-to-left letter (a phone number, "REQ-2026-00042", "SA67 8000 …") reads as one left-to-right piece.
        var wholeIsCode = rightToLeft && !text.Runs.Any(run => RightToLeftLetter().IsMatch(run.Text));
        foreach (var run in text.Runs)
        {
            var first = true;
            foreach (var part in Clean(run.Text).Split('\n'))
            {
                if (!first)
                    lines.Add(new PlainLine());
                first = false;
                lines[^1].Append(part, run, rightToLeft, wholeIsCode);
            }
        }
        return lines;
    }

    /// <summary>What cannot be seen on paper goes: controls, bidi overrides typed by people, zero-width characters but the joiners Arabic needs.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var source = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        foreach (var rune in source.EnumerateRunes())
        {
            if (rune.Value == '\n')
                clean.Append('\n');
            else if (rune.Value == '\t')
                clean.Append(' ');
            else if (rune.Value is 0x200C or 0x200D || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
                clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    private void Append(string part, PdfRun run, bool rightToLeft, bool wholeIsCode)
    {
        if (part.Length == 0)
            return;
        if (run.Code || wholeIsCode)
        {
            AppendIsolated(part, run.Bold);
            return;
        }
        if (!rightToLeft)
        {
            Append(part, run.Bold);
            return;
        }
        var at = 0;
        foreach (var match in CodeToken().EnumerateMatches(part))
        {
            Append(part[at..match.Index], run.Bold);
            AppendIsolated(part.Substring(match.Index, match.Length), run.Bold);
            at = match.Index + match.Length;
        }
        Append(part[at..], run.Bold);
    }

    private void AppendIsolated(string part, bool bold)
    {
        Append(LeftToRightIsolate + part + PopIsolate, bold, glued: part.Length <= LongestGlued);
    }

    private void Append(string part, bool bold, bool glued = false)
    {
        _text.Append(part);
        for (var i = 0; i < part.Length; i++)
        {
            _bold.Add(bold);
            _glued.Add(glued);
        }
    }

    [GeneratedRegex(@"[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RightToLeftLetter();

    /// <summary>A dated, dotted, dashed or slashed token such as 2026-11-23, 1448/07/05, +966500000101 or someone@example.com.</summary>
    [GeneratedRegex(@"\+?[A-Za-z0-9]+(?:[.,:/@_+\-]+[A-Za-z0-9]+)+%?|\+[0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CodeToken();
}
