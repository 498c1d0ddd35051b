using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake.Life;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>Reads what a paper is made from, and whether the paper already given out still says the same.</summary>
internal static class PaperReader
{
    private const string IssueAction = "documents.paper.issue";

    /// <summary>What changes on every paper: the letterhead, the texts.</summary>
    private const string HouseActions = "settings.paper.";

    /// <exception cref="AccessDenied">Not within the actor's reach, or no such request: the answer is the same.</exception>
    public static async Task<PaperSource> ReadAsync(CaseDbContext db, Act act, Guid requestId, CancellationToken cancel)
    {
        var (requests, people, services, categories) = (db.ServiceRequests, db.Beneficiaries, db.ServiceTypes, db.BeneficiaryCategories);
        var request = await requests.AsNoTracking().Include(r => r.Items).SingleOrDefaultAsync(r => r.Id == requestId, cancel)
            ?? throw act.Refuse(IntakeModule.ViewPermission, requestId);
        await RequestAccess.RequireAsync(db, act, IntakeModule.ViewPermission, request.BeneficiaryId, cancel);
        var person = await people.AsNoTracking().Include(b => b.Categories).SingleAsync(b => b.Id == request.BeneficiaryId, cancel);
        var service = await services.AsNoTracking().SingleAsync(s => s.Id == request.ServiceTypeId, cancel);
        var codes = person.Categories.Select(c => c.CategoryCode).ToList();
        var names = await categories.AsNoTracking().Where(c => codes.Contains(c.Code) && !c.IsSensitive).OrderBy(c => c.Order)
            .Select(c => new CodeRow(c.Code, c.NameAr, c.NameEn, c.IsSensitive)).ToListAsync(cancel);
        var missing = request.IsBeingTakenIn ? Completeness.Missing(request, !person.IsReviewDue(act.On, await SettingReader.OfAsync(db, Limits.DataReview, cancel)), act.On) : [];
        var revocations = request.RevokedCount == 0
            ? []
            : await db.Set<CompletenessRevocation>().AsNoTracking().Where(r => r.RequestId == request.Id).OrderBy(r => r.No).ToListAsync(cancel);
        var notices = db.DueNotices;
        var moved = await notices.AsNoTracking().Where(n => n.RequestId == request.Id && n.KnownDueOn != n.NewDueOn).OrderByDescending(n => n.CreatedAt).FirstOrDefaultAsync(cancel);
        return new PaperSource(new RequestDetail(request, person, service, missing, DaysLeft: null) { Revocations = revocations }, names) { Moved = moved };
    }

    /// <summary>The paper of this kind issued last, if nothing it tells of was changed since. The trail's order decides, never the clock.</summary>
    public static async Task<Guid?> StillTrueAsync(CaseDbContext db, PaperSource source, IssuedKind kind, CancellationToken cancel)
    {
        var (request, trail, issued) = (source.Request, db.AuditEntries, db.IssuedDocuments);
        var number = PaperKinds.NumberOf(request.Number, kind);
        var last = await trail.Where(e => e.RecordId == request.Id && e.Action == IssueAction && e.RecordLabel!.StartsWith(number))
            .OrderByDescending(e => e.Sequence).Select(e => new { e.Sequence, e.RecordLabel }).FirstOrDefaultAsync(cancel);
        if (last is null)
            return null;
        Guid[] about = [request.Id, request.BeneficiaryId, request.ServiceTypeId];
        string[] records = [nameof(ServiceRequest), nameof(Beneficiary), nameof(ServiceType)];
        var isChanged = await trail.AnyAsync(
            e => e.Sequence > last.Sequence
                && ((about.Contains(e.RecordId) && records.Contains(e.RecordType) && !e.Action.StartsWith("documents.")) || e.Action.StartsWith(HouseActions)), cancel);
        return isChanged
            ? null
            : await issued.Where(d => d.RecordId == request.Id && d.Kind == kind && d.Number == last.RecordLabel).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The next paper's number.</summary>
    public static async Task<string> NextNumberAsync(CaseDbContext db, PaperSource source, IssuedKind kind, CancellationToken cancel)
    {
        var issued = db.IssuedDocuments;
        var number = PaperKinds.NumberOf(source.Request.Number, kind);
        var before = await issued.CountAsync(d => d.RecordId == source.Request.Id && d.Kind == kind, cancel);
        return before == 0 ? number : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}-{before + 1}");
    }

    /// <summary>An account that is nobody's prints it or had a hand in the request, so what the paper says is about nobody either.</summary>
    public static async Task<bool> IsDemonstrationAsync(CaseDbContext db, Act act, Guid requestId, CancellationToken cancel)
    {
        var trail = db.AuditEntries;
        return await db.Users.AnyAsync(
            u => u.IsDemonstration && (u.Id == act.Actor.Id || trail.Any(e => e.RecordId == requestId && e.ActorId == u.Id)), cancel);
    }
}
