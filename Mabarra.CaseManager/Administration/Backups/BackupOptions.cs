namespace Mabarra.CaseManager.Administration.Backups;

/// <summary>The section <c>Backup</c> of the configuration.</summary>
public sealed class BackupOptions
{
    public const string Section = "Backup";

    /// <summary>Where backups go; the database's folder <c>backups</c> when empty. Another disk is better.</summary>
    public string? Folder { get; set; }

    /// <summary>When the nightly backup and self-check run, by Riyadh's clock.</summary>
    public TimeOnly At { get; set; } = new(2, 30);

    /// <summary>Of each of so many days the newest backup is kept.</summary>
    public int KeepDays { get; set; } = 14;
}
