using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Ui;

/// <summary>A day picked in the Hijri (Umm al-Qura) or the Gregorian calendar; keeps one <see cref="DateOnly"/> whichever was used.</summary>
public sealed partial class HijriDatePicker
{
    private enum Part { Day, Month, Year }

    private int? _day;
    private int? _month;
    private int? _year;
    private bool? _inHijri;
    private DateOnly? _known;
    private IReadOnlyList<string> _monthNames = [];

    /// <summary>The calendar shown first; the person may switch.</summary>
    [Parameter] public bool Hijri { get; set; } = true;

    /// <summary>The person switched the calendar: for forms that keep which one the paper was in (<c>@bind-Hijri</c>).</summary>
    [Parameter] public EventCallback<bool> HijriChanged { get; set; }

    [Parameter] public DateOnly Min { get; set; } = HijriDate.FirstDay;

    /// <summary>Left out: today, which suits birth and event dates.</summary>
    [Parameter] public DateOnly? Max { get; set; }

    private bool InHijri => _inHijri ?? Hijri;

    private DateOnly Last => Max ?? Clock.Today;

    private int FirstYear => InHijri ? HijriDate.From(Clamp(Min)).Year : Min.Year;

    private int LastYear => InHijri ? HijriDate.From(Clamp(Last)).Year : Last.Year;

    private int DayCount => _month is { } month
        ? DaysIn(month)
        : (InHijri ? 30 : 31);

    // While the year is open the longest form of the month is offered: 30, and a leap February.
    private int DaysIn(int month) => (InHijri, _year) switch
    {
        (true, { } year) => HijriDate.DaysInMonth(year, month),
        (true, null) => 30,
        (false, var year) => DateTime.DaysInMonth(year ?? 2024, month),
    };

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        _monthNames = MonthNames(InHijri);
        if (Value == _known)
            return;
        _known = Value;
        Unreadable = null;
        Split();
    }

    private async Task PartAsync(Part part, ChangeEventArgs e)
    {
        int? chosen = int.TryParse((string?)e.Value, CultureInfo.InvariantCulture, out var number) ? number : null;
        switch (part)
        {
            case Part.Day: _day = chosen; break;
            case Part.Month: _month = chosen; break;
            default: _year = chosen; break;
        }
        // A day the month does not have (30 in a month of 29) is asked again rather than moved to another day unseen.
        if (_day > DayCount)
            _day = null;
        await CombineAsync();
    }

    private async Task CombineAsync()
    {
        DateOnly? day = (_year, _month, _day) is ({ } y, { } m, { } d)
            ? ToDay(y, m, d)
            : null;
        var outside = day is { } chosen && (chosen < Min || chosen > Last);
        _known = outside ? null : day;
        if (Value != _known)
            await SetAsync(_known);
        Unreadable = outside ? T["date.range", NameOf(Min), NameOf(Last)].Value : null;
    }

    private Task SwitchAsync(bool hijri)
    {
        if (hijri == InHijri || (hijri && Value is { } value && value != Clamp(value)))
            return Task.CompletedTask;
        _inHijri = hijri;
        _monthNames = MonthNames(hijri);
        Unreadable = null;
        Split();
        return HijriChanged.InvokeAsync(hijri);
    }

    private void Split() => (_year, _month, _day) = Value switch
    {
        null => (null, null, null),
        { } day when InHijri && day == Clamp(day) => Parts(HijriDate.From(day)),
        { } day => ShowGregorian(day),
    };

    private (int?, int?, int?) ShowGregorian(DateOnly day)
    {
        _inHijri = false;
        _monthNames = MonthNames(hijri: false);
        return (day.Year, day.Month, day.Day);
    }

    private DateOnly? ToDay(int year, int month, int day) => InHijri
        ? (HijriDate.TryCreate(year, month, day, out var date) ? date.ToDateOnly() : null)
        : new DateOnly(year, month, day);

    private string? Other(DateOnly day) => InHijri ? DateText.Gregorian(day, Culture) : DateText.Hijri(day, Culture);

    private string NameOf(DateOnly day) => (InHijri ? DateText.Hijri(day, Culture) : null) ?? DateText.Gregorian(day, Culture);

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    private static IReadOnlyList<string> MonthNames(bool hijri) => hijri ? DateText.HijriMonths(Culture) : DateText.GregorianMonths(Culture);

    private static (int?, int?, int?) Parts(HijriDate date) => (date.Year, date.Month, date.Day);

    private static DateOnly Clamp(DateOnly day) =>
        day < HijriDate.FirstDay ? HijriDate.FirstDay : day > HijriDate.LastDay ? HijriDate.LastDay : day;

    private static string Text(int? part) => part?.ToString(CultureInfo.InvariantCulture) ?? "";
}
