using Bunit;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Tests.Ui;

public sealed class HijriDatePickerTests : UiContext
{
    private DateOnly? _value;

    private IRenderedComponent<HijriDatePicker> Picker(DateOnly? value = null, DateOnly? max = null)
    {
        _value = value;
        return Render<HijriDatePicker>(p => p
            .Add(x => x.Label, "التاريخ")
            .Add(x => x.Max, max)
            .Bind(x => x.Value, value, v => _value = v));
    }

    private static void Choose(IRenderedComponent<HijriDatePicker> picker, string year, string month, string day)
    {
        picker.Find(".date-year").Change(year);
        picker.Find(".date-month").Change(month);
        picker.Find(".date-day").Change(day);
    }

    [Fact]
    public void A_month_of_29_days_offers_29()
    {
        var picker = Picker();
        picker.Find(".date-year").Change("1446");
        picker.Find(".date-month").Change("12");

        var days = picker.FindAll(".date-day option").Select(o => o.GetAttribute("value")).Where(v => v!.Length > 0).ToList();

        Assert.Equal(29, days.Count);
        Assert.Equal("29", days[^1]);
    }

    [Fact]
    public void Chosen_parts_become_the_day_and_are_told_in_the_other_calendar()
    {
        var picker = Picker();
        Choose(picker, "1448", "6", "13");

        Assert.Equal(new DateOnly(2026, 11, 23), _value);
        Assert.Contains("23 نوفمبر 2026م", picker.Find(".date-echo").TextContent, StringComparison.Ordinal);
        Assert.Contains("الاثنين", picker.Find(".date-echo").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_the_new_month_lacks_is_asked_again()
    {
        var picker = Picker();
        Choose(picker, "1446", "11", "30");
        if (_value is null)
            Choose(picker, "1446", "10", "30");
        picker.Find(".date-month").Change("12");

        Assert.Null(_value);
        Assert.Equal("", picker.Find(".date-day").GetAttribute("value"));
    }

    [Fact]
    public void Switching_the_calendar_keeps_the_day()
    {
        var picker = Picker(new DateOnly(2025, 6, 25));
        Assert.Equal("1446", picker.Find(".date-year").GetAttribute("value"));

        picker.FindAll(".segmented button")[1].Click();

        Assert.Equal("2025", picker.Find(".date-year").GetAttribute("value"));
        Assert.Equal("6", picker.Find(".date-month").GetAttribute("value"));
        Assert.Equal("25", picker.Find(".date-day").GetAttribute("value"));
        Assert.Equal(new DateOnly(2025, 6, 25), _value);
    }

    [Fact]
    public void A_day_after_the_last_allowed_is_refused_beside_the_field()
    {
        var picker = Picker();
        Choose(picker, "1448", "6", "14");

        Assert.Null(_value);
        Assert.Contains("13 جمادى الآخرة 1448هـ", picker.Find(".field-error").TextContent, StringComparison.Ordinal);
    }
}
