using System.Text;

namespace Mabarra.CaseManager.Kernel;

/// <summary>
/// The door for text typed by people: what passes is stored, compared and signed as it stands (RELIABILITY.md §2.5). Hidden characters are dropped,
/// deceiving ones refused; nothing is ever cut, and lengths are counted after normalising.
/// </summary>
public static class CleanText
{
    public const int LineLimit = 200;
    public const int ParagraphLimit = 4000;

    /// <summary>Length of one part of a person's name (DOMAIN.md §2).</summary>
    public const int ShortestName = 2;
    public const int LongestName = 40;

    /// <summary>Marks on one letter: fully vocalised Arabic needs three; more than eight is somebody breaking the page.</summary>
    public const int MarksPerLetter = 8;

    /// <summary>Longer input is refused unread.</summary>
    private const int Ceiling = 1_000_000;

    /// <summary>One line: no line breaks, single spaces. Blank is refused; ask <see cref="IsBlank"/> first where a field may stay empty.</summary>
    public static Checked<string> Line(string? input, int max = LineLimit, int min = 1) =>
        Clean(input, TextShape.Line, max, min);

    /// <summary>Free text of several lines; tabs and at most one empty line in a row stay.</summary>
    public static Checked<string> Paragraph(string? input, int max = ParagraphLimit, int min = 1) =>
        Clean(input, TextShape.Paragraph, max, min);

    /// <summary>One part of a person's name: Arabic letters, spaces and hyphens; Latin letters only where the identity document is not a national ID.</summary>
    public static Checked<string> PersonName(string? input, bool latinAllowed = false)
    {
        var cleaned = Clean(input, TextShape.Name, LongestName, ShortestName);
        return cleaned.IsOk && NameLetters.Refuse(cleaned.Value, latinAllowed) is { } refusal ? refusal : cleaned;
    }

    /// <summary>A name to sign in with: letters of one script, digits, dots, hyphens and underscores.</summary>
    public static Checked<string> UserName(string? input)
    {
        var cleaned = Clean(input, TextShape.Name, LongestName, ShortestName);
        return cleaned.IsOk && NameLetters.RefuseUserName(cleaned.Value) is { } refusal ? refusal : cleaned;
    }

    /// <summary>Nothing a reader could see: empty, spaces, or only hidden characters.</summary>
    public static bool IsBlank(string? input) => input is null || !input.EnumerateRunes().Any(IsVisible);

    private static bool IsVisible(Rune rune) =>
        !Rune.IsWhiteSpace(rune) && !Invisible.IsSpace(rune) && !Invisible.IsDropped(rune.Value) && !Invisible.IsMark(rune);

    private static Checked<string> Clean(string? input, TextShape shape, int max, int min)
    {
        if (input is { Length: > Ceiling })
            return new Refusal("kernel.text.toolong", max);
        if (IsBlank(input))
            return new Refusal("kernel.text.required");
        if (Refuse(input!, shape) is { } refused)
            return refused;
        var text = TextShaper.Shape(input!, shape);
        if (Refuse(text, shape) is { } refusedAfter)
            return refusedAfter;
        if (IsBlank(text))
            return new Refusal("kernel.text.required");
        if (text.Length > max)
            return new Refusal("kernel.text.toolong", max);
        return text.Length < min ? new Refusal("kernel.text.tooshort", min) : text;
    }

    private static Refusal? Refuse(string text, TextShape shape)
    {
        var marks = 0;
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var taken) != System.Buffers.OperationStatus.Done)
                return new Refusal("kernel.text.broken");
            i += taken;
            if (Invisible.IsOverride(rune.Value))
                return new Refusal("kernel.text.override");
            if (IsForbidden(rune, shape))
                return new Refusal("kernel.text.control");
            if (!Invisible.IsDropped(rune.Value))
                marks = Invisible.IsMark(rune) ? marks + 1 : 0;
            if (marks > MarksPerLetter)
                return new Refusal("kernel.text.marks");
        }
        return null;
    }

    private static bool IsForbidden(Rune rune, TextShape shape)
    {
        if (rune.Value is '\n' or '\r' or '\t')
            return shape != TextShape.Paragraph;
        return Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 || Invisible.IsTag(rune.Value) || Invisible.IsNonCharacter(rune.Value);
    }
}

/// <summary>What kind of field a text is for.</summary>
internal enum TextShape
{
    Line,
    Paragraph,
    Name,
}
