using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Audit;

/// <summary>A refusal is an act of its own in the trail: who tried what (A2). Saved by itself: the refused act may stand inside a transaction that is rolled back.</summary>
internal sealed class RefusalLog(CaseWriter writer, ILogger<RefusalLog> log) : IRefusals, IAsyncDisposable
{
    private readonly Lock turn = new();
    private Task all = Task.CompletedTask;

    // Not awaited by the refused act, which may hold the write gate: the row takes its turn once the act has let go.
    public Task WriteAsync(Act act, string permission, Guid? record)
    {
        var one = Task.Run(() => SaveAsync(act, permission, record));
        lock (turn)
            all = all.IsCompleted ? one : Task.WhenAll(all, one);
        return one;
    }

    /// <summary>An app that stops writes down what it has refused.</summary>
    public async ValueTask DisposeAsync() => await all;

    private async Task SaveAsync(Act act, string permission, Guid? record)
    {
        try
        {
            await writer.SaveAsync(db =>
            {
                db.Record(act with { Why = permission }, "access.denied", record ?? act.Actor.Id, nameof(AccessDenied));
                return Task.CompletedTask;
            });
        }
        catch (Exception e)
        {
            // A full disk must not turn a refusal into something else.
            log.LogError(e, "A refusal was not written down: {Permission}, {Actor}", permission, act.Actor.Id);
        }
    }
}
