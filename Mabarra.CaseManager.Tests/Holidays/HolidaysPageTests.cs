using Bunit;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Holidays.Pages;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Tests.Holidays;

public sealed class HolidaysPageTests : PageHouse
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_day_is_confirmed_in_its_place_in_the_list_and_the_page_says_what_moved()
    {
        await SignInAsync(StaffRole.SeniorManagement);
        var page = Browser.Render<HolidaysPage>();
        page.WaitForElement("tbody tr", Patience);
        var provisional = page.FindAll(".tone-warn").Count;
        await page.FindAll("tbody tr")[^1].QuerySelectorAll("button")[0].ClickAsync(new());

        await page.FindComponents<TextField>().Single(f => f.Instance.Field == nameof(HolidayForm.SourceRef)).Find("input").ChangeAsync(new() { Value = "تعميم 44" });
        await page.FindComponents<TextAreaField>().Single(f => f.Instance.Field == nameof(Act.Why)).Find("textarea").ChangeAsync(new() { Value = "وصل التعميم" });
        await page.Find(".row-panel form").SubmitAsync();
        await page.WaitForElement(".preview .btn-primary", Patience).ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains(Words.Of<HolidaysText>("moved.none"), page.Find(".banner-good").TextContent, StringComparison.Ordinal), Patience);
        Assert.Empty(page.FindAll(".row-panel"));
        Assert.Equal(provisional - 1, page.FindAll(".tone-warn").Count);
    }

    [Fact]
    public async Task The_desk_reads_without_buttons()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var page = Browser.Render<HolidaysPage>();
        page.WaitForElement("tbody tr", Patience);
        Assert.Empty(page.FindAll("tbody button"));
    }
}
