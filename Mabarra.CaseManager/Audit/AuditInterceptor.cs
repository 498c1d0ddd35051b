using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mabarra.CaseManager.Audit;

/// <summary>
/// Stands in every save: refuses a changed audited row without an entry about it, refuses any change to the trail itself,
/// writes old → new into the entries, and links them to the chain inside the save's own transaction.
/// </summary>
internal sealed class AuditInterceptor : SaveChangesInterceptor
{
    // Any constant: it only has to be ours alone in the database.
    private const long ChainLock = 0x4D61_6261_7272_6101;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is CaseDbContext db)
            await ExamineAsync(db, cancellationToken);
        return result;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        // Only ASP.NET's key ring saves synchronously; it holds no audited rows.
        if (eventData.Context is CaseDbContext db && db.ChangeTracker.Entries().Any(e => e.Entity is IAudited or AuditEntry && e.State != EntityState.Unchanged))
            throw new InvalidOperationException("Audited rows are saved asynchronously.");
        return result;
    }

    private static async Task ExamineAsync(CaseDbContext db, CancellationToken cancel)
    {
        var entries = db.ChangeTracker.Entries<AuditEntry>().ToList();
        if (entries.Any(e => e.State is EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException("The audit trail is append-only.");

        var fresh = entries.Where(e => e.State == EntityState.Added).Select(e => e.Entity).Where(e => !e.IsSealed).ToList();
        var changes = AuditChanges.Collect(db.ChangeTracker);
        foreach (var (recordId, rows) in changes)
        {
            var entry = fresh.Find(e => e.RecordId == recordId)
                ?? throw new InvalidOperationException($"{rows[0].Metadata.ClrType.Name} changed without an audit entry about {recordId}.");
            entry.Describe(AuditChanges.Write(rows));
        }

        if (fresh.Count > 0)
            await LinkAsync(db, fresh, cancel);
    }

    private static async Task LinkAsync(CaseDbContext db, List<AuditEntry> fresh, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ChainLock})", cancel);
        var last = await db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence)
            .Select(e => new { e.Sequence, e.Hash }).FirstOrDefaultAsync(cancel);
        var (sequence, hash) = (last?.Sequence ?? 0, last?.Hash ?? AuditChain.Genesis);
        foreach (var entry in fresh)
        {
            // The key is only known now; EF tracks by key, so the entry is taken out and put in again.
            db.Entry(entry).State = EntityState.Detached;
            entry.Seal(++sequence, hash);
            hash = entry.Hash;
            db.Add(entry);
        }
    }
}
