using System.Text;
using System.Xml;

namespace Mabarra.CaseManager.Ui;

/// <summary>What a text may be inside a spreadsheet: never a formula, never what the file's XML cannot hold (B57–B59).</summary>
public static class SheetText
{
    /// <summary>Excel's own limit of one cell.</summary>
    public const int LongestCell = 32_767;

    /// <summary>Excel's own limit of a sheet's name.</summary>
    public const int LongestName = 31;

    private const string NotInNames = @"[]:*?/\";

    /// <summary>Signs a spreadsheet takes for the beginning of a formula, their full-width forms, and separators behind which another program looks for one.</summary>
    private const string Risky = "=+-@\t\r\n|;,\"'＝＋－＠﹢﹣﹦﹫";

    /// <summary>Whether the text, hidden characters and spaces before it aside, could be taken for a formula when somebody edits or copies the cell.</summary>
    public static bool IsRisky(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Risky.Contains(rune.ToString(), StringComparison.Ordinal))
                return true;
            if (!Invisible.IsDropped(rune.Value) && !Invisible.IsOverride(rune.Value) && !Invisible.IsSpace(rune) && !Rune.IsControl(rune))
                return false;
        }
        return false;
    }

    /// <summary>The text as a cell holds it: unchanged, but for what XML cannot write and for what is longer than a cell, which ends in an ellipsis.</summary>
    public static string Cell(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
            else
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }
        if (clean.Length <= LongestCell)
            return clean.ToString();
        // Never half of a surrogate pair.
        var keep = char.IsHighSurrogate(clean[LongestCell - 2]) ? LongestCell - 2 : LongestCell - 1;
        return clean.ToString(0, keep) + "…";
    }

    /// <summary>A name Excel takes for a sheet: without the signs it refuses, no longer than it allows, and never empty.</summary>
    public static string Name(string name)
    {
        var clean = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            var refused = Rune.IsControl(rune) || Invisible.IsOverride(rune.Value) || NotInNames.Contains(rune.ToString(), StringComparison.Ordinal) || rune.Value == 0xFFFD;
            var next = refused ? " " : rune.ToString();
            if (clean.Length + next.Length > LongestName)
                break;
            clean.Append(next);
        }
        var trimmed = clean.ToString().Trim('\'', ' ');
        return trimmed.Length == 0 ? "1" : trimmed;
    }
}
