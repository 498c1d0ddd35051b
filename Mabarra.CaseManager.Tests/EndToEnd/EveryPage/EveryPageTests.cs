using System.Reflection;
using Mabarra.CaseManager.Tests.Architecture;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd.EveryPage;

/// <summary>
/// Every page, in a real browser, as somebody who may see it, in both languages, at both widths, in both themes: axe finds nothing, nothing scrolls sideways,
/// no English stands in an Arabic page, the console is silent. With <c>MABARRA_PICTURES=folder</c> it leaves a picture of each.
/// </summary>
public sealed class EveryPageTests
{
    [Fact]
    public void Every_route_has_its_entry()
    {
        var routes = Code.Types.SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(routes.Order(StringComparer.Ordinal), PageList.All.Select(e => e.Route).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_page_is_accessible_in_its_language_and_fits()
    {
        await using var browser = await Browser.StartAsync();
        await using var app = await RunningApp.StartAsync(RunningApp.Development, new Dictionary<string, string>(StringComparer.Ordinal) { ["Clock:Start"] = "2026-11-23T08:00:00Z" });
        await using var unset = await RunningApp.StartAsync(RunningApp.Production);
        var (beneficiary, complete, begun) = await PageWorld.FillAsync(browser, app);
        // The two languages side by side: one core each.
        var found = await Task.WhenAll(LookAtAsync("ar"), LookAtAsync("en"));
        Nothing.In(found.SelectMany(f => f));

        Task<IEnumerable<string>> LookAtAsync(string language) =>
            LookAsync(new PageWorld(browser, app, unset, language) { Beneficiary = beneficiary, Complete = complete, Begun = begun });
    }

    private static async Task<IEnumerable<string>> LookAsync(PageWorld world)
    {
        var look = new PageLook(world.Language);
        foreach (var entry in PageList.All)
        {
            try
            {
                var page = await entry.Open(world);
                await page.Locator(entry.Ready).First.WaitForAsync(new() { Timeout = 30_000 });
                await look.LookAsync(page, entry.Name);
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                look.Found.Add($"{entry.Name} [{world.Language}] not reached: {e.Message}");
            }
        }
        // The browser itself calls a page that answers 403 or 404 an error.
        return [.. look.Found, .. world.Console.Where(m => !m.Contains("the server responded with a status of 40", StringComparison.Ordinal))];
    }
}
