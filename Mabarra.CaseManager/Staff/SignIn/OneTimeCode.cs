using System.Globalization;

namespace Mabarra.CaseManager.Staff.SignIn;

/// <summary>Codes as people type them: Arabic digits, spaces and hyphens are all right.</summary>
internal static class OneTimeCode
{
    /// <summary>The digits of an authenticator's code; anything else gives an empty text, which no code equals.</summary>
    public static string Digits(string? typed)
    {
        var plain = Plain(typed);
        return plain.Length == 6 && plain.All(char.IsAsciiDigit) ? plain : "";
    }

    /// <summary>A recovery code as Identity keeps it: <c>XXXXX-XXXXX</c>.</summary>
    public static string Recovery(string? typed)
    {
        var plain = Plain(typed).ToUpper(CultureInfo.InvariantCulture);
        return plain.Length == 10 ? $"{plain[..5]}-{plain[5..]}" : "";
    }

    /// <summary>Latin letters and digits only.</summary>
    public static string Plain(string? typed) => typed is null or { Length: > 100 }
        ? ""
        : string.Concat(typed.Select(Kernel.Digits.ToLatin).Where(char.IsAsciiLetterOrDigit));
}
