using System.Globalization;

namespace Mabarra.CaseManager.Kernel;

/// <summary>
/// The two cultures of the app. Plain <c>ar-SA</c> will not do: its calendar is Umm al-Qura, so that ToString("yyyy-MM-dd") prints Hijri and parsing
/// 2026-11-23 throws, and its separators are Arabic. Ours counts Gregorian days, writes Latin digits and separators, and starts the week on Sunday.
/// </summary>
public static class AppCulture
{
    /// <summary>Arabic, the app's first language.</summary>
    public static CultureInfo Arabic { get; } = Make("ar-SA");

    public static CultureInfo English { get; } = Make("en");

    public static IReadOnlyList<CultureInfo> All { get; } = [Arabic, English];

    /// <summary>The app's culture for a name such as "en-GB"; Arabic when the name says nothing we know.</summary>
    public static CultureInfo Of(string? name) =>
        name is not null && (name.Equals("en", StringComparison.OrdinalIgnoreCase) || name.StartsWith("en-", StringComparison.OrdinalIgnoreCase))
            ? English
            : Arabic;

    /// <summary>True where text runs from right to left.</summary>
    public static bool IsArabic(CultureInfo culture) => ReferenceEquals(Of(culture.Name), Arabic);

    private static CultureInfo Make(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        SetDates(culture.DateTimeFormat);
        SetNumbers(culture.NumberFormat);
        return CultureInfo.ReadOnly(culture);
    }

    private static void SetDates(DateTimeFormatInfo dates)
    {
        dates.Calendar = new GregorianCalendar(GregorianCalendarTypes.Localized);
        dates.FirstDayOfWeek = DayOfWeek.Sunday;
        dates.CalendarWeekRule = CalendarWeekRule.FirstDay;
        dates.DateSeparator = "-";
        dates.TimeSeparator = ":";
        dates.ShortDatePattern = "yyyy-MM-dd";
        dates.LongDatePattern = "dddd d MMMM yyyy";
        dates.ShortTimePattern = "HH:mm";
        dates.LongTimePattern = "HH:mm:ss";
        dates.FullDateTimePattern = "dddd d MMMM yyyy HH:mm";
        dates.YearMonthPattern = "MMMM yyyy";
        dates.MonthDayPattern = "d MMMM";
    }

    private static void SetNumbers(NumberFormatInfo numbers)
    {
        var latin = NumberFormatInfo.InvariantInfo;
        numbers.NativeDigits = latin.NativeDigits;
        numbers.DigitSubstitution = DigitShapes.None;
        numbers.NegativeSign = latin.NegativeSign;
        numbers.PositiveSign = latin.PositiveSign;
        numbers.NumberDecimalSeparator = numbers.CurrencyDecimalSeparator = numbers.PercentDecimalSeparator = ".";
        numbers.NumberGroupSeparator = numbers.CurrencyGroupSeparator = numbers.PercentGroupSeparator = ",";
        numbers.NumberGroupSizes = numbers.CurrencyGroupSizes = numbers.PercentGroupSizes = [3];
        numbers.NumberNegativePattern = latin.NumberNegativePattern;
        numbers.PercentSymbol = latin.PercentSymbol;
        numbers.PerMilleSymbol = latin.PerMilleSymbol;
        numbers.PercentPositivePattern = 1;
        numbers.PercentNegativePattern = 1;
        numbers.NaNSymbol = latin.NaNSymbol;
        numbers.PositiveInfinitySymbol = latin.PositiveInfinitySymbol;
        numbers.NegativeInfinitySymbol = latin.NegativeInfinitySymbol;
    }
}
