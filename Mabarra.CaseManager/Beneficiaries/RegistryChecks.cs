namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Checks that several parts of a file share.</summary>
internal static class RegistryChecks
{
    /// <summary>A choice that may be left open, and is one of the list.</summary>
    public static void Known<T>(this FieldChecks check, T? value, string field)
        where T : struct, Enum => check.That(value is null || Enum.IsDefined(value.Value), "registry.choice.unknown", field);

    /// <summary>A choice that must be made.</summary>
    public static void Chosen<T>(this FieldChecks check, T? value, string field)
        where T : struct, Enum
    {
        check.That(value is not null, "registry.choice.missing", field);
        check.Known(value, field);
    }

    /// <summary>An amount that must be there; zero only where it means something.</summary>
    public static Money Amount(this FieldChecks check, Money? value, string field, bool zeroAllowed = false)
    {
        check.That(value is not null, "registry.amount.missing", field);
        return check.AmountOr(value ?? (zeroAllowed ? Money.Zero : new Money(1)), field, zeroAllowed);
    }

    public static Money AmountOr(this FieldChecks check, Money value, string field, bool zeroAllowed = true)
    {
        check.That(value >= Money.Zero && value <= Money.Largest, "registry.amount.range", field, Money.Largest);
        check.That(zeroAllowed || value != Money.Zero, "registry.amount.zero", field);
        return value;
    }

    /// <summary>A full name in one field: the letters are those of a person's name.</summary>
    public static string FullName(this FieldChecks check, string? input, string field)
    {
        var name = check.Line(input, field, LongestFullName, min: CleanText.ShortestName);
        check.That(name.Length == 0 || name.EnumerateRunes().All(r => System.Text.Rune.IsLetter(r) || r.Value is ' ' or '-' or '\'' || IsMark(r)), "registry.name.letters", field);
        return name;
    }

    private const int LongestFullName = 120;

    private static bool IsMark(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
