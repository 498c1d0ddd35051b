using System.Security.Cryptography;

namespace Mabarra.CaseManager.Documents;

/// <summary>The code on a paper by which anybody can have it confirmed: 16 characters of 32, so 80 random bits, without 0, O, 1 and I.</summary>
public static class VerifyCode
{
    public const int Length = 16;
    private const int Group = 4;
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As printed: four groups of four.</summary>
    public static string Shown(string code) => string.Join('-', code.Chunk(Group).Select(c => new string(c)));

    /// <summary>What was typed or scanned, in the one form we compare: any digits, any case, any spaces and hyphens, and the letters that are read wrongly. Null when it can be no code.</summary>
    public static string? Normalise(string? typed)
    {
        if (typed is null || typed.Length > 100)
            return null;
        var compact = Invisible.Compact(typed).ToUpperInvariant();
        // The printed code has none of these four, so each can only be a misread neighbour.
        compact = compact.Replace('0', 'Q').Replace('O', 'Q').Replace('1', 'L').Replace('I', 'L');
        return compact.Length == Length && compact.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? compact : null;
    }
}
