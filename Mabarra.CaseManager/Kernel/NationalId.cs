namespace Mabarra.CaseManager.Kernel;

/// <summary>Whose number it is, which its first digit says.</summary>
public enum NationalIdKind
{
    /// <summary>هوية وطنية, begins with 1.</summary>
    Citizen,

    /// <summary>هوية مقيم (إقامة), begins with 2.</summary>
    Resident,
}

/// <summary>The ten digits of a Saudi national ID or a residence permit, with their check digit (DOMAIN.md §2.1).</summary>
public static class NationalId
{
    public const int Length = 10;

    /// <summary>The number as ten Latin digits, of a citizen or a resident. Any keyboard's digits, spaces and hyphens are fine.</summary>
    public static Checked<string> Check(string? input) => Check(input, null);

    /// <param name="kind">The kind the person said it is; null takes both.</param>
    public static Checked<string> Check(string? input, NationalIdKind? kind)
    {
        if (CleanText.IsBlank(input))
            return new Refusal("kernel.text.required");
        if (input!.Length > 100)
            return new Refusal("kernel.id.length", Length);
        var id = Invisible.Compact(input);
        if (!Digits.AreLatin(id))
            return new Refusal("kernel.id.digits", Length);
        if (id.Length != Length)
            return new Refusal("kernel.id.length", Length);
        return RefuseKind(id, kind) ?? (HasCheckDigit(id) ? id : (Checked<string>)new Refusal("kernel.id.checkdigit"));
    }

    /// <summary>What a stored number is; null when it is not one of ours.</summary>
    public static NationalIdKind? KindOf(string? id) => id is { Length: Length } ? KindOfDigit(id[0]) : null;

    private static NationalIdKind? KindOfDigit(char first) => first switch
    {
        '1' => NationalIdKind.Citizen,
        '2' => NationalIdKind.Resident,
        _ => null,
    };

    private static Checked<string>? RefuseKind(string id, NationalIdKind? expected)
    {
        if (KindOfDigit(id[0]) is not { } kind)
            return new Refusal("kernel.id.firstdigit");
        if (expected is null || expected == kind)
            return null;
        return new Refusal(expected == NationalIdKind.Citizen ? "kernel.id.citizen" : "kernel.id.resident");
    }

    /// <summary>Luhn: every other digit doubled from the first, the digits of all of it add up to a multiple of ten.</summary>
    private static bool HasCheckDigit(string id)
    {
        var sum = 0;
        for (var i = 0; i < id.Length; i++)
        {
            var digit = id[i] - '0';
            var weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}

/// <summary>Numbers of other identity documents (GCC identity, passport, border number): no known checksum, so only their letters and length are looked at.</summary>
public static class OtherId
{
    public const int Shortest = 3;
    public const int Longest = 20;

    /// <summary>Latin capitals and digits.</summary>
    public static Checked<string> Check(string? input)
    {
        if (CleanText.IsBlank(input))
            return new Refusal("kernel.text.required");
        var id = input!.Length > 100 ? "" : Invisible.Compact(input).ToUpperInvariant();
        return id.Length is >= Shortest and <= Longest && id.All(char.IsAsciiLetterOrDigit)
            ? id
            : new Refusal("kernel.id.other", Shortest, Longest);
    }
}

/// <summary>الرقم الوطني الموحد of an establishment: ten digits beginning with 7, no public checksum.</summary>
public static class UnifiedNumber
{
    public static Checked<string> Check(string? input)
    {
        if (CleanText.IsBlank(input))
            return new Refusal("kernel.text.required");
        var number = input!.Length > 100 ? "" : Invisible.Compact(input);
        return number.Length == 10 && number[0] == '7' && Digits.AreLatin(number) ? number : new Refusal("kernel.unifiednumber");
    }
}
