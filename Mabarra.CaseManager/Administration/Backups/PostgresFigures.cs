using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Administration.Backups;

/// <summary>The manifest's figures where the database is no file that could be looked into.</summary>
internal static class PostgresFigures
{
    public static async Task<BackupManifest> DescribeAsync(CaseDbContext db, DateTime now, CancellationToken cancel)
    {
        var head = await db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence).Select(e => new { e.Sequence, e.Hash }).FirstOrDefaultAsync(cancel);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            // The name comes from our own model.
#pragma warning disable EF1002
            counts[table] = await db.Database.SqlQueryRaw<long>($"SELECT count(*) AS \"Value\" FROM \"{table}\"").SingleAsync(cancel);
#pragma warning restore EF1002
        }

        return new BackupManifest
        {
            AppVersion = typeof(PostgresFigures).Assembly.GetName().Version?.ToString(3) ?? "",
            Migration = (await db.Database.GetAppliedMigrationsAsync(cancel)).Last(),
            MadeAt = now,
            Size = 0,
            Sha256 = "",
            AuditSequence = head?.Sequence ?? 0,
            AuditHead = Convert.ToHexStringLower(head?.Hash ?? []),
            Counts = counts,
        };
    }
}
