using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Audit.Heads;
using Mabarra.CaseManager.Data.Jobs;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Administration.Backups;

/// <summary>Each night, on one node: the modules' own daily work, then the whole audit chain is read, its end written down outside the database, a backup made, old ones cleared away.</summary>
public sealed class NightlyWork(
    JobTurns turns, IEnumerable<IDailyJob> jobs, AuditVerifier verifier, AuditHeads heads, BackupService backups, IOptions<BackupOptions> options, TimeProvider clock,
    ILogger<NightlyWork> log)
    : BackgroundService
{
    public const string AuditJob = "audit-check";

    // A machine that was off at night catches up after its start, but not in its first seconds.
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(AfterStart, clock, stoppingToken);
            while (true)
            {
                if (TimeOnly.FromDateTime(RiyadhTime.WallClock(clock.Now)) >= options.Value.At)
                    await RunAsync(stoppingToken);
                await Task.Delay(NextDue() - clock.Now, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }

    /// <summary>Does what is due today and has not been done, by this node or another.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var job in jobs)
            await DoAsync(job.Name, () => job.RunAsync(cancel), cancel);
        await DoAsync(AuditJob, CheckAuditAsync, cancel);
        await DoAsync(BackupService.Job, async () =>
        {
            await backups.RunAsync(new Act(Actor.System, clock.Now), null, cancel);
            backups.ClearOld();
            return null;
        }, cancel);
    }

    private async Task<string?> CheckAuditAsync()
    {
        var verdict = await verifier.VerifyAsync();
        if (!verdict.IsWhole)
            return $"entry {verdict.BrokenAt}: {verdict.BrokenWhy}";
        heads.Append(verdict.Count, verdict.Head);
        return null;
    }

    // The host must outlive whatever happens here: the failure is kept, shown on the page and by the health probe.
    private async Task DoAsync(string job, Func<Task<string?>> work, CancellationToken cancel)
    {
        try
        {
            if (!await turns.TryTakeAsync(job, clock.Today, cancel))
                return;
            var failure = await FailureOfAsync(work, cancel);
            if (failure is not null)
                log.LogError("The nightly job {Job} failed: {Failure}", job, failure);
            await turns.EndAsync(job, failure, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            log.LogError(e, "The nightly job {Job} could not be run.", job);
        }
    }

    private static async Task<string?> FailureOfAsync(Func<Task<string?>> work, CancellationToken cancel)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            return e.Message;
        }
    }

    private DateTime NextDue()
    {
        var today = RiyadhTime.ToUtc(clock.Today.ToDateTime(options.Value.At));
        return today > clock.Now ? today : today.AddDays(1);
    }
}
