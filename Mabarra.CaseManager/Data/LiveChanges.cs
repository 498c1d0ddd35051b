using System.Collections.Concurrent;

namespace Mabarra.CaseManager.Data;

/// <summary>
/// Tells open pages of this node which kinds of records have just changed, so that boards and lists show it without a reload;
/// what other nodes change arrives through <see cref="NodeChanges"/>.
/// </summary>
public sealed class LiveChanges
{
    private readonly ConcurrentDictionary<Guid, Subscription> subscriptions = new();
    private readonly ConcurrentDictionary<Type, long> seen = new();
    private long unnamed;

    /// <summary>Who this node is among several.</summary>
    internal Guid Node { get; } = Guid.NewGuid();

    /// <summary>Calls back (on any thread) after a committed change to any of the kinds, until disposed.</summary>
    public IDisposable Watch(Action changed, params IReadOnlyCollection<Type> kinds)
    {
        var id = Guid.NewGuid();
        var subscription = new Subscription(kinds.ToHashSet(), changed, () => subscriptions.TryRemove(id, out _));
        subscriptions[id] = subscription;
        return subscription;
    }

    /// <summary>
    /// How many committed changes of the kinds this node has made or heard of. What was read from the database is as good as new while this number stays the same:
    /// it has risen before the save that raised it returns.
    /// </summary>
    public long Count(params ReadOnlySpan<Type> kinds)
    {
        var sum = Interlocked.Read(ref unnamed);
        foreach (var kind in kinds)
            sum += seen.GetValueOrDefault(kind);
        return sum;
    }

    internal void Publish(IReadOnlySet<Type> kinds)
    {
        foreach (var kind in kinds)
            seen.AddOrUpdate(kind, 1, static (_, count) => count + 1);
        foreach (var subscription in subscriptions.Values.Where(s => s.Kinds.Overlaps(kinds)))
            ThreadPool.QueueUserWorkItem(static changed => changed(), subscription.Changed, preferLocal: false);
    }

    /// <summary>Anything may have changed: every page and everything kept is read again.</summary>
    internal void PublishAll()
    {
        Interlocked.Increment(ref unnamed);
        foreach (var subscription in subscriptions.Values)
            ThreadPool.QueueUserWorkItem(static changed => changed(), subscription.Changed, preferLocal: false);
    }

    private sealed record Subscription(IReadOnlySet<Type> Kinds, Action Changed, Action Remove) : IDisposable
    {
        public void Dispose() => Remove();
    }
}
