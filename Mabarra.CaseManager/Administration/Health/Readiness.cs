using Mabarra.CaseManager.Administration.Backups;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Data.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Administration.Health;

/// <summary>The section <c>Health</c> of the configuration.</summary>
public sealed class HealthOptions
{
    public const string Section = "Health";

    /// <summary>Less free disk than this is reported.</summary>
    public double FreeGiB { get; set; } = 2;
}

/// <summary>What the probe found.</summary>
/// <param name="IsReady">False: send nobody here. A degraded app with a working database still serves.</param>
public sealed record ReadinessReport(bool IsReady, IReadOnlyDictionary<string, bool> Checks)
{
    public bool IsOk => Checks.Values.All(ok => ok);
}

/// <summary>Whether this node can do its work (F12). Asked by machines that need not sign in, so it is done at most once in five seconds and tells nothing but names.</summary>
public sealed class Readiness(
    JobTurns turns, IDbContextFactory<CaseDbContext> contexts, KeySentinels sentinels, CaseWriter writer, StorageState storage,
    IOptions<DatabaseOptions> database, IOptions<HealthOptions> options, TimeProvider clock, ILogger<Readiness> log,
    IHostApplicationLifetime? life = null) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BackupAge = TimeSpan.FromHours(26);
    private static readonly TimeSpan AuditAge = TimeSpan.FromHours(26);
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly DateTime startedAt = clock.Now;
    private (DateTime At, ReadinessReport Report)? last;

    public async Task<ReadinessReport> ReportAsync(CancellationToken cancel)
    {
        // Before the stop is felt, the proxy is told to send people elsewhere.
        if (life?.ApplicationStopping.IsCancellationRequested == true)
            return new ReadinessReport(false, new Dictionary<string, bool>(StringComparer.Ordinal) { ["stopping"] = false });
        await turn.WaitAsync(cancel);
        try
        {
            if (last is not { } kept || clock.Now - kept.At >= Fresh)
                last = kept = (clock.Now, await ProbeAsync(cancel));
            return kept.Report;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<ReadinessReport> ProbeAsync(CancellationToken cancel)
    {
        var checks = new Dictionary<string, bool>(StringComparer.Ordinal)
        {
            ["database"] = await TryAsync("database", () => WriteAsync(cancel)),
            ["migrations"] = await TryAsync("migrations", () => IsMigratedAsync(cancel)),
            ["keys"] = await TryAsync("keys", () => sentinels.HoldAsync(cancel)),
            ["disk"] = await TryAsync("disk", () => Task.FromResult(HasRoom())),
            ["backup"] = await TryAsync("backup", () => IsFreshAsync(BackupService.Job, BackupAge, cancel)),
            ["audit"] = await TryAsync("audit", () => IsFreshAsync(NightlyWork.AuditJob, AuditAge, cancel)),
        };
        return new ReadinessReport(checks["database"] && checks["migrations"] && checks["keys"], checks);
    }

    private async Task<bool> WriteAsync(CancellationToken cancel) => await writer.SaveAsync(async db => await db.Database.ExecuteSqlAsync(
        $"""
         INSERT INTO "JobTurns" ("Name", "Day", "HeldUntil") VALUES ('probe', {clock.Today}, {clock.Now})
         ON CONFLICT ("Name") DO UPDATE SET "HeldUntil" = excluded."HeldUntil"
         """, cancel) == 1, cancel) && storage.Fault is null;

    private async Task<bool> IsMigratedAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.Database.GetAppliedMigrationsAsync(cancel)).SequenceEqual(db.Database.GetMigrations(), StringComparer.Ordinal);
    }

    private bool HasRoom()
    {
        var folder = Path.GetFullPath(database.Value.Folder);
        return new DriveInfo(folder).AvailableFreeSpace >= options.Value.FreeGiB * (1L << 30);
    }

    /// <summary>A job that has not had its first night yet is not late.</summary>
    private async Task<bool> IsFreshAsync(string job, TimeSpan age, CancellationToken cancel)
    {
        var state = await turns.FindAsync(job, cancel);
        return state?.Failure is null && clock.Now - (state?.SucceededAt ?? startedAt) <= age;
    }

    private async Task<bool> TryAsync(string name, Func<Task<bool>> check)
    {
        try
        {
            return await check();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The health check {Name} failed.", name);
            return false;
        }
    }
}
