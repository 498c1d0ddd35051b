using System.Collections.Concurrent;
using Mabarra.CaseManager.Administration.Backups;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Administration;

/// <summary>Backup and restore of the SQLite file. The drill is a test.</summary>
public sealed class BackupTests() : BackupSuite(TestDatabase.Sqlite())
{
    private string DatabaseFile => Path.Combine(Folder, "data", "mabarra.db");

    private string KeysFolder => Path.Combine(Folder, "keys");

    [Fact]
    public async Task R1_R2_R8_The_drill_backup_under_twenty_writers_restore_elsewhere_and_start_on_it()
    {
        var (acknowledged, backup) = await BackUpUnderWritersAsync();
        var elsewhere = SettingsIn(Path.Combine(Folder, "elsewhere"));
        using (var command = AppProcess.Command(elsewhere, "restore", backup))
            Assert.True(await command.EndAsync() == 0, string.Join('\n', command.Output));

        await using var services = AppServices.Build(elsewhere);
        await services.BootAsync();
        var verdict = await services.GetRequiredService<AuditVerifier>().VerifyAsync(cancel: Cancel);
        Assert.True(verdict.IsWhole, verdict.BrokenWhy);
        await using var db = await services.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        Assert.Empty(acknowledged.Except(await db.AuditEntries.Select(e => e.RecordId).ToListAsync(Cancel)));
        Assert.Equal("backup.copy.restored", await db.AuditEntries.OrderByDescending(e => e.Sequence).Select(e => e.Action).FirstAsync(Cancel));
        Assert.Equal("wal", (await db.Database.SqlQuery<string>($"SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").ToListAsync(Cancel)).Single());
    }

    [Fact]
    public async Task R3_A_changed_cut_or_unaccompanied_backup_is_refused_before_anything_is_touched()
    {
        await RecordAsync(3);
        var made = await Backups.RunAsync(Admin, null, Cancel);
        var before = await SnapshotAsync();
        foreach (var spoil in new Func<string, Task>[] { f => FlipAsync(f, 5000), CutAsync, f => Task.Run(() => File.Delete(BackupManifest.PathOf(f))) })
        {
            var spoilt = Path.Combine(Folder, $"{Guid.NewGuid():N}.db");
            File.Copy(made.Path, spoilt);
            File.Copy(BackupManifest.PathOf(made.Path), BackupManifest.PathOf(spoilt));
            await spoil(spoilt);
            await Assert.ThrowsAsync<IOException>(() => The<RestoreService>().RestoreAsync(spoilt, Cancel));
        }

        Assert.Equal(before, await SnapshotAsync());
    }

    [Fact]
    public async Task R3_A_backup_of_a_newer_version_is_refused()
    {
        var made = await Backups.RunAsync(Admin, null, Cancel);
        (BackupManifest.Of(made.Path) with { Migration = "29990101000000_Future" }).WriteFor(made.Path);
        var refusal = await Assert.ThrowsAsync<IOException>(() => The<RestoreService>().RestoreAsync(made.Path, Cancel));
        Assert.Contains("another version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R3_A_backup_whose_keys_are_not_here_is_refused()
    {
        var made = await Backups.RunAsync(Admin, null, Cancel);
        var stranger = SettingsIn(Path.Combine(Folder, "stranger"));
        stranger["Keys:Folder"] = Path.Combine(Folder, "other-keys");
        await using (var services = AppServices.Build(stranger))
            await services.BootAsync();
        using var command = AppProcess.Command(stranger, "restore", made.Path);
        Assert.Equal(1, await command.EndAsync());
        Assert.Contains(command.Output, l => l.Contains("key file", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R4_A_restore_over_a_running_app_is_refused()
    {
        var made = await Backups.RunAsync(Admin, null, Cancel);
        The<DatabaseUse>().Begin();
        var before = await SnapshotAsync();
        using var command = AppProcess.Command(SettingsIn(Folder), "restore", made.Path);
        Assert.Equal(1, await command.EndAsync());
        Assert.Contains(command.Output, l => l.Contains("the app is running", StringComparison.Ordinal));
        Assert.Equal(before, await SnapshotAsync());
    }

    [Fact]
    public async Task A_restore_keeps_the_replaced_database_and_goes_back_to_the_backup()
    {
        await RecordAsync(3);
        var made = await Backups.RunAsync(Admin, null, Cancel);
        var lost = await RecordAsync();
        var aside = await The<RestoreService>().RestoreAsync(made.Path, Cancel);
        Assert.Null(SqliteHealth.Whole(aside!));
        await using (var replaced = CaseDbContextFactory.ReadOnly(aside!))
            Assert.True(await replaced.AuditEntries.AnyAsync(e => e.RecordId == lost, Cancel));
        var verdict = await The<AuditVerifier>().VerifyAsync(cancel: Cancel);
        Assert.Equal((3L, true), (verdict.Count, verdict.IsWhole));
    }

    [Fact]
    public async Task R5_A_full_disk_leaves_the_earlier_backup_and_nothing_half()
    {
        var earlier = await Backups.RunAsync(Admin, null, Cancel);
        var folder = Path.GetDirectoryName(earlier.Path)!;
        // No file of this process may grow beyond 200 KiB: to SQLite that is a disk with no room for the copy.
        using var command = AppProcess.StartUnder("trap '' XFSZ; ulimit -f 200", SettingsIn(Folder).Append(KeyValuePair.Create("DOTNET_EnableWriteXorExecute", (string?)"0")), "backup");
        Assert.Equal(1, await command.EndAsync());
        Assert.Equal($"{earlier.Name} {earlier.Name}.json", string.Join(' ', Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
        Assert.Null(await Backups.VerifyAsync(Admin, earlier.Name, Cancel));
    }

    [Fact]
    public async Task Old_backups_go_and_the_newest_of_each_day_stays()
    {
        for (var day = 0; day < 16; day++)
        {
            await Backups.RunAsync(Admin, null, Cancel);
            Clock.Advance(TimeSpan.FromHours(1));
            await Backups.RunAsync(Admin, null, Cancel);
            Clock.Advance(TimeSpan.FromHours(23));
        }

        Backups.ClearOld();
        var left = Backups.List(Admin);
        Assert.Equal(14, left.Count);
        Assert.Equal(14, left.Select(r => RiyadhTime.DayOf(r.MadeAt)).Distinct().Count());
        Assert.All(left, r => Assert.Equal(9, r.MadeAt.Hour));
    }

    [Fact]
    public async Task A_cancelled_backup_leaves_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Backups.RunAsync(Admin, null, cancelled.Token));
        Assert.Empty(Backups.List(Admin));
    }

    [Fact]
    public async Task A_backup_is_never_overwritten()
    {
        await Backups.RunAsync(Admin, null, Cancel);
        await Assert.ThrowsAsync<IOException>(() => Backups.RunAsync(Admin, null, Cancel));
        Assert.Single(Backups.List(Admin));
    }

    [Fact]
    public async Task The_commands_back_up_examine_and_verify_beside_a_running_app()
    {
        await RecordAsync(2);
        The<DatabaseUse>().Begin();
        var target = Path.Combine(Folder, "chosen");
        using (var backup = AppProcess.Command(SettingsIn(Folder), "backup", target))
            Assert.True(await backup.EndAsync() == 0, string.Join('\n', backup.Output));
        using (var examine = AppProcess.Command(SettingsIn(Folder), "verify-backup", Directory.GetFiles(target, "*.db").Single()))
            Assert.Equal(0, await examine.EndAsync());
        using (var audit = AppProcess.Command(SettingsIn(Folder), "verify-audit"))
            Assert.Equal(0, await audit.EndAsync());
        await ExecuteAsync("""UPDATE "AuditEntries" SET "ActorName" = 'x' WHERE "Sequence" = 2""");
        using var broken = AppProcess.Command(SettingsIn(Folder), "verify-audit");
        Assert.Equal(1, await broken.EndAsync());
        Assert.Contains(broken.Output, l => l.Contains("entry 2 (changed)", StringComparison.Ordinal));
        using var unknown = AppProcess.Command(SettingsIn(Folder), "bakup");
        Assert.Equal(64, await unknown.EndAsync());
    }

    private async Task<(IReadOnlyCollection<Guid> Acknowledged, string Backup)> BackUpUnderWritersAsync()
    {
        await RecordAsync(50);
        var done = new ConcurrentQueue<Guid>();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                done.Enqueue(await RecordAsync());
                if (done.Count >= 100)
                    enough.TrySetResult();
            }
        })).ToList();
        await enough.Task.WaitAsync(Cancel);
        var acknowledged = done.ToList();
        var made = await Backups.RunAsync(Admin, null, Cancel);
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        return (acknowledged, made.Path);
    }

    private Dictionary<string, string?> SettingsIn(string folder) => new(StringComparer.Ordinal)
    {
        ["Database:Folder"] = Path.Combine(folder, "data"),
        ["Keys:Folder"] = KeysFolder,
        ["Audit:HeadsFolder"] = Path.Combine(folder, "heads"),
    };

    private async Task<string> SnapshotAsync()
    {
        await using var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        var head = await db.AuditEntries.OrderByDescending(e => e.Sequence).Select(e => e.Hash).FirstAsync(Cancel);
        return Convert.ToHexString(head);
    }

    private static Task CutAsync(string file) => Task.Run(() =>
    {
        using var stream = new FileStream(file, FileMode.Open);
        stream.SetLength(stream.Length - 4096);
    });
}
