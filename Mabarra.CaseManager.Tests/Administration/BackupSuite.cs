using Mabarra.CaseManager.Administration.Backups;
using Mabarra.CaseManager.Administration.Health;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Data.Jobs;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Administration;

/// <summary>Backups, the nightly work and the health probe, on both databases.</summary>
public abstract class BackupSuite(TestDatabase database) : House(database)
{
    protected BackupService Backups => The<BackupService>();

    protected Act Admin => By(StaffRole.SystemAdmin);

    protected override Task SetUpAsync()
    {
        // As a start leaves it.
        Directory.CreateDirectory(Path.Combine(Folder, "data"));
        return The<KeySentinels>().CheckAsync(Cancel);
    }

    [Fact]
    public async Task R7_A_backup_has_a_manifest_verifies_and_stands_in_the_trail()
    {
        await RecordAsync(5);
        var made = await Backups.RunAsync(Admin, null, Cancel);
        var manifest = BackupManifest.Of(made.Path);
        Assert.Equal((5L, 5L), (manifest.AuditSequence, manifest.Counts["AuditEntries"]));
        Assert.Null(await Backups.VerifyAsync(Admin, made.Name, Cancel));
        await using var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        Assert.Equal(["backup.copy.made", "backup.copy.verified"], await db.AuditEntries.OrderBy(e => e.Sequence).Skip(5).Select(e => e.Action).ToListAsync(Cancel));
    }

    [Fact]
    public async Task R3_A_backup_with_one_changed_byte_is_not_sound()
    {
        var made = await Backups.RunAsync(Admin, null, Cancel);
        await FlipAsync(made.Path, made.Size / 2);
        Assert.Contains("SHA-256", await Backups.VerifyAsync(Admin, made.Name, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_may_run_backups_sees_or_makes_them()
    {
        var clerk = By(StaffRole.FrontDesk);
        await Assert.ThrowsAsync<AccessDenied>(() => Backups.RunAsync(clerk, null, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => Backups.VerifyAsync(clerk, "x", Cancel));
        Assert.Throws<AccessDenied>(() => Backups.List(clerk));
    }

    [Fact]
    public async Task A_name_that_is_no_backup_is_refused()
    {
        await Backups.RunAsync(Admin, null, Cancel);
        await Assert.ThrowsAsync<RuleViolation>(() => Backups.VerifyAsync(Admin, "../keys/case-keys.json", Cancel));
    }

    [Fact]
    public async Task C9_Many_nodes_reach_for_the_nightly_job_and_one_gets_it_each_day()
    {
        var turns = The<JobTurns>();
        for (var day = 0; day < 20; day++)
        {
            var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => turns.TryTakeAsync("test", Clock.Today, Cancel))));
            Assert.Single(taken, t => t);
            await turns.EndAsync("test", null, Cancel);
            Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    [Fact]
    public async Task C9_A_job_whose_node_died_is_taken_over_after_two_hours()
    {
        var turns = The<JobTurns>();
        Assert.True(await turns.TryTakeAsync("test", Clock.Today, Cancel));
        Clock.Advance(TimeSpan.FromMinutes(119));
        Assert.False(await turns.TryTakeAsync("test", Clock.Today, Cancel));
        Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await turns.TryTakeAsync("test", Clock.Today, Cancel));
    }

    [Fact]
    public async Task The_night_verifies_the_chain_backs_up_once_and_both_count_for_health()
    {
        await RecordAsync(3);
        await The<NightlyWork>().RunAsync(Cancel);
        await The<NightlyWork>().RunAsync(Cancel);
        Assert.Single(Backups.List(Admin));
        Assert.True((await ReportAsync()).IsOk);
        Clock.Advance(TimeSpan.FromHours(27));
        var later = await ReportAsync();
        Assert.Equal((true, false, false), (later.IsReady, later.Checks["backup"], later.Checks["audit"]));
    }

    [Fact]
    public async Task F12_A_broken_chain_found_at_night_degrades_health_and_does_not_stop_the_backup()
    {
        await RecordAsync(3);
        await ExecuteAsync("""UPDATE "AuditEntries" SET "ActorName" = 'x' WHERE "Sequence" = 2""");
        await The<NightlyWork>().RunAsync(Cancel);
        var report = await ReportAsync();
        Assert.Equal((true, false, true), (report.IsReady, report.Checks["audit"], report.Checks["backup"]));
    }

    [Fact]
    public async Task F12_Each_essential_check_can_fail()
    {
        Assert.True((await ReportAsync()).IsOk);
        await ExecuteAsync("""UPDATE "KeySentinels" SET "Sealed" = "Sealed" || "Sealed" """);
        Assert.False((await ReportAsync()).Checks["keys"]);
        await ExecuteAsync("""DELETE FROM "__EFMigrationsHistory" """);
        Assert.False((await ReportAsync()).Checks["migrations"]);
        await ExecuteAsync("""DROP TABLE "JobTurns" """);
        var report = await ReportAsync();
        Assert.Equal((false, false), (report.IsReady, report.Checks["database"]));
    }

    protected async Task<ReadinessReport> ReportAsync()
    {
        Clock.Advance(TimeSpan.FromSeconds(6));
        return await The<Readiness>().ReportAsync(Cancel);
    }

    protected static async Task FlipAsync(string file, long at)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = at;
        var value = stream.ReadByte();
        stream.Position = at;
        stream.WriteByte((byte)(value ^ 1));
    }

    protected async Task ExecuteAsync(string sql)
    {
        await using var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        await db.Database.ExecuteSqlRawAsync(sql, Cancel);
    }

    protected async Task<Guid> RecordAsync()
    {
        var id = Guid.CreateVersion7();
        await The<CaseWriter>().SaveAsync(db =>
        {
            db.Record(Admin, "access.denied", id, "Test");
            return Task.CompletedTask;
        }, Cancel);
        return id;
    }

    protected async Task RecordAsync(int acts)
    {
        for (var i = 0; i < acts; i++)
            await RecordAsync();
    }
}
