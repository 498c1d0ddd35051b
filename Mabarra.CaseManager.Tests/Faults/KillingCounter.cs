using System.Data.Common;
using System.Diagnostics;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mabarra.CaseManager.Tests.Faults;

/// <summary>
/// Ends its own process (SIGKILL) before the n-th thing asked of the database, commits counted too: a kill between any two statements,
/// where one from outside hits by luck only.
/// </summary>
/// <param name="killAt">0: never.</param>
internal sealed class KillingCounter(int killAt) : IContextOptions
{
    /// <summary>As n: before the first thing asked after a commit, wherever that is. Of what is one transaction nothing is left by then; of what was split in two, half.</summary>
    public const int AfterCommit = int.MinValue;

    private int asked = -1;
    private volatile bool hasCommitted;

    /// <summary>What was asked so far.</summary>
    public int Asked => Volatile.Read(ref asked);

    /// <summary>From now on it counts.</summary>
    public void Begin() => Interlocked.Exchange(ref asked, 0);

    public void Apply(DbContextOptionsBuilder builder)
    {
        if (killAt is > 0 or AfterCommit)
            builder.AddInterceptors(new Commands(this), new Commits(this));
    }

    private void Ask()
    {
        if (Volatile.Read(ref asked) < 0 || (Interlocked.Increment(ref asked) != killAt && !(hasCommitted && killAt == AfterCommit)))
            return;
        Process.GetCurrentProcess().Kill();
        // The signal is on its way; nothing of ours runs any more.
        Thread.Sleep(Timeout.Infinite);
    }

    private sealed class Commands(KillingCounter counter) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            counter.Ask();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            counter.Ask();
            return ValueTask.FromResult(result);
        }
    }

    private sealed class Commits(KillingCounter counter) : DbTransactionInterceptor
    {
        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            counter.hasCommitted = counter.Asked >= 0;
            return Task.CompletedTask;
        }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            counter.Ask();
            return ValueTask.FromResult(result);
        }
    }
}
