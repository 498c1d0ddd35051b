using System.Security.Cryptography;
using System.Text;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Documents;

/// <summary>What goes wrong between the browser and the disk, on both databases.</summary>
public abstract class DocumentFaultSuite(TestDatabase database) : DocumentHouse(database)
{
    private const int Block = DocumentLimits.BlockSize;
    private readonly Fault fault = new();

    protected override void AddTo(IServiceCollection collection)
    {
        base.AddTo(collection);
        collection.AddSingleton<IInterceptor>(fault);
    }

    [Theory]
    [InlineData("INSERT INTO \"DocumentBodies\"", 1)]
    [InlineData("INSERT INTO \"DocumentBlocks\"", 1)]
    [InlineData("INSERT INTO \"DocumentBlocks\"", 3)]
    [InlineData("INSERT INTO \"StoredDocuments\"", 1)]
    [InlineData("INSERT INTO \"AuditEntries\"", 1)]
    [InlineData(Fault.Commit, 1)]
    public async Task D3_A_fault_at_any_step_leaves_no_row_without_blocks_and_no_block_without_its_row(string at, int nth)
    {
        var key = Guid.CreateVersion7();
        var pdf = Files.Pdf(padding: 3 * Block);
        fault.Break(at, nth);
        await Assert.ThrowsAnyAsync<Exception>(() => StoreAsync(pdf, key: key));
        fault.Mend();
        Assert.True(fault.Happened);
        await AssertNothingIsLeftAsync();

        Assert.Equal(pdf, await ReadAsync(await StoreAsync(pdf, key: key)));
    }

    [Fact]
    public async Task D3_A_fault_while_removing_leaves_the_document_whole()
    {
        var pdf = Files.Pdf(padding: Block);
        var id = await StoreAsync(pdf);
        foreach (var at in new[] { "DELETE FROM \"DocumentBodies\"", "UPDATE \"StoredDocuments\"", Fault.Commit })
        {
            fault.Break(at);
            await Assert.ThrowsAnyAsync<Exception>(() => The<DocumentService>().RemoveAsync(Clerk, id, "لا حاجة", Cancel));
            fault.Mend();
            Assert.True(fault.Happened);
            Assert.Equal(pdf, await ReadAsync(id));
        }
    }

    [Fact]
    public async Task B52_An_upload_that_stops_half_way_leaves_nothing()
    {
        await using var broken = new UnsteadyStream(Files.Pdf(padding: 4 * Block), breakAt: 2 * Block);
        await Assert.ThrowsAsync<IOException>(() => The<DocumentService>().StoreAsync(Clerk, New(), broken, cancel: Cancel));
        await AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task B52_An_upload_that_is_cancelled_leaves_nothing()
    {
        using var patience = new CancellationTokenSource();
        var progress = new Told(read =>
        {
            if (read > 2 * Block)
                patience.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            The<DocumentService>().StoreAsync(Clerk, New(), new MemoryStream(Files.Pdf(padding: 6 * Block)), progress, patience.Token));
        await AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task B52_More_than_was_declared_is_read_no_further_than_the_limit()
    {
        await using var endless = new UnsteadyStream(Files.Pdf(), breakAt: long.MaxValue, repeat: true);
        Assert.Equal("documents.store.toolarge", (await Assert.ThrowsAsync<RuleViolation>(() => The<DocumentService>().StoreAsync(Clerk, New(), endless, cancel: Cancel))).Code);
        Assert.InRange(endless.Given, DocumentLimits.LargestFile, DocumentLimits.LargestFile + (3 * Block));
        await AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task B52_Twenty_megabytes_are_taken_and_one_byte_more_is_not()
    {
        var overhead = Files.Pdf(padding: DocumentLimits.LargestFile).Length - DocumentLimits.LargestFile;
        var largest = Files.Pdf(padding: DocumentLimits.LargestFile - overhead);
        Assert.Equal(DocumentLimits.LargestFile, largest.Length);
        Assert.Equal(SHA256.HashData(largest), SHA256.HashData(await ReadAsync(await StoreAsync(largest))));
        await Assert.ThrowsAsync<RuleViolation>(() => StoreAsync([.. largest, (byte)'\n']));
        Assert.Equal((1, 1, DocumentLimits.LargestFile / Block), await CountAsync());
    }

    [Theory]
    [InlineData("swap")]
    [InlineData("lose")]
    [InlineData("cut")]
    [InlineData("move")]
    [InlineData("flip")]
    [InlineData("hash")]
    public async Task P2_P4_Blocks_swapped_cut_moved_or_flipped_do_not_arrive(string attack)
    {
        var pdf = Files.Pdf(padding: (2 * Block) + 100);
        var id = await StoreAsync(pdf);
        var other = await StoreAsync(Files.Pdf(padding: (2 * Block) + 100), owner: Guid.CreateVersion7());
        Assert.Equal(pdf, await ReadAsync(id));
        await using (var db = await DbAsync())
            await HarmAsync(db, attack, id, other);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => ReadAsync(id));
    }

    private static async Task HarmAsync(CaseDbContext db, string attack, Guid id, Guid other)
    {
        var body = (await db.StoredDocuments.Where(d => d.Id == id).Select(d => d.BodyId).SingleAsync(Cancel))!.Value;
        var otherBody = (await db.StoredDocuments.Where(d => d.Id == other).Select(d => d.BodyId).SingleAsync(Cancel))!.Value;
        var blocks = db.Set<DocumentBlock>();
        var first = await blocks.Where(b => b.BodyId == body && b.Index == 0).Select(b => b.Sealed).SingleAsync(Cancel);
        switch (attack)
        {
            case "cut":
                await blocks.Where(b => b.BodyId == body && b.Index == 2).ExecuteDeleteAsync(Cancel);
                await db.StoredDocuments.Where(d => d.Id == id).ExecuteUpdateAsync(s => s.SetProperty(d => d.Length, 2 * Block), Cancel);
                break;
            case "move":
                var moved = await blocks.Where(b => b.BodyId == otherBody && b.Index == 1).Select(b => b.Sealed).SingleAsync(Cancel);
                await blocks.Where(b => b.BodyId == body && b.Index == 1).ExecuteUpdateAsync(s => s.SetProperty(b => b.Sealed, moved), Cancel);
                break;
            case "flip":
                first[^1] ^= 1;
                await blocks.Where(b => b.BodyId == body && b.Index == 0).ExecuteUpdateAsync(s => s.SetProperty(b => b.Sealed, first), Cancel);
                break;
            case "hash":
                await db.StoredDocuments.Where(d => d.Id == id).ExecuteUpdateAsync(s => s.SetProperty(d => d.Sha256, new byte[32]), Cancel);
                break;
            case "lose":
                await blocks.Where(b => b.BodyId == body && b.Index == 1).ExecuteDeleteAsync(Cancel);
                break;
            case "swap":
                var second = await blocks.Where(b => b.BodyId == body && b.Index == 1).Select(b => b.Sealed).SingleAsync(Cancel);
                await blocks.Where(b => b.BodyId == body && b.Index == 0).ExecuteUpdateAsync(s => s.SetProperty(b => b.Sealed, second), Cancel);
                await blocks.Where(b => b.BodyId == body && b.Index == 1).ExecuteUpdateAsync(s => s.SetProperty(b => b.Sealed, first), Cancel);
                break;
        }
    }

    private async Task AssertNothingIsLeftAsync()
    {
        Assert.Equal((0, 0, 0), await CountAsync());
        Assert.Empty(await The<AuditQueries>().OfRecordAsync(Owner, 10, Cancel));
        var spool = Path.Combine(Folder, "data", "spool");
        Assert.Empty(Directory.Exists(spool) ? Directory.GetFiles(spool) : []);
    }

    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}

public sealed class DocumentFaultTests() : DocumentFaultSuite(TestDatabase.Sqlite())
{
    [Fact]
    public async Task Twenty_people_uploading_large_scans_at_once_do_not_hold_them_in_memory()
    {
        const int people = 20;
        const int nearlyAll = 19 * DocumentLimits.MegaByte;
        var bytes = Files.Noise(DocumentLimits.MegaByte);
        var all = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var arrived = 0;
        Task MeetAsync()
        {
            if (Interlocked.Increment(ref arrived) == people)
                all.SetResult(GC.GetTotalMemory(forceFullCollection: true));
            return all.Task;
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Task.WhenAll(Enumerable.Range(0, people).Select(_ => Task.Run(
            async () =>
            {
                await using var line = new UnsteadyStream(bytes, breakAt: nearlyAll, repeat: true) { BeforeBreak = MeetAsync };
                await Assert.ThrowsAsync<IOException>(() => The<DocumentService>().StoreAsync(Clerk, New(owner: Guid.CreateVersion7()), line, cancel: Cancel));
            }, Cancel)));

        // 380 MB are under way. Two blocks a person are 2.5 MB.
        var held = await all.Task - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{held / 1024} KiB held by {people} uploads");
        Assert.InRange(held, long.MinValue, 20 * DocumentLimits.MegaByte);
    }

    [Fact]
    public async Task P4_The_database_file_holds_no_plain_byte_of_a_document()
    {
        const string canary = "CANARY-7f3a91-نورة";
        await StoreAsync(Files.PdfWith(objects: Encoding.UTF8.GetBytes($"4 0 obj\n({canary})\nendobj\n"), inCatalog: "/CanaryName 1"));
        await StoreAsync(Files.Png());
        foreach (var file in Directory.GetFiles(Path.Combine(Folder, "data"), "*", SearchOption.AllDirectories))
        {
            var bytes = await ReadSharedAsync(file);
            foreach (var plain in new[] { Encoding.UTF8.GetBytes(canary), "%PDF-1"u8.ToArray(), "%%EOF"u8.ToArray(), "IHDR"u8.ToArray(), "/Catalog"u8.ToArray() })
                Assert.True(bytes.AsSpan().IndexOf(plain) < 0, $"{Path.GetFileName(file)} holds {Encoding.UTF8.GetString(plain)}");
        }
    }

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole, Cancel);
        return whole.ToArray();
    }
}
