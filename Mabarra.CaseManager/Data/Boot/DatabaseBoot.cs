using System.Security.Cryptography;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Mabarra.CaseManager.Data.Boot;

/// <summary>
/// Brings the database to this version before anybody is let in: one process at a time, keys first, nothing written to a damaged or newer
/// database, and a verified copy before anything is changed.
/// </summary>
public sealed class DatabaseBoot(
    IDbContextFactory<CaseDbContext> contexts, IOptions<DatabaseOptions> options, IOptions<KeyOptions> keyOptions,
    DatabaseUse use, Migrator migrator, IServiceProvider services, ILogger<DatabaseBoot> log)
{
    private readonly DatabaseOptions database = options.Value;

    /// <exception cref="BootRefused">The app may not start; the message says why.</exception>
    public Task StartAsync(CancellationToken cancel) => StartAsync(_ => Task.CompletedTask, cancel);

    /// <param name="fill">Puts in the rows the app cannot do without; under the same lock, so that two nodes starting at once do not both find them missing.</param>
    /// <exception cref="BootRefused">The app may not start; the message says why.</exception>
    public async Task StartAsync(Func<CancellationToken, Task> fill, CancellationToken cancel)
    {
        HostChecks.RequireCultures();
        HostChecks.RequireWritable(database.Folder);
        try
        {
            await PrepareAsync(fill, cancel);
        }
        catch (Exception e) when (StorageFaults.Of(e) is not null || e is RuleViolation { IsStorageTrouble: true })
        {
            throw new BootRefused($"The database cannot be written to ({e.GetBaseException().Message}). Free space on its disk, or make its files writable for this account, and start again.", e);
        }
    }

    private async Task PrepareAsync(Func<CancellationToken, Task> fill, CancellationToken cancel)
    {
        await MakePostgresDatabaseAsync(cancel);
        await using var turn = await BootLock.TakeAsync(database, log, cancel);
        use.Begin();
        RefuseDamaged();
        await OpenKeysAsync(cancel);
        await migrator.RunAsync(cancel);
        await services.GetRequiredService<KeySentinels>().CheckAsync(cancel);
        await fill(cancel);
    }

    /// <summary>A missing key file is made only where nothing can have been sealed with an earlier one.</summary>
    private async Task OpenKeysAsync(CancellationToken cancel)
    {
        try
        {
            if (!File.Exists(CaseKeys.FileIn(keyOptions.Value.Folder)))
                CaseKeys.Open(keyOptions, mayCreate: !await HoldsDataAsync(cancel));
            services.GetRequiredService<CaseKeys>();
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            throw new BootRefused(e.Message, e);
        }
    }

    private async Task<bool> HoldsDataAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancel) || !await creator.HasTablesAsync(cancel))
            return false;
        // A start killed after the tables were made and before the first sentinel has left no data; anything else may have.
        try
        {
            return await db.Set<KeySentinel>().AnyAsync(cancel) || await db.Users.AnyAsync(cancel);
        }
        catch (Exception e) when (e is Microsoft.Data.Sqlite.SqliteException or PostgresException)
        {
            return true;
        }
    }

    private void RefuseDamaged()
    {
        if (database.Provider != DatabaseProvider.Sqlite || !File.Exists(database.SqliteFile))
            return;
        var newest = NewestBackup();
        // A first start that was killed leaves an empty file too, but no backup.
        var emptied = newest is not null && new FileInfo(database.SqliteFile).Length == 0 ? "it is empty" : null;
        var torn = SqliteLog.BeforeStart(database.SqliteFile);
        if ((emptied ?? torn ?? SqliteHealth.BeforeStart(database.SqliteFile)) is not { } wrong)
            return;
        var advice = newest is null ? "There is no backup in the backup folder." : $"Restore the newest backup: dotnet run --project Mabarra.CaseManager -- restore \"{newest}\"";
        var orWithout = torn is null ? "" : $" To go on with what is whole instead, without the acts saved last: move {database.SqliteFile}-wal and {database.SqliteFile}-shm elsewhere and start again.";
        throw new BootRefused($"The database file {database.SqliteFile} is damaged ({wrong}). Nothing was written to it. {advice}{orWithout}");
    }

    private string? NewestBackup() => Directory.Exists(database.BackupFolder)
        ? Directory.EnumerateFiles(database.BackupFolder, "*.db").OrderByDescending(File.GetLastWriteTimeUtc).FirstOrDefault()
        : null;

    private async Task MakePostgresDatabaseAsync(CancellationToken cancel)
    {
        if (database.Provider != DatabaseProvider.Postgres)
            return;
        if (string.IsNullOrWhiteSpace(database.ConnectionString))
            throw new BootRefused("Database:Provider is Postgres, but Database:ConnectionString is empty.");
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var creator = db.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await creator.ExistsAsync(cancel))
                await creator.CreateAsync(cancel);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node was quicker.
        }
        catch (NpgsqlException e)
        {
            throw new BootRefused($"PostgreSQL cannot be reached or refuses: {e.Message}", e);
        }
    }
}
