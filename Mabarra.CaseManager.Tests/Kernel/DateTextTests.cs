using System.Globalization;

namespace Mabarra.CaseManager.Tests.Kernel;

public sealed class DateTextTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Fact]
    public void Arabic_writes_both_calendars()
    {
        Assert.Equal("13 جمادى الآخرة 1448هـ", DateText.Hijri(Day, AppCulture.Arabic));
        Assert.Equal("23 نوفمبر 2026م", DateText.Gregorian(Day, AppCulture.Arabic));
        Assert.Equal("13 جمادى الآخرة 1448هـ الموافق 23 نوفمبر 2026م", DateText.Both(Day, AppCulture.Arabic));
        Assert.Equal("الاثنين 13 جمادى الآخرة 1448هـ الموافق 23 نوفمبر 2026م", DateText.BothWithDay(Day, AppCulture.Arabic));
        Assert.Equal("الاثنين 23 نوفمبر 2026م", DateText.GregorianWithDay(Day, AppCulture.Arabic));
        Assert.Equal("1448/06/13هـ", DateText.ShortHijri(Day, AppCulture.Arabic));
    }

    [Fact]
    public void English_likewise()
    {
        Assert.Equal("13 Jumada II 1448 AH (23 November 2026)", DateText.Both(Day, AppCulture.English));
        Assert.Equal("Monday", DateText.DayName(Day, AppCulture.English));
        Assert.Equal("1448/06/13 AH", DateText.ShortHijri(Day, AppCulture.English));
    }

    [Fact]
    public void The_ambient_culture_plays_no_part()
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fa-IR");
            Assert.Equal("2026-11-23", DateText.ShortGregorian(Day));
            Assert.Equal("13 جمادى الآخرة 1448هـ الموافق 23 نوفمبر 2026م", DateText.Both(Day, AppCulture.Arabic));
            Assert.Equal("23 November 2026", DateText.Gregorian(Day, AppCulture.English));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Fact]
    public void Both_languages_name_twelve_months_and_seven_days()
    {
        foreach (var culture in AppCulture.All)
        {
            Assert.Equal(12, DateText.HijriMonths(culture).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(12, DateText.GregorianMonths(culture).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(7, Enum.GetValues<DayOfWeek>().Select(d => DateText.DayName(d, culture)).Distinct(StringComparer.Ordinal).Count());
        }
    }
}
