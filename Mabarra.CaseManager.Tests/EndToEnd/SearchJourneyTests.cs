using Mabarra.CaseManager.Tests.Support;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>The search box by keyboard alone.</summary>
public sealed class SearchJourneyTests(DevelopmentApp development) : IClassFixture<DevelopmentApp>
{
    [Fact]
    public async Task Slash_words_arrow_and_Enter_open_a_file()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync(development.App);
        await Browser.SignInAsync(page, "reception");
        await new DeskPages(page).RegisterAsync("1099000034");
        await page.GotoAsync("/");
        // The page gives its heading the focus when it is there; a key pressed before that would be for nothing.
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("#global-search")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("نوره العمرى");
        // Enter before the answer asks, and takes nothing.
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#global-results a").First.WaitForAsync();
        Assert.Equal("/", new Uri(page.Url).AbsolutePath);

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#global-results")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "نورة سعد فهد العمري", Level = 1 }).WaitForAsync();
        Assert.StartsWith("/beneficiaries/", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
    }
}
