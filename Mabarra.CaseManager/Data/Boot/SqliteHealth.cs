using Microsoft.Data.Sqlite;

namespace Mabarra.CaseManager.Data.Boot;

/// <summary>Reading a SQLite file for damage, before it is written to and after it was copied.</summary>
internal static class SqliteHealth
{
    /// <summary>Up to here every page is read at each start (well under a second); above it only header and schema.</summary>
    public const long QuickCheckLimit = 200L << 20;

    public static SqliteConnection Connect(string file, SqliteOpenMode mode) => new(new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = mode,
        Pooling = false,
        DefaultTimeout = 60,
    }.ConnectionString);

    /// <returns>What is wrong, or null.</returns>
    public static string? BeforeStart(string file)
    {
        try
        {
            using var connection = Connect(file, SqliteOpenMode.ReadWrite);
            connection.Open();
            var isSmall = new FileInfo(file).Length <= QuickCheckLimit;
            var answer = Scalar(connection, isSmall ? "PRAGMA quick_check(1)" : "SELECT 'ok' FROM (SELECT count(*) FROM sqlite_schema)");
            return string.Equals(answer, "ok", StringComparison.Ordinal) ? CutShort(connection, file) : answer;
        }
        catch (SqliteException e) when (!IsUnwritable(e))
        {
            return e.Message;
        }
    }

    /// <summary>The disk's trouble, not the file's: a restore would not mend it.</summary>
    private static bool IsUnwritable(SqliteException e) => e switch
    {
        { SqliteErrorCode: 8 or 13 or 14 } => true,
        // Reading that fails may be the file's fault; writing, syncing and mapping is not.
        { SqliteErrorCode: 10 } => e.SqliteExtendedErrorCode is not (266 or 522),
        _ => false,
    };

    /// <summary>A large file is not read through at each start; that its end is missing is seen from its length. While a log lies beside it, pages may stand there only.</summary>
    private static string? CutShort(SqliteConnection connection, string file)
    {
        if (new FileInfo(file + "-wal") is { Exists: true, Length: > 0 })
            return null;
        var pages = long.Parse(Scalar(connection, "PRAGMA page_count")!, System.Globalization.CultureInfo.InvariantCulture);
        var size = long.Parse(Scalar(connection, "PRAGMA page_size")!, System.Globalization.CultureInfo.InvariantCulture);
        return new FileInfo(file).Length < pages * size ? "its end is missing" : null;
    }

    /// <summary>The full examination of a copy: every page, every index, every foreign key.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static string? Whole(SqliteConnection connection)
    {
        try
        {
            var answer = Scalar(connection, "PRAGMA integrity_check(1)");
            if (!string.Equals(answer, "ok", StringComparison.Ordinal))
                return answer;
            var orphan = Scalar(connection, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1");
            return orphan is null ? null : $"a row of {orphan} refers to one that is not there";
        }
        catch (SqliteException e)
        {
            return e.Message;
        }
    }

    public static string? Whole(string file)
    {
        try
        {
            using var connection = Connect(file, SqliteOpenMode.ReadOnly);
            connection.Open();
            return Whole(connection);
        }
        catch (SqliteException e)
        {
            return e.Message;
        }
    }

    public static string? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } text
            ? text.ReplaceLineEndings(" ")
            : null;
    }
}
