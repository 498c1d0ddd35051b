using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Contacts.Sending;

/// <summary>Sends in the background: at once when this node wrote a notice, and when the next attempt is due. No request ever waits for a mail server (RELIABILITY F1).</summary>
internal sealed class OutboxWorker(Outbox outbox, LiveChanges changes, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    /// <summary>Another node may have written something.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim woken = new(0, 1);

    public override void Dispose()
    {
        woken.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watch = changes.Watch(Wake, typeof(Notice));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await outbox.RunAsync(stoppingToken);
                await WaitAsync(await outbox.NextAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The host must outlive whatever happens here: the notices are still in the table.
                log.LogError(e, "The outbox could not be emptied");
                await WaitAsync(null, stoppingToken);
            }
        }
    }

    private void Wake()
    {
        try
        {
            if (woken.CurrentCount == 0)
                woken.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Woken already, or gone.
        }
    }

    private async Task WaitAsync(DateTime? next, CancellationToken cancel)
    {
        var wait = next is { } at && at - clock.Now < Longest ? at - clock.Now : Longest;
        if (wait <= TimeSpan.Zero)
            wait = TimeSpan.FromSeconds(1);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await using var timer = clock.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), limit, wait, Timeout.InfiniteTimeSpan);
        try
        {
            await woken.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // Time is up, or the app stops.
        }
    }
}
