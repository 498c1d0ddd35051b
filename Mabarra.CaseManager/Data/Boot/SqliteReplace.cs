using Microsoft.Data.Sqlite;

namespace Mabarra.CaseManager.Data.Boot;

/// <summary>Puts another file in the place of the database. At every instant there is a whole database under the name: the old or the new.</summary>
internal static class SqliteReplace
{
    /// <param name="aside">Where the replaced database is kept; null to drop it.</param>
    /// <exception cref="IOException">Another process still works on the database; nothing was replaced.</exception>
    public static void With(string copy, string databaseFile, string? aside = null)
    {
        var draft = databaseFile + ".incoming";
        File.Copy(copy, draft, overwrite: true);
        SetWal(draft);
        SqliteCopy.Flush(draft);
        FoldLog(databaseFile, aside);
        if (aside is not null && File.Exists(databaseFile))
        {
            File.Copy(databaseFile, aside, overwrite: false);
            SqliteCopy.Flush(aside);
        }

        File.Move(draft, databaseFile, overwrite: true);
    }

    // A log that stays behind would be read into the new file, which it does not belong to.
    private static void FoldLog(string databaseFile, string? aside)
    {
        var wal = databaseFile + "-wal";
        if (File.Exists(databaseFile) && File.Exists(wal))
        {
            try
            {
                using var connection = SqliteHealth.Connect(databaseFile, SqliteOpenMode.ReadWrite);
                connection.Open();
                SqliteHealth.Scalar(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            }
            catch (SqliteException) when (aside is not null)
            {
                // Too damaged to fold: the log is kept beside the replaced file.
                File.Move(wal, aside + "-wal");
            }
        }

        if (new FileInfo(wal) is { Exists: true, Length: > 0 })
            throw new IOException("Another process still works on the database.");
        File.Delete(wal);
        File.Delete(databaseFile + "-shm");
    }

    // VACUUM INTO leaves a copy in the old journal mode.
    private static void SetWal(string file)
    {
        using var connection = SqliteHealth.Connect(file, SqliteOpenMode.ReadWrite);
        connection.Open();
        SqliteHealth.Scalar(connection, "PRAGMA journal_mode=WAL");
    }
}
