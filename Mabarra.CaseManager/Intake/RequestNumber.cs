using System.Globalization;

namespace Mabarra.CaseManager.Intake;

/// <summary>رقم الطلب: <c>REQ-2026-00001</c>, from one in each year.</summary>
public static class RequestNumber
{
    private const string Prefix = "REQ";
    private const int LongestTyped = 20;

    internal static string Of(int year, long serial) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{year:0000}-{serial:00000}");

    internal static string SeriesOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{year:0000}");

    /// <summary>The number meant by what was typed: whole, without its zeros, or only <c>12</c> for the twelfth of <paramref name="year"/>. Null when it is no number.</summary>
    public static string? Parse(string? typed, int year)
    {
        var key = typed is null or { Length: > LongestTyped } ? "" : SearchKey.Of(typed);
        var parts = key.Split('-', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts switch
        {
            [var serial] when Number(serial) is { } n and < 1_000_000 => Of(year, n),
            [var prefix, var of, var serial] when string.Equals(prefix, Prefix, StringComparison.OrdinalIgnoreCase) && Number(of) is { } y and < 10_000 && Number(serial) is { } n => Of((int)y, n),
            _ => null,
        };
    }

    private static long? Number(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
