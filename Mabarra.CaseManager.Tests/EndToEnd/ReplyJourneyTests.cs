using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>The reply reaches the beneficiary, and that is proven (ت-٦): the decision stands, the officer's call, the second one answered.</summary>
public sealed class ReplyJourneyTests : HostedJourney
{
    [Fact]
    public async Task A_decision_becomes_the_officers_call_and_the_second_one_answered_is_the_reply_on_time()
    {
        var (person, request) = await CompletedAsync();
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync(App);
        await Browser.SignInAsync(page, "liaison", "/notices?view=Mine");
        await page.Locator("h1").WaitForAsync();
        Assert.Equal(0, await page.Locator("tbody tr:not(.skeleton)").CountAsync());

        await DecideAsync(request);
        // Nobody reloads: the call is there.
        var call = page.Locator("tbody tr", new() { HasText = "إشعار صدور قرار" });
        await call.WaitForAsync();
        await call.Locator("a").First.ClickAsync();
        await SayAsync(page, "لم يرد");
        await page.Locator(".timeline-item", new() { HasText = "لم يرد" }).WaitForAsync();
        await SayAsync(page, "رُدّ على الاتصال");

        await page.GotoAsync($"/requests/{request}");
        await page.GetByText("وصل الرد في موعده").First.WaitForAsync();
        await page.GotoAsync($"/beneficiaries/{person}?tab=contacts");
        await Assertions.Expect(page.Locator(".timeline-item", new() { HasText = "الاتصال الهاتفي" })).ToHaveCountAsync(2);
        await page.GotoAsync("/contacts");
        await Assertions.Expect(page.Locator("tbody tr", new() { HasText = "الاتصال الهاتفي" })).ToHaveCountAsync(2);
    }

    private static async Task SayAsync(IPage page, string outcome)
    {
        await page.Locator("main form label.choice", new() { HasText = outcome }).First.ClickAsync();
        await page.Locator("main form button[type=submit]").First.ClickAsync();
    }

    /// <summary>What the last signature under the minutes does to a request, without a sitting.</summary>
    private async Task DecideAsync(Guid id)
    {
        var act = await ActAsync("manager");
        await MoveAsync(id, act, "intake.review.decided", async (db, request) =>
        {
            request.MakeReady(act);
            request.PutOnAgenda(Guid.CreateVersion7());
            request.Resolve(DecisionOutcome.Approved);
            request.Decide(act);
            await App.The<RequestNotices>().DecideAsync(db, act, request, Cancel);
        });
    }
}
