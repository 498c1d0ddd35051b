using System.Globalization;

namespace Mabarra.CaseManager.Kernel;

/// <summary>An e-mail address we can write to: plain local part, real-looking domain. Nothing that could end a header line or hide a second address.</summary>
public static class EmailText
{
    public const int Longest = 254;
    private const int LongestLocalPart = 64;
    private const string LocalSigns = ".!#$%&'*+/=?^_`{|}~-";

    /// <summary>The address with its domain in small letters; a domain in Arabic letters comes out in its ASCII form.</summary>
    public static Checked<string> Check(string? input)
    {
        if (CleanText.IsBlank(input))
            return new Refusal("kernel.text.required");
        if (input!.Length > 1000)
            return new Refusal("kernel.email.form");
        var email = string.Concat(input.Where(c => !Invisible.IsDropped(c))).Trim(' ', '\u00A0');
        var at = email.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || !IsLocalPart(email.AsSpan(0, at)) || ToDomain(email[(at + 1)..]) is not { } domain)
            return new Refusal("kernel.email.form");
        var address = $"{email[..at]}@{domain}";
        return address.Length <= Longest ? address : new Refusal("kernel.email.form");
    }

    private static bool IsLocalPart(ReadOnlySpan<char> local)
    {
        if (local.Length > LongestLocalPart || local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal))
            return false;
        foreach (var c in local)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !LocalSigns.Contains(c, StringComparison.Ordinal))
                return false;
        }
        return true;
    }

    private static string? ToDomain(string typed)
    {
        var labels = typed.Split('.');
        if (labels.Length < 2 || !labels.All(IsLabel))
            return null;
        try
        {
            var domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(typed).ToLowerInvariant();
            return Digits.AreLatin(domain.AsSpan(domain.LastIndexOf('.') + 1)) ? null : domain;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>One script a label, so that a Cyrillic а cannot pass for a Latin a.</summary>
    private static bool IsLabel(string label) => label.Length is >= 1 and <= 63
        && (label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') || label.All(c => NameLetters.IsArabic(c) || char.IsAsciiDigit(c) || c == '-'));
}
