using Mabarra.CaseManager.Data.Drafts;

namespace Mabarra.CaseManager.Data;

/// <summary>While nothing can be saved, tries every few seconds whether it can again (F2: recovers without a restart).</summary>
public sealed class StorageWatch(StorageState state, CaseWriter writer, TimeProvider clock, ILogger<StorageWatch> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>A changed row may fit into pages the file has already; this much does not.</summary>
    private const int Room = 256 << 10;

    /// <summary>Saves something as large as a form with a signature, and takes it back in the same transaction.</summary>
    public async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await writer.SaveAsync(async db =>
            {
                var probe = new Draft { Id = Guid.CreateVersion7(), ActorId = Guid.CreateVersion7(), FormKey = "probe", Sealed = new byte[Room], SavedAt = clock.Now };
                db.Add(probe);
                await db.SaveChangesAsync(cancel);
                db.Remove(probe);
            }, cancel);
            state.Works();
        }
        catch (RuleViolation e) when (e.IsStorageTrouble)
        {
            // Not yet.
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // The host must outlive whatever else is wrong; the next round tries again.
            log.LogWarning(e, "It could not be tried whether saving works.");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (state.Fault is not null)
                    await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }
}
