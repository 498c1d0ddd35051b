using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>A visit as the reception page shows it.</summary>
public sealed record VisitRow(
    Guid Id, Guid Version, long Serial, DateTime ArrivedAt, Guid? BeneficiaryId, string VisitorName, string? Purpose, string? Question, string? Answer,
    DateTime? ServedAt, string? ServedByName, DateTime? EndedAt, bool IsHandedOver);

/// <summary>Reads of visits.</summary>
public sealed class VisitQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>Who is in the house now, in order of arrival.</summary>
    public async Task<IReadOnlyList<VisitRow>> OpenAsync(Act act, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Rows(Visible(db, act).Where(v => v.EndedAt == null).OrderBy(v => v.Serial).Take(100)).ToListAsync(cancel);
    }

    /// <summary>Everybody who came, newest first.</summary>
    public async Task<Page<VisitRow>> PageAsync(Act act, PageQuery page, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Visible(db, act).PageAsync(page, v => v.Serial, descending: true, Rows, r => r.Serial, cancel);
    }

    /// <summary>The visits of one person, newest first.</summary>
    public async Task<IReadOnlyList<VisitRow>> OfBeneficiaryAsync(Act act, Guid beneficiaryId, int take, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Rows(Visible(db, act).Where(v => v.BeneficiaryId == beneficiaryId).OrderByDescending(v => v.Serial).Take(take)).ToListAsync(cancel);
    }

    public async Task<VisitRow?> OneAsync(Act act, Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Rows(Visible(db, act).Where(v => v.Id == id)).SingleOrDefaultAsync(cancel);
    }

    private static IQueryable<Visit> Visible(CaseDbContext db, Act act)
    {
        act.Require(IntakeModule.ViewPermission);
        var visits = db.Visits.AsNoTracking();
        if (act.Actor.ReachOf(IntakeModule.ViewPermission) != Reach.Own)
            return visits;
        var (links, own) = (db.Set<Beneficiaries.BeneficiaryCategoryLink>(), act.Actor.OwnCategories.ToArray());
        return visits.Where(v => links.Any(c => c.BeneficiaryId == v.BeneficiaryId && own.Contains(c.CategoryCode)));
    }

    private static IQueryable<VisitRow> Rows(IQueryable<Visit> visits) => visits.Select(v => new VisitRow(
        v.Id, v.Version, v.Serial, v.ArrivedAt, v.BeneficiaryId, v.VisitorName, v.Purpose, v.Question, v.Answer,
        v.ServedAt, v.ServedByName, v.EndedAt, v.IsHandedOver));
}
