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

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>A journey that begins where an earlier one ended: what came before is done by the app's own services, on a working Monday.</summary>
public abstract class HostedJourney : IAsyncLifetime
{
    protected HostedApp App { get; private set; } = null!;

    /// <summary>The app's own time, which the journey's acts go by.</summary>
    protected DateTime Now => App.The<TimeProvider>().GetUtcNow().UtcDateTime;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        App = await HostedApp.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["Clock:Start"] = "2026-11-23T08:00:00Z" });

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A person and her request, complete and waiting to be studied (ت-٣ … ت-٥); the liaison officer is in charge of all.</summary>
    protected async Task<(Guid Person, Guid Request)> CompletedAsync()
    {
        var (clerk, manager) = (await ActAsync("reception"), await ActAsync("manager"));
        var officer = (await ActAsync("liaison")).Actor.Id;
        await App.The<LiaisonService>().AssignAsync(manager, Guid.NewGuid(), new AssignForm { OfficerId = officer, FromOn = clerk.On }, Cancel);
        var person = await App.The<BeneficiaryService>().RegisterAsync(clerk, Guid.NewGuid(), Make.Beneficiary(), Cancel);
        var service = (await App.The<ServiceTypeQueries>().ActiveAsync(Cancel)).Single(s => s.Code == "Food");
        var requests = App.The<RequestService>();
        var id = await requests.OpenAsync(clerk, Guid.NewGuid(), new NewRequest { BeneficiaryId = person, ServiceTypeId = service.Id, Description = "سلة غذائية لأسرة من خمسة أفراد" }, Cancel);
        await requests.HandOverSheetAsync(clerk, id, await VersionAsync<ServiceRequest>(id), Cancel);
        foreach (var item in (await RequestAsync(id)).Items.Where(i => !i.IsDeclaration))
            await App.The<RequestItemService>().ReceiveAsync(clerk, id, await VersionAsync<ServiceRequest>(id), item.Id, Received(item, clerk.On), Cancel);
        await App.The<DeclarationService>().SignAsync(clerk, id, await VersionAsync<ServiceRequest>(id), new DeclarationForm { Method = SignatureMethod.Pad, Drawing = Make.Signature() }, Cancel);
        await requests.AgreeAsync(clerk, id, await VersionAsync<ServiceRequest>(id), new AgreementForm { Channel = Channel.Phone, Contact = "0500000101", IsExplained = true }, Cancel);
        await requests.CompleteAsync(clerk, id, await VersionAsync<ServiceRequest>(id), Cancel);
        return (person, id);
    }

    /// <summary>Moves a request on the review board by its own verbs.</summary>
    protected Task MoveAsync(Guid id, Act act, string action, Func<CaseDbContext, ServiceRequest, Task> move) => App.The<CaseWriter>().SaveAsync(
        async db =>
        {
            var request = await db.ServiceRequests.SingleAsync(r => r.Id == id, Cancel);
            await move(db, request);
            RequestLoader.Touch(db, act, request, action, "ت-5");
        },
        Cancel);

    protected async Task<Guid> VersionAsync<T>(Guid id)
        where T : CaseEntity
    {
        await using var db = await App.The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        return await db.Set<T>().Where(e => e.Id == id).Select(e => e.Version).SingleAsync(Cancel);
    }

    protected async Task<ServiceRequest> RequestAsync(Guid id)
    {
        await using var db = await App.The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        var requests = db.ServiceRequests;
        return await requests.AsNoTracking().Include(r => r.Items.OrderBy(i => i.Order)).SingleAsync(r => r.Id == id, Cancel);
    }

    protected async Task<Act> ActAsync(string userName)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>().FindByNameAsync(userName);
        return new Act(StaffDirectory.ActorOf(user!) with { ConfirmedAt = Now }, Now);
    }

    private static ItemForm Received(RequestItem item, DateOnly on) => new()
    {
        ReceivedOn = on,
        RefNo = "1098000001",
        IssuedOn = item.MaxAgeDays is null ? null : on,
        ExpiresOn = item is { HasExpiry: true, Handling: not Handling.Sight } ? on.AddYears(1) : null,
    };
}
