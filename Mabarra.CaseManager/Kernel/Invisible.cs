using System.Globalization;
using System.Text;

namespace Mabarra.CaseManager.Kernel;

/// <summary>Characters that show nothing, sorted by what we do with them.</summary>
internal static class Invisible
{
    /// <summary>Dropped without a word: zero-width characters, soft hyphens, direction marks, embeddings and isolates. Pasted numbers carry them; people never type them.</summary>
    public static bool IsDropped(int c) => c is 0x00AD or 0x034F or 0x061C or 0x180E or 0xFEFF
        or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202C)
        or (>= 0x2060 and <= 0x206F) or (>= 0xFFF9 and <= 0xFFFB);

    /// <summary>Left-to-right and right-to-left override: they make a text read as something it is not.</summary>
    public static bool IsOverride(int c) => c is 0x202D or 0x202E;

    /// <summary>Every space there is, and the letters that only look like one (Hangul fillers, the empty Braille cell).</summary>
    public static bool IsSpace(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator;

    public static bool IsNonCharacter(int c) => (c & 0xFFFE) == 0xFFFE || c is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>Language tags: a whole hidden alphabet.</summary>
    public static bool IsTag(int c) => c is >= 0xE0000 and <= 0xE007F;

    public static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>The typed form of a number or code: no spaces, hyphens and hidden characters, Latin digits. Everything else stays for the check to see.</summary>
    public static string Compact(string text)
    {
        var compact = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsDropped(c) && !IsHyphen(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.SpaceSeparator)
                compact.Append(Digits.ToLatin(c));
        }
        return compact.ToString();
    }

    public static bool IsHyphen(int c) => c is '-' or (>= 0x2010 and <= 0x2015) or 0x2212 or 0xFE63 or 0xFF0D;
}
