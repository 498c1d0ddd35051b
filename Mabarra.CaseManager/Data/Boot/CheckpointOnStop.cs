using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Data.Boot;

/// <summary>After everything else has stopped, folds SQLite's log into the file, so that what lies there is one whole file (D7).</summary>
internal sealed class CheckpointOnStop(IOptions<DatabaseOptions> options, DatabaseUse use, ILogger<CheckpointOnStop> log) : IHostedLifecycleService
{
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Provider == DatabaseProvider.Sqlite && File.Exists(options.Value.SqliteFile))
            Fold();
        use.Dispose();
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Fold()
    {
        try
        {
            SqliteConnection.ClearAllPools();
            using var connection = SqliteHealth.Connect(options.Value.SqliteFile, SqliteOpenMode.ReadWrite);
            connection.Open();
            SqliteHealth.Scalar(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException e)
        {
            log.LogWarning(e, "The log could not be folded into the database at the stop; the next start does it.");
        }
    }
}
