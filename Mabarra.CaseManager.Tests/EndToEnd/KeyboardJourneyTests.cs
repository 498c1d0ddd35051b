using System.Diagnostics;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>A returning beneficiary from sign-in to the printed slip without the mouse: the focus always stands where the next act is.</summary>
public sealed class KeyboardJourneyTests(DevelopmentApp development) : IClassFixture<DevelopmentApp>
{
    [Fact]
    public async Task A_returning_beneficiary_is_served_by_keyboard_alone_in_under_two_minutes()
    {
        Poppler.Require();
        await using var browser = await Browser.StartAsync();
        await RegisterAsync(browser);
        var page = await browser.NewPageAsync(development.App);
        var keys = new CountedKeys(page);
        var watch = Stopwatch.StartNew();

        await SignInAsync(page, keys);
        await FindAsync(page, keys);
        await BeginAsync(page, keys);
        await ReceiveAsync(page, keys);
        await SignAsync(page, keys);
        await AgreeAsync(page, keys);
        var slip = await CompleteAsync(page, keys);

        TestContext.Current.TestOutputHelper?.WriteLine($"{keys.Moves} keys and {keys.Characters} characters typed, {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(slip, 0, 4), StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2));
        Assert.InRange(keys.Moves, 1, 70);
    }

    private async Task RegisterAsync(Browser browser)
    {
        var page = await browser.NewPageAsync(development.App);
        await Browser.SignInAsync(page, "reception");
        await new DeskPages(page).RegisterAsync("1099000042");
        await page.Context.CloseAsync();
    }

    private static async Task SignInAsync(IPage page, CountedKeys keys)
    {
        await page.GotoAsync("/sign-in");
        await keys.AtAsync(page.Locator("input[name='Form.UserName']:visible"));
        await keys.TypeAsync("reception");
        await keys.PressAsync("Tab");
        await keys.TypeAsync(DemonstrationAccounts.Password);
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync(new() { Timeout = 30_000 });
    }

    private static async Task FindAsync(IPage page, CountedKeys keys)
    {
        await keys.PressAsync("/");
        await keys.AtAsync(page.Locator("#global-search"));
        await keys.TypeAsync("نوره العمرى");
        await page.Locator("#global-results a").First.WaitForAsync();
        await keys.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "نورة سعد فهد العمري", Level = 1 }).WaitForAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.Locator("a[data-shortcut=KeyN]").WaitForAsync();
    }

    private static async Task BeginAsync(IPage page, CountedKeys keys)
    {
        await keys.PressAsync("n");
        var service = page.Locator("#new-service");
        await keys.AtAsync(service);
        for (var i = 0; i < 30 && !(await service.EvaluateAsync<string>("s => s.selectedOptions[0].text")).Contains("سلة", StringComparison.Ordinal); i++)
            await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Tab");
        await keys.AtAsync(page.Locator("textarea"));
        await keys.TypeAsync("سلة غذائية لأسرة من خمسة أفراد");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
    }

    /// <summary>The sheet is printed, then every paper: Enter saves, and the next one's form is open.</summary>
    private static async Task ReceiveAsync(IPage page, CountedKeys keys)
    {
        await keys.AtAsync(page.Locator("#Sheet a"));
        var sheet = await page.Context.RunAndWaitForPageAsync(() => keys.PressAsync("Enter"));
        await sheet.CloseAsync();
        var receive = page.Locator(".checklist-acts button[data-first]").First;
        await keys.AtAsync(receive);
        var missing = await page.Locator(".checklist-acts button[data-first]").CountAsync();
        await keys.PressAsync("Enter");
        for (var paper = 1; paper <= missing; paper++)
        {
            var form = page.Locator("form.receive");
            await keys.AtAsync(form.Locator("input.input").First);
            if (paper == 1)
                await LeaveAndComeBackAsync(page, keys);
            var id = await form.Locator("input.input").First.GetAttributeAsync("id");
            await keys.TypeAsync($"10980{paper:00}");
            await keys.PressAsync("Enter");
            await page.Locator($"#{id}").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
    }

    /// <summary>Escape leaves the paper, and Enter is at once there again.</summary>
    private static async Task LeaveAndComeBackAsync(IPage page, CountedKeys keys)
    {
        await keys.PressAsync("Escape");
        await keys.AtAsync(page.Locator(".checklist-acts button[data-first]").First);
        await keys.PressAsync("Enter");
        await keys.AtAsync(page.Locator("form.receive input.input").First);
    }

    /// <summary>The pad is reached and left by keyboard; whoever cannot draw there gives the signed paper.</summary>
    private static async Task SignAsync(IPage page, CountedKeys keys)
    {
        var methods = page.Locator("#Declaration input[type=radio]");
        await keys.AtAsync(methods.First);
        await keys.PressAsync("Tab");
        await keys.AtAsync(page.Locator("canvas"));
        await keys.PressAsync("Shift+Tab");
        await keys.PressAsync("ArrowDown");
        await Assertions.Expect(methods.Nth(1)).ToBeCheckedAsync();
        await page.Locator("#Declaration input[type=file]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await keys.PressAsync("Tab");
        await keys.AtAsync(page.Locator("#Declaration input[type=file]"));
        var chooser = await page.RunAndWaitForFileChooserAsync(() => keys.PressAsync("Space"));
        await chooser.SetFilesAsync(new FilePayload { Name = "declaration.png", MimeType = "image/png", Buffer = Make.Signature() });
        await page.Locator("#Declaration .file .muted", new() { HasText = "تم الرفع" }).WaitForAsync();
        await keys.PressAsync("Alt+KeyS");
        await page.GetByText("وُقّع الإقرار").WaitForAsync();
    }

    private static async Task AgreeAsync(IPage page, CountedKeys keys)
    {
        await keys.AtAsync(page.Locator("#Explanation input[type=checkbox]"));
        await keys.PressAsync("Space");
        await keys.PressAsync("Enter");
        await page.GetByText("أُوضح للمستفيد واتُّفق على الوسيلة").WaitForAsync();
    }

    private static async Task<byte[]> CompleteAsync(IPage page, CountedKeys keys)
    {
        await keys.AtAsync(page.Locator("#gate-complete"));
        await keys.PressAsync("Enter");
        await page.Locator(".due-day").WaitForAsync();
        var slip = page.Locator("#prints a").First;
        await keys.AtAsync(slip);
        var paper = await page.Context.RunAndWaitForPageAsync(() => keys.PressAsync("Enter"));
        await paper.CloseAsync();
        return await new DeskPages(page).PrintAsync("طباعة إشعار الاستلام");
    }
}
