using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>Moves a request between study and readiness (DOMAIN.md §3.1). On and off agendas it goes by <see cref="SittingService"/>.</summary>
public sealed class ReviewService(CaseWriter writer)
{
    /// <summary>The study is there, or the service asks for none: it may be laid before the committee.</summary>
    public Task ReadyAsync(Act act, Guid requestId, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ReadyPermission);
        return ChangeAsync(act, requestId, "intake.review.ready", async (db, request) =>
        {
            var (services, studies) = (db.ServiceTypes, db.Set<CaseStudy>());
            var needsStudy = await services.Where(s => s.Id == request.ServiceTypeId).Select(s => s.NeedsStudy).SingleAsync(cancel);
            if (needsStudy && !await studies.AnyAsync(s => s.RequestId == requestId && s.SubmittedAt != null, cancel))
                throw new RuleViolation("intake.review.nostudy");
            request.MakeReady(act);
        }, cancel);
    }

    /// <summary>The study has to be done again, or more of it.</summary>
    public Task ReturnAsync(Act act, Guid requestId, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ReadyPermission);
        return ChangeAsync(act, requestId, "intake.review.return", async (db, request) =>
        {
            request.ReturnToStudy();
            var studies = db.Set<CaseStudy>();
            if (await studies.SingleOrDefaultAsync(s => s.RequestId == requestId, cancel) is { } study)
                study.Reopen();
        }, cancel);
    }

    private Task ChangeAsync(Act act, Guid id, string action, Func<CaseDbContext, ServiceRequest, Task> change, CancellationToken cancel) =>
        writer.SaveAsync(async db =>
        {
            var requests = db.ServiceRequests;
            var request = await requests.SingleOrDefaultAsync(r => r.Id == id, cancel) ?? throw new RuleViolation("intake.request.gone");
            await RequireAsync(db, act, request, cancel);
            await change(db, request);
            db.Record(act, action, request, request.Number, "ت-5");
        }, cancel);

    /// <summary>Its officer, or whoever draws up the agenda of the committee that studies it.</summary>
    private static async Task RequireAsync(CaseDbContext db, Act act, ServiceRequest request, CancellationToken cancel)
    {
        if (await db.MayStudyAsync(act, request, cancel))
            return;
        var scope = await db.ScopeAsync(act, cancel);
        if (scope.Services is not null && !scope.Services.Contains(request.ServiceTypeId))
            throw act.Refuse(CommitteeModule.ReadyPermission, request.Id);
    }
}
