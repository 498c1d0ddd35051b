
namespace Mabarra.CaseManager.Tests.Kernel;

public sealed class HijriDateTests
{
    [Theory]
    [InlineData(1405, 7, 15, "1985-04-05")]
    [InlineData(1448, 1, 1, "2026-06-16")]
    [InlineData(1318, 1, 1, "1900-04-30")]
    [InlineData(1500, 12, 30, "2077-11-16")]
    public void TryCreate_is_the_Gregorian_day(int year, int month, int day, string gregorian)
    {
        Assert.True(HijriDate.TryCreate(year, month, day, out var date));
        Assert.Equal(gregorian, DateText.ShortGregorian(date.ToDateOnly()));
        Assert.Equal(date, HijriDate.From(date.ToDateOnly()));
    }

    [Theory]
    [InlineData(1446, 12, 30, "kernel.hijri.day")]
    [InlineData(1448, 9, 30, "kernel.hijri.day")]
    [InlineData(1448, 1, 0, "kernel.hijri.day")]
    [InlineData(1448, 0, 1, "kernel.hijri.month")]
    [InlineData(1448, 13, 1, "kernel.hijri.month")]
    [InlineData(1317, 12, 29, "kernel.hijri.year")]
    [InlineData(1501, 1, 1, "kernel.hijri.year")]
    [InlineData(int.MaxValue, int.MinValue, 1, "kernel.hijri.year")]
    public void B27_a_date_that_does_not_exist_is_refused(int year, int month, int day, string code)
    {
        Assert.False(HijriDate.TryCreate(year, month, day, out _));
        Assert.Equal(code, HijriDate.Check(year, month, day).Refusal?.Code);
    }

    [Fact]
    public void DaysInMonth_follows_Umm_al_Qura()
    {
        Assert.Equal(30, HijriDate.DaysInMonth(1447, 9));
        Assert.Equal(29, HijriDate.DaysInMonth(1448, 9));
        Assert.Equal(29, HijriDate.DaysInMonth(1446, 12));
    }

    [Fact]
    public void Every_day_of_the_calendar_comes_back_as_itself()
    {
        for (var day = HijriDate.FirstDay; day <= HijriDate.LastDay; day = day.AddDays(1))
            Assert.Equal(day, HijriDate.From(day).ToDateOnly());
    }

    [Fact]
    public void Days_outside_the_calendar_have_no_Hijri_date()
    {
        Assert.False(HijriDate.TryFrom(HijriDate.FirstDay.AddDays(-1), out _));
        Assert.False(HijriDate.TryFrom(HijriDate.LastDay.AddDays(1), out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => HijriDate.From(DateOnly.MaxValue));
        Assert.Equal("1 يناير 1900م", DateText.Both(new DateOnly(1900, 1, 1), AppCulture.Arabic));
    }
}
