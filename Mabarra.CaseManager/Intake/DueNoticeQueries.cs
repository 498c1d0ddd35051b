using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>Somebody to be told, as the list shows it.</summary>
public sealed record DueNoticeRow(
    Guid Id, Guid Version, long Order, Guid RequestId, string Number, string BeneficiaryName, DateOnly KnownDueOn, DateOnly NewDueOn, string Cause,
    Channel? AgreedChannel, string? AgreedContact);

/// <summary>«من يجب إبلاغه»: whose reply date moved and who has not been told yet, the nearest new date first.</summary>
public sealed class DueNoticeQueries(IDbContextFactory<CaseDbContext> contexts)
{
    public async Task<Page<DueNoticeRow>> PageAsync(Act act, PageQuery page, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (requests, people) = (db.ServiceRequests, db.Beneficiaries);
        return await Open(db, act).PageAsync(
            page, n => n.OpenOrder!.Value, descending: false,
            notices => from n in notices
                       join r in requests on n.RequestId equals r.Id
                       join b in people on r.BeneficiaryId equals b.Id
                       select new DueNoticeRow(
                           n.Id, n.Version, n.OpenOrder!.Value, r.Id, r.Number, b.FirstName + " " + b.FatherName + " " + b.GrandfatherName + " " + b.FamilyName,
                           n.KnownDueOn, n.NewDueOn, n.Cause, r.AgreedChannel, r.AgreedContact),
            r => r.Order, cancel, act.Actor.ReachOf(IntakeModule.ViewPermission) != Reach.Own);
    }

    /// <summary>How many are still to be told, counted no further than <see cref="Page.TotalCap"/> + 1.</summary>
    public async Task<int> CountAsync(Act act, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Open(db, act).Take(Page.TotalCap + 1).CountAsync(cancel);
    }

    private static IQueryable<DueNotice> Open(CaseDbContext db, Act act)
    {
        act.Require(IntakeModule.ViewPermission);
        var open = db.DueNotices.AsNoTracking().Where(n => n.OpenOrder != null);
        if (act.Actor.ReachOf(IntakeModule.ViewPermission) != Reach.Own)
            return open;
        var (requests, links, own) = (db.ServiceRequests, db.BeneficiaryCategoryLinks, act.Actor.OwnCategories.ToArray());
        return open.Where(n => requests.Any(r => r.Id == n.RequestId && links.Any(c => c.BeneficiaryId == r.BeneficiaryId && own.Contains(c.CategoryCode))));
    }
}
