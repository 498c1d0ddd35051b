using System.Globalization;

namespace Mabarra.CaseManager.Kernel;

/// <summary>A Saudi IBAN: SA, two check digits, two of the bank, eighteen of the account (DOMAIN.md §2.1).</summary>
public static class Iban
{
    public const int Length = 24;

    /// <summary>The 24 characters in capitals. Spaces, hyphens and small letters are fine. An unknown bank is no error: see <see cref="BankHint"/>.</summary>
    public static Checked<string> Check(string? input)
    {
        if (CleanText.IsBlank(input))
            return new Refusal("kernel.text.required");
        if (input!.Length > 200)
            return new Refusal("kernel.iban.length", Length);
        var iban = Invisible.Compact(input).ToUpperInvariant();
        if (!iban.All(char.IsAsciiLetterOrDigit))
            return new Refusal("kernel.iban.characters");
        if (!iban.StartsWith("SA", StringComparison.Ordinal))
            return new Refusal("kernel.iban.country");
        if (iban.Length != Length)
            return new Refusal("kernel.iban.length", Length);
        return Digits.AreLatin(iban.AsSpan(2, 4)) && HasCheckDigits(iban) ? iban : new Refusal("kernel.iban.checkdigits");
    }

    /// <summary>SA03 8000 0000 6080 1016 7519: as banks print it. Always shown left to right.</summary>
    public static string InFours(string iban) => string.Join(' ', iban.Chunk(4).Select(four => new string(four)));

    /// <summary>The bank's usual name, a hint only: null, with no harm, for a bank we do not know.</summary>
    public static string? BankHint(string iban, CultureInfo culture)
    {
        if (iban.Length < 6)
            return null;
        var code = iban.AsSpan(4, 2);
        foreach (var bank in KernelWords.List("iban.banks", culture))
        {
            if (bank.AsSpan(0, 2).SequenceEqual(code))
                return bank[3..];
        }
        return null;
    }

    /// <summary>Modulo 97 is 1; and check digits run from 02 to 98 only, so that 00, 01 and 99 cannot pass for their twins.</summary>
    private static bool HasCheckDigits(string iban)
    {
        var check = ((iban[2] - '0') * 10) + (iban[3] - '0');
        if (check is < 2 or > 98)
            return false;
        var rest = 0;
        for (var i = 0; i < Length; i++)
        {
            var c = iban[(i + 4) % Length];
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + (c - '0')) % 97 : ((rest * 100) + (c - 'A' + 10)) % 97;
        }
        return rest == 1;
    }
}
