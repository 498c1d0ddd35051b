using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Boot;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Administration.Backups;

/// <summary>Looks into a backup without changing a byte of it.</summary>
internal static class BackupReader
{
    public static BackupManifest Describe(string file, DateTime madeAt)
    {
        using var connection = SqliteHealth.Connect(file, SqliteOpenMode.ReadOnly);
        connection.Open();
        var head = SqliteHealth.Scalar(connection, """SELECT "Sequence" || ' ' || lower(hex("Hash")) FROM "AuditEntries" ORDER BY "Sequence" DESC LIMIT 1""")?.Split(' ');
        return new BackupManifest
        {
            AppVersion = Version,
            Migration = SqliteHealth.Scalar(connection, """SELECT max("MigrationId") FROM "__EFMigrationsHistory" """) ?? "",
            MadeAt = madeAt,
            Size = new FileInfo(file).Length,
            Sha256 = BackupManifest.HashOf(file),
            AuditSequence = head is null ? 0 : long.Parse(head[0], System.Globalization.CultureInfo.InvariantCulture),
            AuditHead = head?[1] ?? "",
            Counts = Count(connection),
        };
    }

    /// <summary>Compares a backup with its manifest, examines every page of it, and reads its audit chain from the first entry.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static async Task<string?> WrongWithAsync(string file, CancellationToken cancel)
    {
        if (!File.Exists(file))
            return $"There is no file {file}.";
        var manifest = BackupManifest.Of(file);
        if (new FileInfo(file).Length != manifest.Size || !string.Equals(BackupManifest.HashOf(file), manifest.Sha256, StringComparison.Ordinal))
            return "The file is not the one its manifest describes (SHA-256 or size differs).";
        return file.EndsWith(".db", StringComparison.Ordinal) ? await WrongInsideAsync(file, manifest, cancel) : null;
    }

    private static async Task<string?> WrongInsideAsync(string file, BackupManifest manifest, CancellationToken cancel)
    {
        if (SqliteHealth.Whole(file) is { } wrong)
            return $"The file is damaged: {wrong}";
        await using var db = CaseDbContextFactory.ReadOnly(file);
        if (!db.Database.GetMigrations().Contains(manifest.Migration, StringComparer.Ordinal))
            return $"The backup was made by another version of the app ({manifest.AppVersion}, {manifest.Migration}); this one does not know it.";
        var verdict = await AuditVerifier.VerifyAsync(db, [], null, cancel);
        if (!verdict.IsWhole)
            return $"The audit chain in it is broken at entry {verdict.BrokenAt} ({verdict.BrokenWhy}).";
        return verdict.Count == manifest.AuditSequence ? null : "The audit chain in it does not end where its manifest says.";
    }

    private static string Version => typeof(BackupReader).Assembly.GetName().Version?.ToString(3) ?? "";

    private static SortedDictionary<string, long> Count(SqliteConnection connection)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var tables = SqliteHealth.Scalar(connection,
            "SELECT group_concat(name, ' ') FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%'");
        foreach (var table in (tables ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            counts[table] = long.Parse(SqliteHealth.Scalar(connection, $"SELECT count(*) FROM \"{table}\"")!, System.Globalization.CultureInfo.InvariantCulture);
        return counts;
    }
}
