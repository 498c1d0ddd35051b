using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Audit;

/// <summary>One line of the trail as pages show it.</summary>
public sealed record AuditRow(long Sequence, DateTime At, string ActorName, string Action, string RecordType, string? RecordLabel, string? ClauseKey, string? Changes, string? Reason);

/// <summary>Reads of the trail, newest first.</summary>
public sealed class AuditQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>The trail of one record: shown on its page, and after a stale save to say who changed what.</summary>
    public async Task<IReadOnlyList<AuditRow>> OfRecordAsync(Guid recordId, int take, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Rows(db.AuditEntries.Where(e => e.RecordId == recordId).OrderByDescending(e => e.Sequence).Take(take)).ToListAsync(cancel);
    }

    /// <summary>Who looked at one record (ح-٢), newest first.</summary>
    public async Task<IReadOnlyList<AccessEntry>> AccessOfRecordAsync(Act act, Guid recordId, int take, CancellationToken cancel)
    {
        act.Require(AuditModule.ViewAccessPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.AccessEntries.AsNoTracking().Where(e => e.RecordId == recordId).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(take).ToListAsync(cancel);
    }

    /// <param name="before">Only entries older than this sequence number; null for the newest.</param>
    public async Task<IReadOnlyList<AuditRow>> PageAsync(Act act, long? before, int take, CancellationToken cancel)
    {
        act.Require(AuditModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Rows(db.AuditEntries.Where(e => before == null || e.Sequence < before).OrderByDescending(e => e.Sequence).Take(take)).ToListAsync(cancel);
    }

    private static IQueryable<AuditRow> Rows(IQueryable<AuditEntry> entries) => entries.AsNoTracking()
        .Select(e => new AuditRow(e.Sequence, e.At, e.ActorName, e.Action, e.RecordType, e.RecordLabel, e.ClauseKey, e.Changes, e.Reason));
}
