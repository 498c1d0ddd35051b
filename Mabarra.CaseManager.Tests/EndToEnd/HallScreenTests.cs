using Mabarra.CaseManager.Tests.Support;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>The screen in the hall has a layout of its own: nothing may lie over its numbers.</summary>
public sealed class HallScreenTests(DevelopmentApp development) : IClassFixture<DevelopmentApp>
{
    [Fact]
    public async Task Hall_screen_comes_out_from_under_the_loading_screen()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync(development.App);
        await Browser.SignInAsync(page, "reception", "/reception/display");

        await page.Locator(".hall-now").WaitForAsync();

        await Assertions.Expect(page.Locator(".loading")).ToBeHiddenAsync();
    }
}
