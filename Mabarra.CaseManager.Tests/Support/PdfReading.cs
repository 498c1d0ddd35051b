using System.Text;
using System.Text.RegularExpressions;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>Makes extracted text comparable.</summary>
public static partial class PdfReading
{
    /// <summary>Without the direction marks poppler adds, and with single spaces.</summary>
    /// <remarks>
    /// Poppler puts a number inside an Arabic line between LRE and PDF together with the blanks and stops round it, these in the order of the
    /// paper from the left; they are turned back here, for whatever program drew the file.
    /// </remarks>
    public static string Plain(string extracted)
    {
        var logical = Embedded().Replace(extracted, match => Reversed(match.Groups["right"].Value) + match.Groups["core"].Value + Reversed(match.Groups["left"].Value));
        return Spaces().Replace(Marks().Replace(logical, ""), " ");
    }

    private static string Reversed(string text) => string.Concat(text.Reverse());

    [GeneratedRegex(@"\u202A(?<left>[^\w+\u202C]*)(?<core>[\w+](?:[^\u202C]*\w)?%?)?(?<right>[^\w\u202C]*)\u202C", RegexOptions.None, 5000)]
    private static partial Regex Embedded();

    /// <summary>How often each visible character occurs.</summary>
    public static Dictionary<Rune, int> Letters(string text) => text.EnumerateRunes()
        .Where(rune => !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format)
        .CountBy(rune => rune)
        .ToDictionary(pair => pair.Key, pair => pair.Value);

    [GeneratedRegex(@"[\u200B-\u200F\u202A-\u202E\u2066-\u2069]", RegexOptions.None, 5000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\s\u00A0]+", RegexOptions.None, 5000)]
    private static partial Regex Spaces();
}
