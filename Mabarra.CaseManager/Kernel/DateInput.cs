using System.Globalization;

namespace Mabarra.CaseManager.Kernel;

/// <summary>
/// Dates as people type them, read by hand: with the year first or last (2026-11-23, 23/11/2026), day before month as in the Kingdom, any keyboard's digits.
/// Two-part dates and two-digit years are refused, for they can be read several ways.
/// </summary>
public static class DateInput
{
    /// <summary>A Gregorian date.</summary>
    public static Checked<DateOnly> CheckGregorian(string? input)
    {
        var parts = Read(input);
        if (!parts.IsOk)
            return parts.Refusal!;
        var (year, month, day) = parts.Value;
        if (year is >= HijriDate.FirstYear and <= HijriDate.LastYear)
            return new Refusal("kernel.date.hijri");
        if (year < HijriDate.FirstDay.Year || year > HijriDate.LastDay.Year)
            return new Refusal("kernel.date.range", HijriDate.FirstDay.Year, HijriDate.LastDay.Year);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : new Refusal("kernel.date.day");
    }

    /// <summary>A Hijri date, given back as the day it is.</summary>
    public static Checked<DateOnly> CheckHijri(string? input)
    {
        var parts = Read(input);
        if (!parts.IsOk)
            return parts.Refusal!;
        var date = HijriDate.Check(parts.Value.Year, parts.Value.Month, parts.Value.Day);
        return date.IsOk ? date.Value.ToDateOnly() : date.Refusal!;
    }

    private static Checked<(int Year, int Month, int Day)> Read(string? input)
    {
        if (CleanText.IsBlank(input))
            return new Refusal("kernel.text.required");
        var typed = input!.Length > 100 ? "" : Digits.ToLatin(string.Concat(input.Where(c => !Invisible.IsDropped(c)))).Trim(' ', '\u00A0');
        var separator = typed.Contains('/', StringComparison.Ordinal) ? '/' : '-';
        var parts = typed.Split(separator);
        if (parts.Length != 3 || !parts.All(p => Digits.AreLatin(p)))
            return new Refusal("kernel.date.form");
        return (parts[0].Length, parts[1].Length, parts[2].Length) switch
        {
            (4, 1 or 2, 1 or 2) => (Number(parts[0]), Number(parts[1]), Number(parts[2])),
            (1 or 2, 1 or 2, 4) => (Number(parts[2]), Number(parts[1]), Number(parts[0])),
            _ => new Refusal("kernel.date.form"),
        };
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
