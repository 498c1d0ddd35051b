using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Data.Boot;

/// <summary>Brings the tables to this version: after a verified copy, whole or not at all. Runs under the <see cref="BootLock"/>.</summary>
public sealed class Migrator(IDbContextFactory<CaseDbContext> contexts, IOptions<DatabaseOptions> options, TimeProvider clock, ILogger<Migrator> log)
{
    private readonly DatabaseOptions database = options.Value;
    private readonly MigrationMark mark = new(options.Value);

    /// <exception cref="BootRefused">The database is newer than this build, or could not be brought to it; it is as it was.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var applied = (await AppliedAsync(db, cancel)).ToList();
        RefuseNewer(applied, db.Database.GetMigrations());
        await ClearLeftOverLockAsync(db, cancel);
        var pending = db.Database.GetMigrations().Except(applied, StringComparer.Ordinal).ToList();
        if (pending.Count == 0)
        {
            mark.Remove();
            return;
        }

        var isOld = applied.Count > 0 || await HasTablesAsync(db, cancel);
        log.LogInformation("Applying {Count} migration(s), up to {Last}.", pending.Count, pending[^1]);
        var copy = isOld ? await CopyAsync(pending[0], cancel) : null;
        await ApplyAsync(db, applied.LastOrDefault(), copy, cancel);
        log.LogInformation("The database is at {Last}.", pending[^1]);
    }

    private async Task ApplyAsync(CaseDbContext db, string? from, string? copy, CancellationToken cancel)
    {
        try
        {
            if (database.Provider == DatabaseProvider.Sqlite)
                await db.Database.MigrateAsync(cancel);
            else
                await MigrateInOneTransactionAsync(db, from, cancel);
            mark.Remove();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw Refusal(e, db, copy);
        }
    }

    private BootRefused Refusal(Exception e, CaseDbContext db, string? copy)
    {
        log.LogError(e, "A migration failed.");
        if (database.Provider == DatabaseProvider.Postgres)
            return new BootRefused($"The database could not be brought to this version: {e.Message} It was rolled back whole; the earlier version of the app still fits it.", e);
        if (copy is null)
            return new BootRefused($"The database could not be set up: {e.Message}", e);
        PutBack(db, copy);
        return new BootRefused($"The database could not be brought to this version: {e.Message} It was put back as it was (from {copy}); the earlier version of the app still fits it.", e);
    }

    // PostgreSQL's DDL is transactional, so all pending migrations stand or fall together. EF's own run keeps those before the failing one,
    // and fails inside a transaction of ours; its script does not.
    private static async Task MigrateInOneTransactionAsync(CaseDbContext db, string? from, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        command.CommandTimeout = 0;
        command.CommandText = db.GetService<IMigrator>().GenerateScript(from, options: MigrationsSqlGenerationOptions.NoTransactions);
        await command.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static void RefuseNewer(IEnumerable<string> applied, IEnumerable<string> known)
    {
        var unknown = applied.Except(known, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            throw new BootRefused($"This database was used by a newer version of the app (it has {string.Join(", ", unknown)}). Start that version, or restore a backup made before it.");
    }

    /// <summary>EF waits for ever on the row a killed start leaves behind. Under our own lock nobody else can be migrating, so the row is a left-over.</summary>
    private async Task ClearLeftOverLockAsync(CaseDbContext db, CancellationToken cancel)
    {
        if (database.Provider != DatabaseProvider.Sqlite || !File.Exists(database.SqliteFile))
            return;
        var found = await db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM sqlite_schema WHERE name = '__EFMigrationsLock'").SingleAsync(cancel);
        if (found > 0 && await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", cancel) > 0)
            log.LogWarning("An earlier start was killed while it migrated; its left-over lock has been cleared.");
    }

    private static async Task<IEnumerable<string>> AppliedAsync(CaseDbContext db, CancellationToken cancel) =>
        await db.GetService<IHistoryRepository>().ExistsAsync(cancel) ? await db.Database.GetAppliedMigrationsAsync(cancel) : [];

    private static async Task<bool> HasTablesAsync(CaseDbContext db, CancellationToken cancel)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        return await creator.ExistsAsync(cancel) && await creator.HasTablesAsync(cancel);
    }

    /// <summary>No copy, no migration (U3). On PostgreSQL the operator's own backup counts where pg_dump is absent, since a failure rolls back.</summary>
    private async Task<string?> CopyAsync(string migration, CancellationToken cancel)
    {
        // An earlier start was interrupted: its copy shows the database before any of the migrations.
        if (mark.Read() is { } earlier)
            return earlier;
        var name = $"before-{migration}-{clock.Now.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture)}";
        if (database.Provider == DatabaseProvider.Postgres)
            return await DumpAsync(Path.Combine(database.BackupFolder, name + ".dump"), cancel);
        var copy = Path.Combine(database.BackupFolder, name + ".db");
        try
        {
            SqliteCopy.Make(database.SqliteFile, copy, cancel: cancel);
        }
        catch (IOException e)
        {
            throw new BootRefused($"The database was not migrated, because no verified copy of it could be made: {e.Message}", e);
        }

        mark.Write(copy);
        log.LogInformation("A verified copy of the database was made before migrating: {Copy}", copy);
        return copy;
    }

    private async Task<string?> DumpAsync(string file, CancellationToken cancel)
    {
        var failure = await PgDump.RunAsync(database.ConnectionString!, file, cancel);
        if (failure is null)
            log.LogInformation("A copy of the database was made before migrating: {Copy}", file);
        else
            log.LogWarning("No copy was made before migrating ({Failure}); your own backup of PostgreSQL counts.", failure);
        return failure is null ? file : null;
    }

    private void PutBack(CaseDbContext db, string copy)
    {
        db.Dispose();
        SqliteConnection.ClearAllPools();
        SqliteReplace.With(copy, database.SqliteFile);
        mark.Remove();
    }
}
