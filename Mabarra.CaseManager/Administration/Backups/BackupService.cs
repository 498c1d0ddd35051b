using System.Globalization;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Audit.Heads;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Data.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Administration.Backups;

/// <summary>A backup as lists show it.</summary>
/// <param name="Wrong">Why it cannot be used; null when it is sound as far as its manifest tells.</param>
public sealed record BackupRow(string Name, string Path, DateTime MadeAt, long Size, long AuditSequence, string? Wrong);

/// <summary>Consistent copies of the live database: made, listed, examined, and cleared away after their time. Each act stands in the trail.</summary>
public sealed class BackupService(
    CaseWriter writer, IDbContextFactory<CaseDbContext> contexts, AuditHeads heads, JobTurns turns,
    IOptions<DatabaseOptions> database, IOptions<BackupOptions> options, TimeProvider clock)
{
    public const string Permission = "backups.run";
    public const string Job = "backup";
    private const string Prefix = "mabarra-";

    /// <summary>Where the backups of the schedule and of the page lie.</summary>
    public string Folder => options.Value.Folder is { Length: > 0 } folder ? folder : database.Value.BackupFolder;

    private bool IsSqlite => database.Value.Provider == DatabaseProvider.Sqlite;

    /// <summary>Makes a copy while everybody works on. It appears under its name only once it has been examined and is on the disk; until then the earlier ones stay as they are (R5).</summary>
    /// <exception cref="IOException">No copy could be made; the message says why.</exception>
    public async Task<BackupRow> RunAsync(Act act, string? folder, CancellationToken cancel)
    {
        act.Require(Permission);
        try
        {
            // The copying is synchronous below: off the caller's thread, which may be a circuit's.
            var row = await Task.Run(() => MakeAsync(folder ?? Folder, cancel), cancel);
            await RecordAsync(act, "backup.copy.made", row.Name, cancel);
            await turns.EndAsync(Job, null, cancel);
            return row;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await turns.EndAsync(Job, e.Message, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Newest first. Reads manifests only.</summary>
    public IReadOnlyList<BackupRow> List(Act act)
    {
        act.Require(Permission);
        return Directory.Exists(Folder) ? [.. Files().Select(Row).OrderByDescending(r => r.MadeAt)] : [];
    }

    /// <summary>Examines every byte of one backup.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public async Task<string?> VerifyAsync(Act act, string name, CancellationToken cancel)
    {
        act.Require(Permission);
        var path = Files().FirstOrDefault(f => string.Equals(Path.GetFileName(f), name, StringComparison.Ordinal)) ?? throw new RuleViolation("backup.verify.unknown");
        var wrong = await Task.Run(() => WrongAsync(path, cancel), cancel);
        await RecordAsync(act with { Why = wrong }, "backup.copy.verified", name, cancel);
        return wrong;
    }

    /// <summary>Keeps the newest of each of the last days; today's all stay.</summary>
    public void ClearOld()
    {
        var today = clock.Today;
        var byDay = Files().Select(Row).Where(r => r.Wrong is null).GroupBy(r => RiyadhTime.DayOf(r.MadeAt)).OrderByDescending(g => g.Key).ToList();
        var kept = byDay.Take(options.Value.KeepDays).SelectMany(g => g.Key == today ? g : g.OrderByDescending(r => r.MadeAt).Take(1)).Select(r => r.Path);
        foreach (var row in byDay.SelectMany(g => g).ExceptBy(kept, r => r.Path, StringComparer.Ordinal))
        {
            File.Delete(row.Path);
            File.Delete(BackupManifest.PathOf(row.Path));
        }
    }

    internal async Task RecordAsync(Act act, string action, string name, CancellationToken cancel) => await writer.SaveAsync(db =>
    {
        db.Record(act, action, Guid.CreateVersion7(), "Backup", name);
        return Task.CompletedTask;
    }, cancel);

    private async Task<BackupRow> MakeAsync(string folder, CancellationToken cancel)
    {
        var now = clock.Now;
        var target = Path.Combine(folder, $"{Prefix}{now.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}{(IsSqlite ? ".db" : ".dump")}");
        var manifest = IsSqlite ? CopySqlite(target, now, cancel) : await DumpPostgresAsync(target, now, cancel);
        heads.Append(manifest.AuditSequence, Convert.FromHexString(manifest.AuditHead));
        return Row(target);
    }

    private BackupManifest CopySqlite(string target, DateTime now, CancellationToken cancel)
    {
        BackupManifest? manifest = null;
        try
        {
            SqliteCopy.Make(database.Value.SqliteFile, target, draft =>
            {
                manifest = BackupReader.Describe(draft, now);
                manifest.WriteFor(target);
            }, cancel);
        }
        catch when (!File.Exists(target))
        {
            File.Delete(BackupManifest.PathOf(target));
            throw;
        }

        return manifest!;
    }

    private async Task<BackupManifest> DumpPostgresAsync(string target, DateTime now, CancellationToken cancel)
    {
        // Read before the dump: the dump holds at least this much of the trail.
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var manifest = await PostgresFigures.DescribeAsync(db, now, cancel);
        if (await PgDump.RunAsync(database.Value.ConnectionString!, target, cancel) is { } failure)
            throw new IOException($"No backup was made: {failure}. Use your own backup of PostgreSQL, or install its client tools.");
        manifest = manifest with { Size = new FileInfo(target).Length, Sha256 = BackupManifest.HashOf(target) };
        manifest.WriteFor(target);
        return manifest;
    }

    private static async Task<string?> WrongAsync(string path, CancellationToken cancel)
    {
        try
        {
            return await BackupReader.WrongWithAsync(path, cancel);
        }
        catch (IOException e)
        {
            return e.Message;
        }
    }

    private IEnumerable<string> Files() => Directory.Exists(Folder)
        ? Directory.EnumerateFiles(Folder, Prefix + "*").Where(f => f.EndsWith(".db", StringComparison.Ordinal) || f.EndsWith(".dump", StringComparison.Ordinal))
        : [];

    private static BackupRow Row(string path)
    {
        var file = new FileInfo(path);
        try
        {
            var manifest = BackupManifest.Of(path);
            return new BackupRow(file.Name, file.FullName, manifest.MadeAt, file.Length, manifest.AuditSequence, manifest.Size == file.Length ? null : "size");
        }
        catch (IOException)
        {
            return new BackupRow(file.Name, file.FullName, file.LastWriteTimeUtc, file.Length, 0, "manifest");
        }
    }
}
