namespace Mabarra.CaseManager.Demo;

/// <summary>The clock of those who act in the demonstration: it stands where the story is, never goes back, and never passes the real one.</summary>
internal sealed class DemoClock : TimeProvider
{
    private static readonly TimeSpan BetweenActs = TimeSpan.FromSeconds(10);
    private DateTimeOffset now;

    public DateTimeOffset Limit { get; set; } = DateTimeOffset.MaxValue;

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateTime at) => Set(new DateTimeOffset(at, TimeSpan.Zero));

    public void Tick() => Set(now + BetweenActs);

    /// <summary>Time somebody spent, such as reading.</summary>
    public void Skip(TimeSpan spent) => Set(now + spent);

    private void Set(DateTimeOffset at)
    {
        if (at > now)
            now = at < Limit ? at : Limit;
    }
}
