using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Tests.Postgres;

/// <summary>Two nodes on one PostgreSQL (DESIGN.md §5).</summary>
public sealed class NodeChangesTests() : House(TestDatabase.Postgres())
{
    private readonly LiveChanges other = new();

    [Fact]
    public async Task Another_node_hears_of_what_was_committed_and_of_nothing_else()
    {
        using var listener = await ListenAsync(other);
        var before = other.Count(typeof(Submission));
        await Assert.ThrowsAsync<RuleViolation>(() => The<CaseWriter>().SaveAsync(async db =>
        {
            db.Add(new Submission(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Clock.Now));
            await db.SaveChangesAsync(Cancel);
            throw new RuleViolation("test.fails");
        }, Cancel));
        await HeardAsync(other, typeof(Submission), SaveOneAsync);
        Assert.Equal(before + 1, other.Count(typeof(Submission)));
        Assert.Equal(before, other.Count(typeof(Setting)));
        await listener.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_node_does_not_answer_its_own_voice()
    {
        var own = The<LiveChanges>();
        using var listener = await ListenAsync(own);
        var before = own.Count(typeof(Submission));
        await SaveOneAsync();
        // Said after it and heard after it: somebody else's "everything".
        await HeardAsync(own, typeof(Setting), () => ReadAsync(db => db.Database.ExecuteSqlAsync($"SELECT pg_notify('mabarra_changes', {$"{other.Node:N} *"})", Cancel)));
        Assert.Equal(before + 2, own.Count(typeof(Submission)));
        await listener.StopAsync(Cancel);
    }

    private Task SaveOneAsync() => The<CaseWriter>().SaveAsync(
        db => db.AddAsync(new Submission(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Clock.Now), Cancel).AsTask(), Cancel);

    /// <summary>A listener whose line is up: it says so by "everything may have changed".</summary>
    private async Task<NodeChanges> ListenAsync(LiveChanges live)
    {
        var listener = new NodeChanges(live, The<IOptions<DatabaseOptions>>(), TimeProvider.System, NullLogger<NodeChanges>.Instance);
        await HeardAsync(live, typeof(Setting), () => listener.StartAsync(Cancel));
        return listener;
    }

    private static async Task HeardAsync(LiveChanges live, Type kind, Func<Task> cause)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watch = live.Watch(() => heard.TrySetResult(), kind);
        await cause();
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
    }
}
