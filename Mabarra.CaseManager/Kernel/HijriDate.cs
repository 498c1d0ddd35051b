using System.Globalization;
using System.Runtime.InteropServices;

namespace Mabarra.CaseManager.Kernel;

/// <summary>A day of the Umm al-Qura calendar, 1318/01/01 … 1500/12/30 (1900-04-30 … 2077-11-16). For showing and typing only: what is stored is the <see cref="DateOnly"/>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HijriDate
{
    public const int FirstYear = 1318;
    public const int LastYear = 1500;

    private static readonly UmAlQuraCalendar Calendar = new();

    private HijriDate(int year, int month, int day) => (Year, Month, Day) = (year, month, day);

    /// <summary>1318/01/01.</summary>
    public static DateOnly FirstDay { get; } = new(1900, 4, 30);

    /// <summary>1500/12/30.</summary>
    public static DateOnly LastDay { get; } = new(2077, 11, 16);

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    public static bool TryCreate(int year, int month, int day, out HijriDate date)
    {
        var exists = year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth(year, month);
        date = exists ? new HijriDate(year, month, day) : default;
        return exists;
    }

    /// <summary>As <see cref="TryCreate"/>, saying which part is wrong.</summary>
    public static Checked<HijriDate> Check(int year, int month, int day)
    {
        if (year is < FirstYear or > LastYear)
            return new Refusal("kernel.hijri.year", FirstYear, LastYear);
        if (month is < 1 or > 12)
            return new Refusal("kernel.hijri.month");
        if (TryCreate(year, month, day, out var date))
            return date;
        return new Refusal("kernel.hijri.day", DaysInMonth(year, month));
    }

    /// <summary>29 or 30.</summary>
    public static int DaysInMonth(int year, int month) => Calendar.GetDaysInMonth(year, month);

    /// <summary>False for days the calendar's tables do not reach.</summary>
    public static bool TryFrom(DateOnly day, out HijriDate date)
    {
        date = default;
        if (day < FirstDay || day > LastDay)
            return false;
        var at = day.ToDateTime(TimeOnly.MinValue);
        date = new HijriDate(Calendar.GetYear(at), Calendar.GetMonth(at), Calendar.GetDayOfMonth(at));
        return true;
    }

    public static HijriDate From(DateOnly day) => TryFrom(day, out var date)
        ? date
        : throw new ArgumentOutOfRangeException(nameof(day), day, "Outside the Umm al-Qura calendar.");

    public DateOnly ToDateOnly() => DateOnly.FromDateTime(Calendar.ToDateTime(Year, Month, Day, 0, 0, 0, 0));

    /// <summary>1448/06/13.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}/{Month:00}/{Day:00}");
}
