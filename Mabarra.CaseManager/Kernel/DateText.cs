using System.Globalization;

namespace Mabarra.CaseManager.Kernel;

/// <summary>How days are written on screen and on paper, in both calendars, always with Latin digits.</summary>
public static class DateText
{
    /// <summary>«13 جمادى الآخرة 1448هـ» · 13 Jumada II 1448 AH.</summary>
    public static string Hijri(HijriDate date, CultureInfo culture) =>
        KernelWords.Format("date.hijri", culture, date.Day, HijriMonth(date.Month, culture), date.Year);

    /// <summary>As above, or null for a day the Hijri calendar's tables do not reach.</summary>
    public static string? Hijri(DateOnly day, CultureInfo culture) =>
        HijriDate.TryFrom(day, out var date) ? Hijri(date, culture) : null;

    /// <summary>«23 نوفمبر 2026م» · 23 November 2026.</summary>
    public static string Gregorian(DateOnly day, CultureInfo culture) =>
        KernelWords.Format("date.gregorian", culture, day.Day, GregorianMonth(day.Month, culture), day.Year);

    /// <summary>«13 جمادى الآخرة 1448هـ الموافق 23 نوفمبر 2026م»; the Gregorian alone where there is no Hijri.</summary>
    public static string Both(DateOnly day, CultureInfo culture) => Hijri(day, culture) is { } hijri
        ? KernelWords.Format("date.both", culture, hijri, Gregorian(day, culture))
        : Gregorian(day, culture);

    /// <summary>«الاثنين 13 جمادى الآخرة 1448هـ الموافق 23 نوفمبر 2026م».</summary>
    public static string BothWithDay(DateOnly day, CultureInfo culture) =>
        KernelWords.Format("date.withday", culture, DayName(day, culture), Both(day, culture));

    /// <summary>«الاثنين 23 نوفمبر 2026م».</summary>
    public static string GregorianWithDay(DateOnly day, CultureInfo culture) =>
        KernelWords.Format("date.withday", culture, DayName(day, culture), Gregorian(day, culture));

    /// <summary>«1448/06/13هـ», or null where there is no Hijri date.</summary>
    public static string? ShortHijri(DateOnly day, CultureInfo culture) =>
        HijriDate.TryFrom(day, out var date) ? KernelWords.Format("date.hijri.short", culture, date) : null;

    /// <summary>2026-11-23: the same in both languages, and as it is stored.</summary>
    public static string ShortGregorian(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string DayName(DateOnly day, CultureInfo culture) => DayName(day.DayOfWeek, culture);

    public static string DayName(DayOfWeek day, CultureInfo culture) => KernelWords.List("calendar.days", culture)[(int)day];

    /// <param name="month">1…12.</param>
    public static string HijriMonth(int month, CultureInfo culture) => HijriMonths(culture)[month - 1];

    /// <summary>The twelve names in order, for a select.</summary>
    public static IReadOnlyList<string> HijriMonths(CultureInfo culture) => KernelWords.List("calendar.hijri.months", culture);

    /// <param name="month">1…12.</param>
    public static string GregorianMonth(int month, CultureInfo culture) => GregorianMonths(culture)[month - 1];

    /// <summary>The twelve names in order, for a select.</summary>
    public static IReadOnlyList<string> GregorianMonths(CultureInfo culture) => KernelWords.List("calendar.gregorian.months", culture);
}
