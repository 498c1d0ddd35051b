using Bunit;
using Mabarra.CaseManager.Administration.Settings.Pages;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Administration.Settings;

/// <summary>The pages of the settings, by hand.</summary>
public sealed class SettingsPagesTests : PageHouse
{
    [Fact]
    public async Task Number_is_changed_and_its_history_stands_below()
    {
        await SignInAsync(StaffRole.SystemAdmin);
        var page = Browser.Render<LimitsPage>();
        page.WaitForElements("form input");
        await page.FindAll("form input")[3].ChangeAsync("5");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains(Words.Of<CaseManager.Administration.Settings.SettingsText>("saved"), page.Markup, StringComparison.Ordinal));
        Assert.Equal(5, await The<SettingReader>().OfAsync(Limits.DueSoon, Cancel));
        page.WaitForAssertion(() => Assert.Equal("5", page.Find("ins").TextContent.Trim()));
    }

    [Fact]
    public async Task Wrong_detail_is_told_beside_its_field_and_nothing_typed_is_lost()
    {
        await SignInAsync(StaffRole.SystemAdmin);
        var page = Browser.Render<AssociationPage>();
        var at = AssociationField.All.Select((f, i) => (f, i)).Single(f => f.f.Name == nameof(AssociationProfile.UnifiedNumber)).i;
        page.WaitForElements("form.form input");
        await page.FindAll("form.form input")[at].ChangeAsync("123");
        await page.Find("form.form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("true", page.FindAll("form.form input")[at].GetAttribute("aria-invalid")));
        Assert.Equal("123", page.FindAll("form.form input")[at].GetAttribute("value"));
    }

    [Fact]
    public async Task Line_is_added_and_moved_by_the_page()
    {
        await SignInAsync(StaffRole.SystemAdmin);
        Browser.Services.GetRequiredService<NavigationManager>().NavigateTo("/settings/lists?list=deferral");
        var page = Browser.Render<ListsPage>();
        page.WaitForElements("tbody tr");
        await page.Find(".card-actions button").ClickAsync(new());
        await page.FindAll("form.form input")[0].ChangeAsync("انتظار رد جهة");
        await page.Find("form.form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("انتظار رد جهة", page.FindAll(".card:first-of-type tbody th")[3].TextContent));
        await page.FindAll(".card:first-of-type tbody tr")[3].QuerySelector("button")!.ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("انتظار رد جهة", page.FindAll(".card:first-of-type tbody th")[2].TextContent));
    }
}
