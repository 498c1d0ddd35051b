using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>
/// Works off imports, one after another, beside the pages: looks at rows, opens files. It wakes when somebody hands one in, and from time to time, for the node that was at one may have died.
/// </summary>
public sealed class ImportRunner : BackgroundService
{
    /// <summary>After so many runs that ended in a defect the import is given up.</summary>
    private const int MostTries = 5;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(20);
    private readonly CaseWriter writer;
    private readonly TimeProvider clock;
    private readonly ILogger<ImportRunner> log;
    private readonly LiveChanges live;
    private readonly ImportLease lease;
    private readonly ImportChecking checking;
    private readonly ImportAdding adding;

    public ImportRunner(
        CaseWriter writer, IDbContextFactory<CaseDbContext> contexts, Documents.BodyStore bodies, Data.Encryption.FieldCipher cipher, IdNumbers ids,
        BeneficiaryQueries beneficiaries, LiveChanges live, TimeProvider clock, ILogger<ImportRunner> log)
    {
        (this.writer, this.live, this.clock, this.log) = (writer, live, clock, log);
        lease = new ImportLease(clock);
        checking = new ImportChecking(writer, contexts, bodies, cipher, ids, beneficiaries, lease);
        adding = new ImportAdding(writer, cipher, ids, beneficiaries, lease, clock);
    }

    /// <summary>Does what is there to be done, until nothing is left.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var failed = new HashSet<Guid>();
        while (await NextAsync(failed, cancel) is { } import)
        {
            if (!await RunAsync(import, cancel))
                failed.Add(import.Id);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var wake = new SemaphoreSlim(1, 1);
        using var watch = live.Watch(() => Release(wake), typeof(RegistryImport));
        using var timer = new PeriodicTimer(Round, clock);
        var ticking = TickAsync(timer, wake, stoppingToken);
        try
        {
            while (true)
            {
                await wake.WaitAsync(stoppingToken);
                // Off the start-up's thread, and never its end: what goes wrong is logged and tried again.
                await Task.Run(() => SafelyAsync(stoppingToken), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops; the next start goes on.
        }
        await ticking;
    }

    private static async Task TickAsync(PeriodicTimer timer, SemaphoreSlim wake, CancellationToken stop)
    {
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                Release(wake);
        }
        catch (OperationCanceledException)
        {
            // The app stops.
        }
    }

    /// <summary>One waiting wake-up is as good as ten.</summary>
    private static void Release(SemaphoreSlim wake)
    {
        try
        {
            if (wake.CurrentCount == 0)
                wake.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Two woke it at once, or the app is gone.
        }
    }

    private async Task SafelyAsync(CancellationToken cancel)
    {
        try
        {
            await RunAsync(cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Imports could not be looked for");
        }
    }

    private Task<RegistryImport?> NextAsync(HashSet<Guid> failed, CancellationToken cancel) => writer.SaveAsync(async db =>
    {
        var running = await db.RegistryImports.AsNoTracking().Where(i => i.Status == ImportStatus.Checking || i.Status == ImportStatus.Applying)
            .OrderBy(i => i.CreatedAt).ToListAsync(cancel);
        foreach (var import in running.Where(i => !failed.Contains(i.Id)))
        {
            if (await lease.TakeAsync(db, import.Id, cancel))
                return import;
        }
        return null;
    }, cancel);

    /// <returns>False when it ended in a defect, and is left to the next round.</returns>
    private async Task<bool> RunAsync(RegistryImport import, CancellationToken cancel)
    {
        try
        {
            if (import.Status == ImportStatus.Applying)
                await adding.RunAsync(db => ActorAsync(db, import.AppliedById!.Value), import.Id, cancel);
            else
                await checking.RunAsync(new Act(Actor.System, clock.Now), import, cancel);
            return true;
        }
        catch (RuleViolation violation)
        {
            await RefuseAsync(import.Id, violation.Breaches[0], cancel);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The import {Import} came to a stop", import.Id);
            await FailAsync(import.Id, cancel);
            return false;
        }
    }

    /// <summary>The account is read afresh with each batch: one that was disabled opens no more files (A9).</summary>
    private async Task<Act?> ActorAsync(CaseDbContext db, Guid who)
    {
        var staff = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == who);
        return staff is { IsActive: true } && StaffDirectory.ActorOf(staff) is var actor && actor.May(BeneficiariesModule.ImportPermission) ? new Act(actor, clock.Now) : null;
    }

    private Task RefuseAsync(Guid id, Breach breach, CancellationToken cancel) => writer.SaveAsync(async db =>
    {
        var act = new Act(Actor.System, clock.Now);
        if (await db.RegistryImports.SingleOrDefaultAsync(i => i.Id == id && i.Status == ImportStatus.Checking, cancel) is not { } import)
            return;
        await ImportRemains.DropAsync(db, import, r => true, cancel);
        import.Refuse(act, breach);
        db.Record(act, "registry.import.refuse", import, null, "ح-2");
    }, cancel);

    /// <summary>A defect: tried again in the next round, and told after a few.</summary>
    private Task FailAsync(Guid id, CancellationToken cancel) => writer.SaveAsync(async db =>
    {
        var act = new Act(Actor.System, clock.Now);
        var progress = await db.ImportProgress.SingleAsync(p => p.ImportId == id, cancel);
        if (++progress.Tries < MostTries || await db.RegistryImports.SingleAsync(i => i.Id == id, cancel) is not { IsRunning: true } import)
            return;
        if (import.Status == ImportStatus.Applying)
        {
            import.Stop(progress.Added, new Breach("registry.import.failed"));
            db.Record(act, "registry.import.stop", import, null, "ح-2");
            return;
        }
        await ImportRemains.DropAsync(db, import, r => true, cancel);
        import.Refuse(act, new Breach("registry.import.failed"));
        db.Record(act, "registry.import.refuse", import, null, "ح-2");
    }, cancel);
}
