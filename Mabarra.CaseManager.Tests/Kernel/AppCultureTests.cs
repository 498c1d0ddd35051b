using System.Globalization;

namespace Mabarra.CaseManager.Tests.Kernel;

public sealed class AppCultureTests
{
    private static readonly DateTime Moment = new(2026, 11, 23, 14, 5, 9, DateTimeKind.Unspecified);

    public static TheoryData<string> Names => ["ar-SA", "en"];

    [Theory, MemberData(nameof(Names))]
    public void Dates_are_Gregorian_in_Latin_digits_and_read_back(string name)
    {
        var culture = AppCulture.Of(name);
        Assert.Equal(name, culture.Name);
        Assert.Equal("2026-11-23", Moment.ToString("d", culture));
        Assert.Equal("2026-11-23", Moment.ToString("yyyy-MM-dd", culture));
        Assert.Equal("2026-11-23 14:05", Moment.ToString("g", culture));
        Assert.Equal(new DateOnly(2026, 11, 23), DateOnly.Parse("2026-11-23", culture));
        Assert.Equal(DayOfWeek.Sunday, culture.DateTimeFormat.FirstDayOfWeek);
    }

    [Theory, MemberData(nameof(Names))]
    public void Numbers_have_Latin_digits_and_separators(string name)
    {
        var culture = AppCulture.Of(name);
        Assert.Equal("1,234.50", 1234.5m.ToString("N2", culture));
        Assert.Equal("-1234.5", (-1234.5m).ToString(culture));
        Assert.Equal("25%", 0.25.ToString("P0", culture));
        Assert.Equal(1234.5m, decimal.Parse("1,234.50", culture));
    }

    [Fact]
    public void Arabic_names_its_Gregorian_months_in_Arabic() => Assert.Equal("الاثنين 23 نوفمبر 2026", Moment.ToString("D", AppCulture.Arabic));

    [Theory]
    [InlineData("ar", "ar-SA")]
    [InlineData("ar-EG", "ar-SA")]
    [InlineData("fr", "ar-SA")]
    [InlineData("", "ar-SA")]
    [InlineData(null, "ar-SA")]
    [InlineData("EN-gb", "en")]
    public void Of_knows_two_and_falls_back_to_Arabic(string? name, string expected) => Assert.Equal(expected, AppCulture.Of(name).Name);

    [Fact]
    public void Nobody_can_change_them()
    {
        Assert.All(AppCulture.All, c => Assert.True(c.IsReadOnly));
        Assert.Throws<InvalidOperationException>(() => AppCulture.Arabic.NumberFormat.NumberDecimalSeparator = "x");
        Assert.True(AppCulture.IsArabic(AppCulture.Arabic));
        Assert.True(AppCulture.IsArabic(CultureInfo.GetCultureInfo("ar")));
        Assert.False(AppCulture.IsArabic(AppCulture.English));
    }
}
