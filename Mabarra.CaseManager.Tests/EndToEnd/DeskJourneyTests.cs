using Mabarra.CaseManager.Tests.Support;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>The main job, as a clerk does it in a real browser: from sign-in to the slip, and the due date read back out of the PDF.</summary>
public sealed class DeskJourneyTests
{
    [Theory]
    [InlineData("2026-11-23T08:00:00Z", "14 ديسمبر 2026")]
    [InlineData("2027-02-25T08:00:00Z", "24 مارس 2027")]
    public async Task A_walk_in_visit_becomes_a_complete_signed_request_with_its_reply_date(string now, string due)
    {
        Poppler.Require();
        await using var browser = await Browser.StartAsync();
        await using var app = await RunningApp.StartAsync(RunningApp.Development, new Dictionary<string, string>(StringComparer.Ordinal) { ["Clock:Start"] = now });
        var page = await browser.NewPageAsync(app);
        await Browser.SignInAsync(page, "reception");
        var desk = new DeskPages(page);

        await desk.RegisterAsync("١٠٩٩٠٠٠٠١٨");
        await desk.OpenRequestAsync();

        // Refused until it is complete, and told what is missing.
        await desk.CompleteAsync();
        await page.GetByText("التوقيع مطلوب").First.WaitForAsync();
        Assert.Equal(0, await page.Locator(".due-day").CountAsync());

        await desk.HandOverSheetAsync();
        await desk.ReceiveAllAsync();
        await desk.SignAsync();
        await desk.AgreeAsync();
        await desk.CompleteAsync();

        await page.Locator(".due-day").WaitForAsync();
        Assert.Contains(due, await page.Locator(".due-day").InnerTextAsync(), StringComparison.Ordinal);
        var slip = await desk.PrintAsync("طباعة إشعار الاستلام");
        Assert.Contains(due, PdfReading.Plain(Poppler.Text(slip)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task C6_A_double_click_on_every_saving_button_saves_once()
    {
        await using var browser = await Browser.StartAsync();
        await using var app = await RunningApp.StartAsync(RunningApp.Development);
        var page = await browser.NewPageAsync(app);
        await Browser.SignInAsync(page, "reception");
        var desk = new DeskPages(page);
        await desk.RegisterAsync("1099000026");
        await page.Locator("select.input").First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("textarea").FillAsync("طلب يُضغط زره مرتين");
        await page.Locator("form.form button[type=submit]").First.DblClickAsync();
        await page.Locator(".checklist-item").First.WaitForAsync();
        await page.GotoAsync("/requests?view=All");
        await page.Locator("tbody tr").First.WaitForAsync();
        Assert.Equal(1, await page.Locator("tbody tr").CountAsync());
    }

    [Fact]
    public async Task D6_What_was_typed_comes_back_after_the_server_was_killed()
    {
        await using var browser = await Browser.StartAsync();
        await using var app = await RunningApp.StartAsync(RunningApp.Development);
        var page = await browser.NewPageAsync(app);
        await Browser.SignInAsync(page, "reception", "/beneficiaries/new");
        await page.GetByLabel("الاسم الأول").FillAsync("آمنة");
        await page.GetByLabel("المدينة").FillAsync("جدة");
        await KeptDrafts.SettleAsync(app);
        await app.KillAsync();
        await app.StartAsync();

        var again = await browser.NewPageAsync(app);
        await Browser.SignInAsync(again, "reception", "/beneficiaries/new");
        await again.GetByRole(AriaRole.Button, new() { Name = "استعادة ما كتبته" }).ClickAsync();
        await Assertions.Expect(again.GetByLabel("الاسم الأول")).ToHaveValueAsync("آمنة");
        await Assertions.Expect(again.GetByLabel("المدينة")).ToHaveValueAsync("جدة");
    }
}
