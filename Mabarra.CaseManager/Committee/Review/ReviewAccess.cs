using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>
/// Whose the files under review are (DOMAIN.md §3.8): senior management sees all, a liaison officer those of his categories, whoever draws up a committee's agenda
/// those it studies, and a member only what stands on an agenda he was asked to. Who has an interest in a file sees nothing of it.
/// </summary>
internal static class ReviewAccess
{
    /// <summary>How far the review board reaches for somebody.</summary>
    /// <param name="IsAll">Everything.</param>
    /// <param name="Services">Ids of the services whose requests he draws agendas from; null for all services.</param>
    public sealed record Scope(bool IsAll, IReadOnlyList<Guid>? Services, string[] Categories, IReadOnlyList<Guid> Committees)
    {
        public bool Manages => Services is null or { Count: > 0 };
    }

    public static async Task<Scope> ScopeAsync(this CaseDbContext db, Act act, CancellationToken cancel)
    {
        act.Require(CommitteeModule.ReviewPermission);
        var (committees, services, today) = (db.StandingCommittees, db.ServiceTypes, act.On);
        var own = await db.OwnCommitteesAsync(act, cancel);
        var managed = (await committees.AsNoTracking().Include(c => c.Members).Where(c => own.Contains(c.Id) && c.IsActive).ToListAsync(cancel))
            .FindAll(c => c.Functions.HasFlag(CommitteeFunction.RequestStudy) && CommitteeAccess.MayManage(act, c));
        var codes = managed.SelectMany(c => c.Services).ToList();
        IReadOnlyList<Guid>? ids = managed.Exists(c => c.Services.Count == 0) ? null
            : codes.Count == 0 ? []
            : await services.Where(s => codes.Contains(s.Code)).Select(s => s.Id).ToListAsync(cancel);
        return new Scope(act.Actor.ReachOf(CommitteeModule.ReviewPermission) == Reach.All, ids, [.. act.Actor.OwnCategories], own);
    }

    /// <summary>The requests on the way to the committee and back that somebody may see the cards of.</summary>
    public static IQueryable<ServiceRequest> UnderReview(this CaseDbContext db, Act act, Scope scope)
    {
        var (requests, links, attendances, items, recusals) = (db.ServiceRequests, db.BeneficiaryCategoryLinks, db.Set<Attendance>(), db.Set<AgendaItem>(), db.Set<Recusal>());
        var open = requests.AsNoTracking().Where(r => r.DueOrder != null);
        if (scope.IsAll || scope.Services is null)
            return open;
        var (me, services, categories) = (act.Actor.Id, scope.Services, scope.Categories);
        return open.Where(r =>
            services.Contains(r.ServiceTypeId)
            || links.Any(c => c.BeneficiaryId == r.BeneficiaryId && categories.Contains(c.CategoryCode))
            || (r.SittingId != null && attendances.Any(a => a.SittingId == r.SittingId && a.EmployeeId == me)
                && !items.Any(i => i.RequestId == r.Id && recusals.Any(x => x.ItemId == i.Id && x.EmployeeId == me))));
    }

    /// <summary>Opening a file itself: never for somebody with an interest in it, whatever else he is.</summary>
    public static async Task RequireFileAsync(this CaseDbContext db, Act act, ServiceRequest request, CancellationToken cancel)
    {
        act.Require(CommitteeModule.ReviewPermission);
        var (me, id, items, recusals) = (act.Actor.Id, request.Id, db.Set<AgendaItem>(), db.Set<Recusal>());
        var scope = await db.ScopeAsync(act, cancel);
        var isRecused = await items.AnyAsync(i => i.RequestId == id && recusals.Any(x => x.ItemId == i.Id && x.EmployeeId == me), cancel);
        var reaches = scope.IsAll || await ReachesAsync(db, act, scope, request, cancel);
        if (isRecused || !reaches)
            throw act.Refuse(CommitteeModule.ReviewPermission, id);
    }

    /// <summary>Writing its study, or finding it ready: the officer of its categories.</summary>
    public static async Task<bool> MayStudyAsync(this CaseDbContext db, Act act, ServiceRequest request, CancellationToken cancel)
    {
        if (!act.Actor.May(CommitteeModule.StudyPermission))
            return false;
        var links = db.BeneficiaryCategoryLinks;
        var categories = await links.Where(c => c.BeneficiaryId == request.BeneficiaryId).Select(c => c.CategoryCode).ToListAsync(cancel);
        return BeneficiaryAccess.Covers(act.Actor, CommitteeModule.StudyPermission, categories);
    }

    private static async Task<bool> ReachesAsync(CaseDbContext db, Act act, Scope scope, ServiceRequest request, CancellationToken cancel)
    {
        if (scope.Services is null || scope.Services.Contains(request.ServiceTypeId))
            return true;
        var (me, id, attendances, items, links) = (act.Actor.Id, request.Id, db.Set<Attendance>(), db.Set<AgendaItem>(), db.BeneficiaryCategoryLinks);
        // What stood on an agenda of his he may read again as long as he sits in a committee.
        return await items.AnyAsync(i => i.RequestId == id && attendances.Any(a => a.SittingId == i.SittingId && a.EmployeeId == me), cancel)
            || await links.AnyAsync(c => c.BeneficiaryId == request.BeneficiaryId && scope.Categories.Contains(c.CategoryCode), cancel);
    }
}
