using System.Globalization;
using System.Text;

namespace Mabarra.CaseManager.Kernel;

/// <summary>
/// The one form in which names and queries are compared, ordinally (DOMAIN.md §2.2): without diacritics, tatweel and hidden characters; alef, ya, ha and kaf in
/// one shape each whatever keyboard they were typed on; Latin digits; «عبد الله» as one word; «بن» and «بنت» left out. Total: it takes any text.
/// </summary>
public static class SearchKey
{
    private const string Abd = "\u0639\u0628\u062F";
    private const string Bin = "\u0628\u0646";
    private const string Bint = "\u0628\u0646\u062A";
    private const string Ibn = "\u0627\u0628\u0646";

    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        // Marks go first: a long run of them makes normalisation quadratic. Decomposing splits hamza from its seat, so that أ and ا part here.
        var bare = Pick(text, Append);
        return JoinWords(Pick(bare.Normalize(NormalizationForm.FormKD), Fold));
    }

    private static string Pick(string text, Action<Rune, StringBuilder> append)
    {
        var picked = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Invisible.IsSpace(rune))
                picked.Append(' ');
            else if (!IsLeftOut(rune))
                append(rune, picked);
        }
        return picked.ToString();
    }

    /// <summary>Broken surrogates come as U+FFFD.</summary>
    private static bool IsLeftOut(Rune rune) => rune.Value is 0xFFFD or 0x0640 or 0x0674 or (>= 0x06D6 and <= 0x06ED)
        || Invisible.IsMark(rune)
        || Invisible.IsNonCharacter(rune.Value)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control;

    private static void Fold(Rune rune, StringBuilder key)
    {
        var folded = rune.IsBmp ? new Rune(Fold(Digits.ToLatin((char)rune.Value))) : rune;
        Append(Rune.ToLowerInvariant(folded), key);
    }

    private static void Append(Rune rune, StringBuilder key)
    {
        Span<char> chars = stackalloc char[2];
        key.Append(chars[..rune.EncodeToUtf16(chars)]);
    }

    private static char Fold(char c) => c switch
    {
        '\u0671' or '\u0672' or '\u0673' => '\u0627', // alef wasla and wavy hamza -> alef
        '\u0649' or '\u06CC' or '\u06D2' => '\u064A', // alef maqsura, Persian ya, Urdu bari ya -> ya
        '\u0629' or '\u06C1' or '\u06C3' or '\u06BE' or '\u06D5' => '\u0647', // ta marbuta, Urdu and Kurdish ha -> ha
        '\u06A9' or '\u06AA' => '\u0643', // Persian and Sindhi kaf -> kaf
        _ => c,
    };

    private static string JoinWords(string text)
    {
        var key = new StringBuilder(text.Length);
        var afterAbd = false;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is Bin or Bint or Ibn)
                continue;
            if (key.Length > 0 && !afterAbd)
                key.Append(' ');
            key.Append(word);
            afterAbd = word is Abd;
        }
        return key.ToString();
    }
}

/// <summary>The order of people in lists: family name without its article, then the given names. Databases lack Arabic collation; ordinal order of the key will do.</summary>
public static class SortKey
{
    private const string Article = "\u0627\u0644";

    public static string Of(string? familyName, params IEnumerable<string?> givenNames)
    {
        var family = SearchKey.Of(familyName);
        if (family.Length > Article.Length && family.StartsWith(Article, StringComparison.Ordinal))
            family = family[Article.Length..].TrimStart();
        return string.Join(' ', givenNames.Select(SearchKey.Of).Prepend(family).Where(k => k.Length > 0));
    }
}
