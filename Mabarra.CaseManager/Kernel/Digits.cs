namespace Mabarra.CaseManager.Kernel;

/// <summary>Digits people type. Arabic-Indic, Persian and fullwidth ones mean the same; Devanagari or mathematical ones are somebody playing, and stay as they are.</summary>
public static class Digits
{
    /// <summary>The text with ٠-٩, ۰-۹ and ０-９ written 0-9.</summary>
    public static string ToLatin(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange('\0', '\u065F') < 0
            ? text
            : string.Create(text.Length, text, static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = ToLatin(source[i]);
            });

    public static char ToLatin(char c) => c switch
    {
        >= '\u0660' and <= '\u0669' => (char)(c - '\u0660' + '0'),
        >= '\u06F0' and <= '\u06F9' => (char)(c - '\u06F0' + '0'),
        >= '\uFF10' and <= '\uFF19' => (char)(c - '\uFF10' + '0'),
        _ => c,
    };

    /// <summary>Only 0-9, and at least one: never <c>char.IsDigit</c>, which takes every script's digits.</summary>
    public static bool AreLatin(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
