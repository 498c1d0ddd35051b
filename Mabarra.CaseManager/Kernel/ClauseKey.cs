namespace Mabarra.CaseManager.Kernel;

/// <summary>How a clause of the policy is named: stored and recorded with Latin digits (<c>ت-6</c>), shown and linked with the policy's own (<c>ت-٦</c>).</summary>
public static class ClauseKey
{
    private const string Address = "/policy";
    private const int Longest = 40;

    /// <summary>As the policy itself writes it.</summary>
    public static string Shown(string key) => string.Create(key.Length, key, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = source[i] is >= '0' and <= '9' ? (char)(source[i] - '0' + '\u0660') : source[i];
    });

    /// <summary>Where everybody who works here reads the clause in its place.</summary>
    public static string Href(string key) => $"{Address}/{Uri.EscapeDataString(Shown(key))}";

    /// <summary>What somebody typed or pasted into an address, any digits and any hyphen, as it is stored; null when it can be no clause.</summary>
    public static string? Parse(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > Longest)
            return null;
        // Without its hyphen, and with Latin digits.
        var plain = Invisible.Compact(typed);
        var digits = plain.Length;
        while (digits > 0 && plain[digits - 1] is >= '0' and <= '9')
            digits--;
        if (digits == 0)
            return null;
        return digits == plain.Length ? plain : $"{plain[..digits]}-{plain[digits..]}";
    }
}
