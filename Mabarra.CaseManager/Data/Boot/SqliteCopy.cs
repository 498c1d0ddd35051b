using Microsoft.Data.Sqlite;

namespace Mabarra.CaseManager.Data.Boot;

/// <summary>
/// A consistent copy of the live database. Only <c>VACUUM INTO</c> will do: a plain copy of the file loses rows that are still in the log,
/// and passes every check all the same.
/// </summary>
internal static class SqliteCopy
{
    /// <summary>Marks a copy that is not finished.</summary>
    public const string Partial = ".partial";

    /// <summary>Copies <paramref name="source"/> to <paramref name="target"/>, which appears only once it is whole, checked and on the disk.</summary>
    /// <param name="examine">More to do with the checked copy before it gets its name.</param>
    /// <exception cref="IOException">The copy could not be made; nothing of it is left.</exception>
    public static void Make(string source, string target, Action<string>? examine = null, CancellationToken cancel = default)
    {
        if (File.Exists(target))
            throw new IOException($"{target} is there already; a backup is never overwritten.");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        var draft = target + Partial;
        try
        {
            File.Delete(draft);
            VacuumInto(source, draft, cancel);
            if (SqliteHealth.Whole(draft) is { } wrong)
                throw new IOException($"The copy is not sound: {wrong}");
            examine?.Invoke(draft);
            cancel.ThrowIfCancellationRequested();
            Flush(draft);
            File.Move(draft, target, overwrite: false);
        }
        catch (Exception e)
        {
            DeleteDraft(draft);
            if (e is SqliteException)
                throw new IOException(e.Message, e);
            throw;
        }
    }

    private static void VacuumInto(string source, string draft, CancellationToken cancel)
    {
        using var connection = SqliteHealth.Connect(source, SqliteOpenMode.ReadWrite);
        connection.Open();
        // Microsoft.Data.Sqlite's own Cancel does nothing.
        using var stop = cancel.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "VACUUM INTO $target";
        command.Parameters.AddWithValue("$target", draft);
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
    }

    public static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    private static void DeleteDraft(string draft)
    {
        foreach (var file in new[] { draft, draft + "-journal", draft + "-wal", draft + "-shm" })
            File.Delete(file);
    }
}
