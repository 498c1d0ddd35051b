using System.Globalization;

namespace Mabarra.CaseManager.Kernel;

/// <summary>
/// Amounts as people type them: 1250 · 1,250.00 · ١٬٢٥٠٫٥٠. Read by hand, for decimal.TryParse under ar-SA refuses the first form and under others takes 1e5.
/// A comma only ever parts thousands and a dot only ever halalas; anything that could be read two ways is refused.
/// </summary>
public static class MoneyInput
{
    public static Checked<Money> Check(string? input)
    {
        if (CleanText.IsBlank(input))
            return new Refusal("kernel.text.required");
        if (input!.Length > 100)
            return new Refusal("kernel.money.toolarge", Money.Largest);
        var typed = ToLatin(input);
        if (typed.Length > 1 && typed[0] == '-')
            return new Refusal("kernel.money.negative");
        var parts = typed.Split('.');
        if (parts.Length > 2 || ToWhole(parts[0]) is not { } riyals || (parts.Length == 2 && !Digits.AreLatin(parts[1])))
            return new Refusal("kernel.money.form");
        var halalas = parts.Length == 2 ? parts[1] : "";
        if (halalas.Length > 2)
            return new Refusal("kernel.money.decimals");
        return ToMoney(riyals.TrimStart('0'), halalas);
    }

    private static string ToLatin(string input) => string.Concat(input
        .Where(c => !Invisible.IsDropped(c))
        .Select(c => c switch
        {
            '\u066B' => '.', // Arabic decimal separator
            '\u066C' => ',', // Arabic thousands separator
            '\u2212' => '-',
            _ => Digits.ToLatin(c),
        })).Trim(' ', '\u00A0', '\u202F');

    /// <summary>Digits without their commas; null where a comma does not part thousands.</summary>
    private static string? ToWhole(string typed)
    {
        var groups = typed.Split(',');
        var wellParted = groups.Length == 1 || (groups[0].Length <= 3 && groups.Skip(1).All(g => g.Length == 3));
        return wellParted && groups.All(g => Digits.AreLatin(g)) ? string.Concat(groups) : null;
    }

    private static Checked<Money> ToMoney(string riyals, string halalas)
    {
        if (riyals.Length > 9)
            return new Refusal("kernel.money.toolarge", Money.Largest);
        var all = riyals + halalas.PadRight(2, '0');
        return new Money(long.Parse(all, NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
