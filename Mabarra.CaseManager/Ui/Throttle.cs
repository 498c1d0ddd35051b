namespace Mabarra.CaseManager.Ui;

/// <summary>Lets many askings within a while become one run at its end: what changes all the time is read now and then.</summary>
internal sealed class Throttle : IDisposable
{
    private readonly ITimer timer;
    private readonly TimeSpan gap;
    private int waiting;

    /// <param name="run">On any thread.</param>
    public Throttle(TimeProvider clock, TimeSpan gap, Action run)
    {
        this.gap = gap;
        timer = clock.CreateTimer(
            _ =>
            {
                Interlocked.Exchange(ref waiting, 0);
                run();
            },
            null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Ask()
    {
        if (Interlocked.Exchange(ref waiting, 1) == 0)
            timer.Change(gap, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => timer.Dispose();
}
