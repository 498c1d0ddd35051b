using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Intake;

/// <summary>A house with services and holidays in it, and the steps of the desk.</summary>
public abstract class IntakeHouse(TestDatabase database) : House(database)
{
    protected override Task SetUpAsync() => The<ReferenceDataBoot>().EnsureAsync(Cancel);

    protected Act Officer(params string[] categories) =>
        new(By(StaffRole.LiaisonOfficer).Actor with { OwnCategories = categories.ToHashSet(StringComparer.Ordinal) }, Clock.GetUtcNow().UtcDateTime);

    protected Task<Guid> RegisterAsync(params string[] categories) =>
        The<BeneficiaryService>().RegisterAsync(By(StaffRole.FrontDesk), Guid.NewGuid(), Make.Beneficiary(categories), Cancel);

    protected async Task<NewRequest> NewRequestAsync(Guid beneficiary, string service = "Food") => new()
    {
        BeneficiaryId = beneficiary,
        ServiceTypeId = (await The<ServiceTypeQueries>().ActiveAsync(Cancel)).Single(s => s.Code == service).Id,
        Description = "سلة غذائية لأسرة من خمسة أفراد",
        RequestedAmount = "1,250.00",
    };

    protected async Task<Guid> OpenRequestAsync(bool sheet = true, Guid? beneficiary = null)
    {
        var form = await NewRequestAsync(beneficiary ?? await RegisterAsync());
        var id = await The<RequestService>().OpenAsync(By(StaffRole.FrontDesk), Guid.NewGuid(), form, Cancel);
        if (sheet)
            await The<RequestService>().HandOverSheetAsync(By(StaffRole.FrontDesk), id, await VersionAsync(id), Cancel);
        return id;
    }

    /// <summary>A request that may be completed, but for what is left out.</summary>
    protected async Task<Guid> ReadyRequestAsync(string? leftOut = null, Guid? beneficiary = null)
    {
        var id = await OpenRequestAsync(leftOut != "sheet", beneficiary);
        await ReceiveAllAsync(id, but: leftOut == "item" ? 1 : 0);
        if (leftOut == "review")
            Clock.Advance(TimeSpan.FromDays(400));
        if (leftOut != "signature")
            await SignAsync(id);
        if (leftOut != "channel")
            await AgreeAsync(id);
        return id;
    }

    protected async Task ReceiveAllAsync(Guid id, DateOnly? on = null, int but = 0)
    {
        foreach (var item in (await RequestAsync(id)).Items.Where(i => !i.IsDeclaration).Skip(but))
            await ReceiveAsync(id, item, on);
    }

    protected async Task ReceiveAsync(Guid id, RequestItem item, DateOnly? on = null) => await The<RequestItemService>().ReceiveAsync(
        By(StaffRole.FrontDesk), id, await VersionAsync(id), item.Id,
        new ItemForm { ReceivedOn = on ?? By().On, RefNo = "1098000001", IssuedOn = item.MaxAgeDays is null ? null : on ?? By().On, ExpiresOn = item is { HasExpiry: true, Handling: not Handling.Sight } ? By().On.AddYears(1) : null }, Cancel);

    protected async Task SignAsync(Guid id) => await The<DeclarationService>().SignAsync(
        By(StaffRole.FrontDesk), id, await VersionAsync(id), new DeclarationForm { Method = SignatureMethod.Pad, Drawing = Make.Signature() }, Cancel);

    protected async Task AgreeAsync(Guid id) => await The<RequestService>().AgreeAsync(
        By(StaffRole.FrontDesk), id, await VersionAsync(id), new AgreementForm { Channel = Channel.Phone, Contact = "0500000101", IsExplained = true }, Cancel);

    protected async Task CompleteAsync(Guid id) =>
        await The<RequestService>().CompleteAsync(By(StaffRole.FrontDesk), id, await VersionAsync(id), Cancel);

    protected async Task<Guid> VersionAsync(Guid id) => (await RequestAsync(id)).Version;

    protected async Task<ServiceRequest> RequestAsync(Guid id)
    {
        await using var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        var requests = db.ServiceRequests;
        return await requests.AsNoTracking().Include(r => r.Items.OrderBy(i => i.Order)).SingleAsync(r => r.Id == id, Cancel);
    }

    protected async Task<List<T>> CountAsync<T>(Func<CaseDbContext, IQueryable<T>> rows)
    {
        await using var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        return await rows(db).ToListAsync(Cancel);
    }
}
