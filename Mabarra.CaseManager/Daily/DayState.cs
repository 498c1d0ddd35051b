using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Daily;

/// <summary>One person's list in one circuit: read once for the page and the number in the navigation, and again when something has changed.</summary>
public sealed class DayState : IDisposable
{
    /// <summary>However much happens, it is read no more often than this.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(3);

    private readonly DayReader reader;
    private readonly CurrentActor actor;
    private readonly CancellationTokenSource gone = new();
    private readonly SemaphoreSlim oneRead = new(1, 1);
    private readonly Throttle throttle;
    private readonly IDisposable watch;

    public DayState(DayReader reader, CurrentActor actor, LiveChanges live, TimeProvider clock)
    {
        (this.reader, this.actor) = (reader, actor);
        throttle = new Throttle(clock, Gap, () => _ = ReadAsync());
        watch = live.Watch(Ask, [.. reader.Watched]);
    }

    /// <summary>Raised on any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>Null until it was read.</summary>
    public DayList? List { get; private set; }

    public DateOnly Today { get; private set; }

    /// <summary>Reads it unless it was read before.</summary>
    public Task EnsureAsync() => List is null ? ReadAsync() : Task.CompletedTask;

    public async Task ReadAsync()
    {
        if (gone.IsCancellationRequested)
            return;
        try
        {
            await oneRead.WaitAsync(gone.Token);
            try
            {
                var act = await actor.ActAsync();
                Today = act.On;
                List = act.Actor.May(DailyModule.ViewPermission) ? await reader.ReadAsync(act, gone.Token) : DayList.Empty;
            }
            finally
            {
                oneRead.Release();
            }
            Changed?.Invoke(this, EventArgs.Empty);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or AccessDenied)
        {
            // The circuit ended, or the account no longer works; the page itself says so.
        }
    }

    public void Dispose()
    {
        watch.Dispose();
        throttle.Dispose();
        gone.Cancel();
        gone.Dispose();
        oneRead.Dispose();
    }

    private void Ask()
    {
        // What nobody looks at is not read again.
        if (List is not null)
            throttle.Ask();
    }
}
