namespace Mabarra.CaseManager.Kernel;

/// <summary>العنوان المختصر of the national address: four Latin letters and four digits, such as RAAA2919.</summary>
public static class ShortAddress
{
    public static Checked<string> Check(string? input)
    {
        if (CleanText.IsBlank(input))
            return new Refusal("kernel.text.required");
        var code = input!.Length > 100 ? "" : Invisible.Compact(input).ToUpperInvariant();
        return code.Length == 8 && code.AsSpan(0, 4).IndexOfAnyExceptInRange('A', 'Z') < 0 && Digits.AreLatin(code.AsSpan(4))
            ? code
            : new Refusal("kernel.address.short");
    }

    /// <summary>The last four digits repeat the building's number. A difference is worth a warning, not a refusal.</summary>
    public static bool MatchesBuilding(string code, string buildingNo) => code.EndsWith(buildingNo, StringComparison.Ordinal);
}

/// <summary>The plain numbers of a national address.</summary>
public static class AddressNumber
{
    /// <summary>الرمز البريدي, five digits.</summary>
    public static Checked<string> CheckPostalCode(string? input) => Check(input, 5, "kernel.address.postal");

    /// <summary>رقم المبنى, four digits.</summary>
    public static Checked<string> CheckBuilding(string? input) => Check(input, 4, "kernel.address.building");

    /// <summary>الرقم الفرعي, four digits.</summary>
    public static Checked<string> CheckSecondary(string? input) => Check(input, 4, "kernel.address.secondary");

    private static Checked<string> Check(string? input, int length, string code)
    {
        if (CleanText.IsBlank(input))
            return new Refusal("kernel.text.required");
        var number = input!.Length > 100 ? "" : Invisible.Compact(input);
        return number.Length == length && Digits.AreLatin(number) ? number : new Refusal(code);
    }
}
