using Mabarra.CaseManager.Administration.Health;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Documents;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Faults;

/// <summary>A database that takes no writes: acts are refused whole, in words, and go on when it takes them again (F3).</summary>
public abstract class StorageFaultSuite(TestDatabase database) : House(database)
{
    private protected NarrowDisk Disk { get; } = new();

    protected override void AddTo(IServiceCollection collection) => collection.AddSingleton<IContextOptions>(Disk);

    [Fact]
    public async Task F3_A_read_only_database_refuses_acts_whole_lets_read_and_goes_on_when_writable()
    {
        await AddReferenceDataAsync();
        await ArriveAsync("سلمى خالد");
        var before = await RowsAsync();
        var key = Guid.NewGuid();

        Disk.Lock();
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => ArriveAsync("هند علي", key));
        Assert.Equal("kernel.storage.readonly", refused.Code);
        Assert.Equal(StorageFault.ReadOnly, The<StorageState>().Fault);
        Assert.Equal(before, await RowsAsync());
        Assert.Single(await The<VisitQueries>().OpenAsync(By(StaffRole.FrontDesk), Cancel));
        Assert.False((await The<Readiness>().ReportAsync(Cancel)).Checks["database"]);
        await The<StorageWatch>().TryAsync(Cancel);
        Assert.NotNull(The<StorageState>().Fault);

        Disk.Mend();
        await The<StorageWatch>().TryAsync(Cancel);
        Assert.Null(The<StorageState>().Fault);
        await ArriveAsync("هند علي", key);
        Assert.Equal((before.Visits + 1, before.Entries + 1), ((await RowsAsync()).Visits, (await RowsAsync()).Entries));
        Assert.True((await The<AuditVerifier>().VerifyAsync(cancel: Cancel)).IsWhole);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await The<Readiness>().ReportAsync(Cancel)).Checks["database"]);
    }

    protected Task<Guid> ArriveAsync(string name, Guid? key = null, string? question = null) =>
        The<VisitService>().ArriveAsync(By(StaffRole.FrontDesk), key ?? Guid.NewGuid(), new NewVisit { VisitorName = name, Question = question }, Cancel);

    /// <summary>Everything an arrival leaves behind.</summary>
    private protected Task<Left> RowsAsync() => ReadAsync(async db =>
    {
        var visits = db.Visits;
        return new Left(
            await visits.CountAsync(Cancel), await db.AuditEntries.CountAsync(Cancel), await db.Set<Submission>().CountAsync(Cancel),
            await db.Set<DocumentBody>().CountAsync(Cancel));
    });

    private protected sealed record Left(int Visits, int Entries, int Submissions, int Bodies);
}

/// <summary>Besides, on SQLite: a file that may not grow (F2).</summary>
public sealed class StorageFaultTests() : StorageFaultSuite(TestDatabase.Sqlite())
{
    [Fact]
    public async Task F2_On_a_full_disk_what_was_acknowledged_is_whole_and_what_was_refused_left_nothing()
    {
        await AddReferenceDataAsync();
        await ArriveAsync("سلمى خالد");
        Disk.Fill();
        var (done, refused) = (1, 0);
        // Small acts still fit into pages the file has; sooner or later each kind meets the limit, at another statement each time.
        for (var i = 0; i < 60; i++)
        {
            var before = await RowsAsync();
            try
            {
                await ArriveAsync("هند علي", question: new string('س', 1 + (i * 30)));
                done++;
            }
            catch (RuleViolation violation)
            {
                Assert.Equal("kernel.storage.full", violation.Code);
                Assert.Equal(before, await RowsAsync());
                refused++;
            }
        }

        Assert.True(refused > 5, $"Only {refused} acts met the limit: the test has not tried anything.");
        var left = await RowsAsync();
        Assert.Equal((done, done), (left.Visits, left.Submissions));
        Assert.Equal(StorageFault.Full, The<StorageState>().Fault);
        await The<StorageWatch>().TryAsync(Cancel);
        Assert.Equal(StorageFault.Full, The<StorageState>().Fault);

        Disk.Mend();
        await The<StorageWatch>().TryAsync(Cancel);
        Assert.Null(The<StorageState>().Fault);
        await ArriveAsync("هند علي", question: new string('س', 1900));
        Assert.True((await The<AuditVerifier>().VerifyAsync(cancel: Cancel)).IsWhole);
    }

    /// <summary>What other databases and files say in the same trouble, and what is none.</summary>
    [Fact]
    public void F2_F3_Other_databases_and_files_mean_the_same()
    {
        Assert.Equal(StorageFault.Full, StorageFaults.Of(Said("53100")));
        Assert.Equal(StorageFault.ReadOnly, StorageFaults.Of(new DbUpdateException("", Said("25006"))));
        Assert.Null(StorageFaults.Of(Said("23505")));
        Assert.Equal(StorageFault.Full, StorageFaults.Of(new IOException("No space left on device", 28)));
        Assert.Null(StorageFaults.Of(new IOException("The client went away.")));
        Assert.Null(StorageFaults.Of(new InvalidOperationException()));

        static Npgsql.PostgresException Said(string state) => new("", "ERROR", "ERROR", state);
    }

    [Fact]
    public async Task F2_A_start_without_room_is_refused_in_words_and_not_called_damage()
    {
        // No file may grow beyond 1 KiB.
        using var app = AppProcess.StartUnder(
            "trap '' XFSZ; ulimit -f 1",
            [.. Configuration.AsEnumerable(), KeyValuePair.Create("DOTNET_EnableWriteXorExecute", (string?)"0")],
            "migrate");
        Assert.Equal(BootRefused.ExitCode, await app.EndAsync());
        Assert.Contains(app.Output, l => l.Contains("Free space on its disk", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Output, l => l.Contains("damaged", StringComparison.Ordinal));
    }
}

/// <summary>Files of people, on a file that may not grow (F2).</summary>
public sealed class StorageDocumentTests() : DocumentHouse(TestDatabase.Sqlite())
{
    private readonly NarrowDisk disk = new();

    protected override void AddTo(IServiceCollection collection)
    {
        base.AddTo(collection);
        collection.AddSingleton<IContextOptions>(disk);
    }

    [Fact]
    public async Task F2_A_file_that_no_longer_fits_leaves_no_block()
    {
        var (key, pdf) = (Guid.NewGuid(), Files.Pdf(padding: 2_000_000));
        disk.Fill();
        Assert.Equal("kernel.storage.full", (await Assert.ThrowsAsync<RuleViolation>(() => StoreAsync(pdf, key: key))).Code);
        Assert.Equal((0, 0, 0), await CountAsync());

        disk.Mend();
        Assert.Equal(pdf, await ReadAsync(await StoreAsync(pdf, key: key)));
    }
}
