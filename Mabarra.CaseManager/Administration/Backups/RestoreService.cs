using System.Globalization;
using Mabarra.CaseManager.Audit.Heads;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Boot;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Administration.Backups;

/// <summary>Puts a backup in the place of the database: by command only, never while the app runs, and never one that is not wholly sound.</summary>
public sealed class RestoreService(
    IOptions<DatabaseOptions> options, IServiceProvider services, TimeProvider clock, ILogger<RestoreService> log)
{
    private readonly DatabaseOptions database = options.Value;

    /// <returns>Where the replaced database is kept; null when there was none.</returns>
    /// <exception cref="IOException">Refused; nothing was touched.</exception>
    public async Task<string?> RestoreAsync(string backup, CancellationToken cancel)
    {
        if (database.Provider != DatabaseProvider.Sqlite)
            throw new IOException("On PostgreSQL restore with its own tool, with the app stopped: pg_restore --clean --if-exists --single-transaction --dbname=<database> <file>");
        // First the backup: whatever is wrong with it must be known before anything is touched (R3).
        if (await BackupReader.WrongWithAsync(backup, cancel) is { } wrong)
            throw new IOException($"Not restored. {wrong}");
        await RequireKeysAsync(backup, cancel);
        Directory.CreateDirectory(database.Folder);
        await using var turn = await BootLock.TakeAsync(database, log, cancel);
        string? aside;
        using (DatabaseUse.TryAlone(database) ?? throw new IOException("Not restored: the app is running on this database. Stop it first."))
            aside = Replace(backup);
        var manifest = BackupManifest.Of(backup);
        services.GetRequiredService<AuditHeads>().Append(manifest.AuditSequence, Convert.FromHexString(manifest.AuditHead), isRestore: true);
        return aside;
    }

    /// <summary>A backup whose keys are lost would start nothing.</summary>
    private async Task RequireKeysAsync(string backup, CancellationToken cancel)
    {
        await using var db = CaseDbContextFactory.ReadOnly(backup);
        var sentinels = services.GetRequiredService<KeySentinels>();
        if (!await sentinels.HoldAsync(db, cancel))
            throw new IOException("Not restored: the key file here does not open this backup. Put the key file of that time in its place first.");
    }

    private string? Replace(string backup)
    {
        SqliteConnection.ClearAllPools();
        var aside = Path.Combine(database.BackupFolder, $"replaced-{clock.Now.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}.db");
        Directory.CreateDirectory(database.BackupFolder);
        SqliteReplace.With(backup, database.SqliteFile, aside);
        return File.Exists(aside) ? aside : null;
    }
}
