using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mabarra.CaseManager.Tests.Documents;

/// <summary>Breaks the database connection's work at a chosen point.</summary>
internal sealed class Fault : DbCommandInterceptor, IDbTransactionInterceptor
{
    public const string Commit = "COMMIT";
    private int left;

    /// <summary>Words of the statement to break at, or <see cref="Commit"/>.</summary>
    public string? At { get; private set; }

    public bool Happened { get; private set; }

    /// <param name="nth">From 1: which of the statements that hold the words.</param>
    public void Break(string at, int nth = 1) => (At, left, Happened) = (at, nth, false);

    public void Mend() => At = null;

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Consider(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Consider(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Consider(Commit);
        return ValueTask.FromResult(result);
    }

    private void Consider(string what)
    {
        if (At is null || !what.Contains(At, StringComparison.Ordinal) || --left > 0)
            return;
        Happened = true;
        throw new IOException($"Broken at {At}.");
    }
}
