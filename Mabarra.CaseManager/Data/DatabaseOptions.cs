namespace Mabarra.CaseManager.Data;

/// <summary>The section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Folder of the SQLite file, its backups and, unless <c>Keys:Folder</c> says otherwise, the key file.</summary>
    public string Folder { get; set; } = "data";

    /// <summary>PostgreSQL only.</summary>
    public string? ConnectionString { get; set; }

    public string SqliteFile => Path.Combine(Folder, "mabarra.db");

    public string BackupFolder => Path.Combine(Folder, "backups");
}

/// <summary>The databases the app can live on.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
