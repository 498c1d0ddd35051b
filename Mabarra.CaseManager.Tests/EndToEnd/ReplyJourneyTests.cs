using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>The reply reaches the beneficiary, and that is proven (ت-٦): the decision stands, the officer's call, the second one answered.</summary>
public sealed class ReplyJourneyTests : IAsyncLifetime
{
    private HostedApp app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await HostedApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_decision_becomes_the_officers_call_and_the_second_one_answered_is_the_reply_on_time()
    {
        var (person, request) = await CompletedAsync();
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync(app);
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
        await app.The<CaseWriter>().SaveAsync(
            async db =>
            {
                var request = await db.ServiceRequests.SingleAsync(r => r.Id == id, Cancel);
                request.MakeReady(act);
                request.PutOnAgenda(Guid.CreateVersion7());
                request.Resolve(DecisionOutcome.Approved);
                request.Decide(act);
                RequestLoader.Touch(db, act, request, "intake.review.decided", "ت-5");
                await app.The<RequestNotices>().DecideAsync(db, act, request, Cancel);
            },
            Cancel);
    }

    private async Task<(Guid Person, Guid Request)> CompletedAsync()
    {
        var (clerk, manager) = (await ActAsync("reception"), await ActAsync("manager"));
        var officer = (await ActAsync("liaison")).Actor.Id;
        await app.The<LiaisonService>().AssignAsync(manager, Guid.NewGuid(), new AssignForm { OfficerId = officer, FromOn = clerk.On }, Cancel);
        var person = await app.The<BeneficiaryService>().RegisterAsync(clerk, Guid.NewGuid(), Make.Beneficiary(), Cancel);
        var service = (await app.The<ServiceTypeQueries>().ActiveAsync(Cancel)).Single(s => s.Code == "Food");
        var requests = app.The<RequestService>();
        var id = await requests.OpenAsync(clerk, Guid.NewGuid(), new NewRequest { BeneficiaryId = person, ServiceTypeId = service.Id, Description = "سلة غذائية لأسرة من خمسة أفراد" }, Cancel);
        await requests.HandOverSheetAsync(clerk, id, await VersionAsync(id), Cancel);
        foreach (var item in (await RequestAsync(id)).Items.Where(i => !i.IsDeclaration))
            await app.The<RequestItemService>().ReceiveAsync(clerk, id, await VersionAsync(id), item.Id, Received(item, clerk.On), Cancel);
        await app.The<DeclarationService>().SignAsync(clerk, id, await VersionAsync(id), new DeclarationForm { Method = SignatureMethod.Pad, Drawing = Make.Signature() }, Cancel);
        await requests.AgreeAsync(clerk, id, await VersionAsync(id), new AgreementForm { Channel = Channel.Phone, Contact = "0500000101", IsExplained = true }, Cancel);
        await requests.CompleteAsync(clerk, id, await VersionAsync(id), Cancel);
        return (person, id);
    }

    private static ItemForm Received(RequestItem item, DateOnly on) => new()
    {
        ReceivedOn = on,
        RefNo = "1098000001",
        IssuedOn = item.MaxAgeDays is null ? null : on,
        ExpiresOn = item is { HasExpiry: true, Handling: not Handling.Sight } ? on.AddYears(1) : null,
    };

    private async Task<Guid> VersionAsync(Guid id) => (await RequestAsync(id)).Version;

    private async Task<ServiceRequest> RequestAsync(Guid id)
    {
        await using var db = await app.The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        var requests = db.ServiceRequests;
        return await requests.AsNoTracking().Include(r => r.Items.OrderBy(i => i.Order)).SingleAsync(r => r.Id == id, Cancel);
    }

    private async Task<Act> ActAsync(string name)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>().FindByNameAsync(name);
        return new Act(StaffDirectory.ActorOf(user!) with { ConfirmedAt = now }, now);
    }
}
