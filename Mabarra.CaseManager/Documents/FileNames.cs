using System.Globalization;
using System.Text;

namespace Mabarra.CaseManager.Documents;

/// <summary>Names of files as people gave them, made fit to be shown. A name never becomes part of a path and never says what a file is (B47, B48).</summary>
public static class FileNames
{
    private const string Nameless = "document";
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"];

    /// <summary>The name to show: the last part of a path, without hidden and deceiving characters, with the ending that its bytes deserve.</summary>
    public static string Shown(string? given, DocumentKind kind)
    {
        var stem = Stem(Visible(LastPart(given ?? ""))).TrimStart('.', ' ');
        if (stem.Length == 0 || IsDevice(stem))
            stem = stem.Length == 0 ? Nameless : $"_{stem}";
        return Cut(stem, DocumentLimits.LongestName - kind.Extension().Length) + kind.Extension();
    }

    private static string LastPart(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..];

    private static string Visible(string name)
    {
        var shown = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (Invisible.IsSpace(rune) || rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*')
                shown.Append(' ');
            else if (IsShown(rune))
                shown.Append(rune);
        }

        var text = shown.ToString().Normalize(NormalizationForm.FormC);
        return string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ' ');
    }

    private static bool IsShown(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune != Rune.ReplacementChar && !Invisible.IsDropped(rune.Value) && !Invisible.IsNonCharacter(rune.Value);

    /// <summary>Takes every ending off, so that <c>report.pdf.exe</c> is shown as report.pdf and not as something to run.</summary>
    private static string Stem(string name)
    {
        for (var dot = name.LastIndexOf('.'); dot >= 0 && IsEnding(name.AsSpan(dot + 1)); dot = name.LastIndexOf('.'))
            name = name[..dot].TrimEnd('.', ' ');
        return name;
    }

    private static bool IsEnding(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= 5 && !text.ContainsAnyExcept(Letters) && text.ContainsAnyExceptInRange('0', '9');

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static bool IsDevice(string stem)
    {
        var name = stem.Split('.')[0].TrimEnd();
        return Devices.Contains(name, StringComparer.OrdinalIgnoreCase)
            || (name.Length == 4 && (name.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || name.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)) && char.IsAsciiDigit(name[3]));
    }

    /// <summary>Never through the middle of what a reader sees as one letter.</summary>
    private static string Cut(string name, int longest)
    {
        if (name.Length <= longest)
            return name;
        var end = 0;
        for (var elements = StringInfo.GetTextElementEnumerator(name); elements.MoveNext();)
        {
            if (elements.ElementIndex + elements.GetTextElement().Length > longest)
                break;
            end = elements.ElementIndex + elements.GetTextElement().Length;
        }

        return end == 0 ? Nameless : name[..end].TrimEnd();
    }
}
