using System.Globalization;
using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Tests.Faults;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mabarra.CaseManager.Tests.Data.Boot;

/// <summary>Starting on SQLite, and what only a file can suffer.</summary>
public sealed class DatabaseBootTests() : DatabaseBootSuite(TestDatabase.Sqlite())
{
    private string DatabaseFile => Path.Combine(Folder, "data", "mabarra.db");

    [Fact]
    public async Task U2_A_left_over_migration_lock_is_cleared_with_a_warning()
    {
        await BootAsync();
        Execute("INSERT INTO \"__EFMigrationsLock\" (\"Id\", \"Timestamp\") VALUES (1, '2026-01-01')");
        using var log = new KeptLog();
        await BootAsync(s =>
        {
            Ahead<OneAhead>(s);
            s.AddLogging(l => l.AddProvider(log));
        });
        Assert.Equal(1, await NotesAsync());
        Assert.Contains(log.Lines, l => l.StartsWith("Warning", StringComparison.Ordinal) && l.Contains("left-over lock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task U2_A_start_killed_between_two_migrations_goes_on_and_on_failure_puts_back_the_first_copy()
    {
        await BootAsync(write: 2);
        await BootAsync(Ahead<OneAhead>);
        // As a kill after the first of two migrations leaves it: one applied, the mark naming the copy made before both.
        var copy = Directory.GetFiles(Path.Combine(Folder, "data", "backups")).Single();
        await File.WriteAllTextAsync(DatabaseFile + ".migrating", copy, Cancel);
        await Assert.ThrowsAsync<BootRefused>(() => BootAsync(Ahead<OneAheadAndBroken>));
        Assert.Equal(0, await NotesAsync());
        await BootAsync();
        Assert.False(File.Exists(DatabaseFile + ".migrating"));
    }

    [Fact]
    public async Task U2_Killed_between_any_two_statements_of_the_first_start_the_next_one_finishes()
    {
        const int Kills = 5;
        using var whole = StartKilledAt(int.MaxValue);
        Assert.True(await whole.EndAsync() == 0, string.Join('\n', whole.Output));
        var asked = int.Parse(whole.Output.Single(l => l.StartsWith("asked ", StringComparison.Ordinal))[6..], CultureInfo.InvariantCulture);
        Assert.True(asked > 10 * Kills, $"A start asks {asked} things of the database: too few to be killed in between.");
        for (var i = 0; i < Kills; i++)
        {
            Directory.Delete(Folder, recursive: true);
            // Spread over the start, and the last one of all.
            using var app = StartKilledAt(1 + (i * (asked - 1) / (Kills - 1)));
            Assert.NotEqual(0, await app.EndAsync());
            await BootAsync(write: 1);
            SqliteConnection.ClearAllPools();
            Assert.Null(SqliteHealth.Whole(DatabaseFile));
        }
    }

    private AppProcess StartKilledAt(int n) => AppProcess.Start(
        typeof(BootChild).Assembly.Location, Settings.Append(KeyValuePair.Create(BootChild.Variable, (string?)n.ToString(CultureInfo.InvariantCulture))));

    [Fact]
    public async Task U8_Two_processes_at_once_both_come_up()
    {
        using var first = AppProcess.Command(Settings, "migrate");
        using var second = AppProcess.Command(Settings, "migrate");
        Assert.Equal((0, 0), (await first.EndAsync(), await second.EndAsync()));
        Assert.Null(SqliteHealth.Whole(DatabaseFile));
    }

    [Fact]
    public async Task D8_A_damaged_file_is_refused_unwritten_and_the_newest_backup_named()
    {
        await BootAsync(write: 5);
        var backup = Path.Combine(Folder, "data", "backups", "good.db");
        SqliteCopy.Make(DatabaseFile, backup, cancel: Cancel);
        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(DatabaseFile, Cancel);
        bytes[4096] = 0xFF;
        await File.WriteAllBytesAsync(DatabaseFile, bytes, Cancel);
        using var app = AppProcess.Command(Settings, "migrate");
        Assert.Equal(BootRefused.ExitCode, await app.EndAsync());
        Assert.Contains(app.Output, l => l.Contains("damaged", StringComparison.Ordinal) && l.Contains(backup, StringComparison.Ordinal));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(DatabaseFile, Cancel));
    }

    [Fact]
    public async Task F10_Without_ICU_the_start_is_refused_with_the_reason()
    {
        using var app = AppProcess.Command(
            Settings.Append(KeyValuePair.Create("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", (string?)"1")), "migrate");
        Assert.Equal(BootRefused.ExitCode, await app.EndAsync());
        Assert.Contains(app.Output, l => l.Contains("ICU", StringComparison.Ordinal));
    }

    [Fact]
    public async Task U3_Without_room_for_a_copy_nothing_is_migrated()
    {
        await BootAsync(write: 1);
        // A file where the folder should be: no copy can be made.
        await File.WriteAllTextAsync(Path.Combine(Folder, "data", "backups"), "", Cancel);
        var refusal = await Assert.ThrowsAsync<BootRefused>(() => BootAsync(Ahead<OneAhead>));
        Assert.Contains("not migrated", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, await NotesAsync());
    }

    private void Execute(string sql)
    {
        using var connection = SqliteHealth.Connect(DatabaseFile, SqliteOpenMode.ReadWrite);
        connection.Open();
        SqliteHealth.Scalar(connection, sql);
    }
}
