using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Data.Boot;

/// <summary>Held shared by every process that works on the SQLite file, and exclusively by a restore, which so refuses to replace a database in use (R4).</summary>
public sealed class DatabaseUse(IOptions<DatabaseOptions> options) : IDisposable
{
    private FileStream? held;

    private string Path => options.Value.SqliteFile + ".use";

    /// <exception cref="BootRefused">A restore is replacing the database at this moment.</exception>
    public void Begin()
    {
        if (options.Value.Provider == DatabaseProvider.Sqlite)
            held ??= FileLock.TryShared(Path) ?? throw new BootRefused("The database is being restored at this moment. Start again when that is done.");
    }

    /// <returns>Null while some process works on the database.</returns>
    internal static FileStream? TryAlone(DatabaseOptions options) => FileLock.TryExclusive(options.SqliteFile + ".use");

    public void Dispose()
    {
        held?.Dispose();
        held = null;
    }
}
