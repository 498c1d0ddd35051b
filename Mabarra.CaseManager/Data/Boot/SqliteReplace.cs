using Microsoft.Data.Sqlite;

namespace Mabarra.CaseManager.Data.Boot;

/// <summary>Puts another file in the place of the database. At every instant there is a whole database under the name: the old or the new.</summary>
internal static class SqliteReplace
{
    /// <exception cref="IOException">The old database's log could not be folded into it; nothing was replaced.</exception>
    public static void With(string copy, string databaseFile)
    {
        var draft = databaseFile + ".incoming";
        File.Copy(copy, draft, overwrite: true);
        SetWal(draft);
        SqliteCopy.Flush(draft);
        FoldLog(databaseFile);
        File.Move(draft, databaseFile, overwrite: true);
    }

    // A log that stays behind would be read into the new file, which it does not belong to.
    private static void FoldLog(string databaseFile)
    {
        if (File.Exists(databaseFile) && File.Exists(databaseFile + "-wal"))
            using (var connection = SqliteHealth.Connect(databaseFile, SqliteOpenMode.ReadWrite))
            {
                connection.Open();
                SqliteHealth.Scalar(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            }

        if (new FileInfo(databaseFile + "-wal") is { Exists: true, Length: > 0 })
            throw new IOException("Another process still works on the database.");
        File.Delete(databaseFile + "-wal");
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
