using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Tests.Shell;

public sealed class PreferencesTests
{
    [Theory]
    [InlineData("/requests?status=open", "/requests?status=open")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/a\r\nb", "/")]
    [InlineData(null, "/")]
    public void Only_paths_of_the_app_are_gone_back_to(string? asked, string expected) => Assert.Equal(expected, Preferences.Local(asked));

    [Fact]
    public void A_colour_that_is_none_stays_out_of_the_style_sheet()
    {
        var brand = new BrandTheme { Primary = "#123456", Accent = "red;} body{display:none" };

        Assert.Equal(":root{--brand-primary:#123456;}", brand.ToCss());
    }

    [Theory]
    [InlineData(1, "يوم عمل واحد")]
    [InlineData(2, "يوما عمل")]
    [InlineData(3, "3 أيام عمل")]
    [InlineData(10, "10 أيام عمل")]
    [InlineData(11, "11 يوم عمل")]
    [InlineData(102, "102 يوم عمل")]
    [InlineData(103, "103 أيام عمل")]
    public void Counted_days_take_the_form_of_their_number(long count, string expected) =>
        Assert.Equal(expected, Plural.Of("يوم عمل واحد|يوما عمل|{0} أيام عمل|{0} يوم عمل|{0} يوم عمل", count));
}
