using Npgsql;

namespace Mabarra.CaseManager.Data.Boot;

/// <summary>
/// Lets one process at a time prepare the database; the others wait (U8). The kernel, or PostgreSQL, lets go of it when its holder dies,
/// so that a killed start never blocks the next.
/// </summary>
public sealed class BootLock : IAsyncDisposable
{
    // Any constant: it only has to be ours alone in the database.
    private const long AdvisoryKey = 0x4D61_6261_7272_6102;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly IAsyncDisposable held;

    private BootLock(IAsyncDisposable held) => this.held = held;

    public static async Task<BootLock> TakeAsync(DatabaseOptions options, ILogger log, CancellationToken cancel) => new(
        options.Provider == DatabaseProvider.Sqlite
            ? await TakeFileAsync(options.SqliteFile + ".lock", log, cancel)
            : await TakeAdvisoryAsync(options.ConnectionString!, log, cancel));

    public ValueTask DisposeAsync() => held.DisposeAsync();

    private static async Task<FileStream> TakeFileAsync(string path, ILogger log, CancellationToken cancel)
    {
        for (var waited = false; ; waited = true)
        {
            if (FileLock.TryExclusive(path) is { } stream)
                return stream;
            if (!waited)
                log.LogWarning("Another process is preparing the database (it holds {Lock}); waiting for it.", path);
            await Task.Delay(Pause, cancel);
        }
    }

    private static async Task<NpgsqlConnection> TakeAdvisoryAsync(string connectionString, ILogger log, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            if (!(bool)(await ScalarAsync(connection, $"SELECT pg_try_advisory_lock({AdvisoryKey})", cancel))!)
            {
                log.LogWarning("Another node is preparing the database; waiting for it.");
                await ScalarAsync(connection, $"SELECT pg_advisory_lock({AdvisoryKey})", cancel);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancel);
    }
}

/// <summary>Locks on files, which the kernel releases with the process.</summary>
internal static class FileLock
{
    /// <returns>Null while somebody else holds the file, exclusively or shared.</returns>
    public static FileStream? TryExclusive(string path) => Try(path, FileAccess.ReadWrite, FileShare.None);

    /// <returns>Null while somebody else holds the file exclusively.</returns>
    public static FileStream? TryShared(string path)
    {
        // A shared lock needs a file that is there already.
        if (!File.Exists(path))
            using (File.Open(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite))
            {
            }

        return Try(path, FileAccess.Read, FileShare.Read);
    }

    private static FileStream? Try(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, access, share, 1);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException) && File.Exists(path))
        {
            return null;
        }
    }
}
