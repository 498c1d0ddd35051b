using System.Security.Cryptography;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Documents;

/// <summary>Files kept with records, on both databases.</summary>
public abstract class DocumentSuite(TestDatabase database) : DocumentHouse(database)
{
    private const int Block = DocumentLimits.BlockSize;

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData((3 * Block) + 17)]
    public async Task A_stored_file_comes_back_byte_for_byte(int padding)
    {
        var pdf = Files.Pdf(padding: padding);
        var id = await StoreAsync(pdf);
        await using var opened = await The<DocumentQueries>().OpenAsync(Clerk, id, Cancel);
        using var back = new MemoryStream();
        await opened.Content.CopyToAsync(back, Cancel);
        Assert.Equal(pdf, back.ToArray());
        Assert.Equal(SHA256.HashData(pdf), opened.Sha256.ToArray());
        Assert.Equal(("هوية.pdf", DocumentKind.Pdf, (long)pdf.Length), (opened.FileName, opened.Kind, opened.Length));
    }

    [Fact]
    public async Task A_file_that_ends_with_its_block_comes_back_whole()
    {
        var overhead = Files.Pdf(padding: Block).Length - Block;
        var pdf = Files.Pdf(padding: Block - overhead);
        Assert.Equal(Block, pdf.Length);
        Assert.Equal(pdf, await ReadAsync(await StoreAsync(pdf)));
    }

    [Fact]
    public async Task C6_The_same_key_twice_stores_once()
    {
        var key = Guid.CreateVersion7();
        var first = await StoreAsync(Files.Pdf(), key: key);
        var second = await StoreAsync(Files.Pdf(), key: key);
        Assert.Equal(first, second);
        Assert.Equal((1, 1, 1), await CountAsync());
    }

    [Fact]
    public async Task C6_The_same_key_at_once_stores_once()
    {
        var key = Guid.CreateVersion7();
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => StoreAsync(Files.Pdf(), key: key), Cancel)));
        Assert.Single(ids.Distinct());
        Assert.Equal((1, 1, 1), await CountAsync());
    }

    [Fact]
    public async Task Store_is_in_the_trail_of_its_record_without_the_files_name()
    {
        await StoreAsync(Files.Pdf(), "تقرير كلى نورة.pdf");
        var entry = Assert.Single(await The<AuditQueries>().OfRecordAsync(Owner, 10, Cancel));
        Assert.Equal("documents.document.store", entry.Action);
        Assert.Contains("\"Sha256\"", entry.Changes, StringComparison.Ordinal);
        Assert.DoesNotContain("نورة", entry.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_deletes_the_bytes_and_keeps_the_line()
    {
        var id = await StoreAsync(Files.Pdf(padding: 3 * Block));
        await The<DocumentService>().RemoveAsync(Clerk, id, "أرفق بالخطأ", Cancel);
        Assert.Equal((0, 0, 0), await CountAsync());
        var row = Assert.Single(await The<DocumentQueries>().OfOwnerAsync(Clerk, Records.Type, Owner, Cancel));
        Assert.Equal(("أرفق بالخطأ", false), (row.RemovedReason, row.MayOpen));
        var newest = (await The<AuditQueries>().OfRecordAsync(Owner, 10, Cancel))[0];
        Assert.Equal(("documents.document.remove", "أرفق بالخطأ"), (newest.Action, newest.Reason));
        await Assert.ThrowsAsync<AccessDenied>(() => ReadAsync(id));
        Assert.Equal("documents.remove.already", (await Assert.ThrowsAsync<RuleViolation>(() => The<DocumentService>().RemoveAsync(Clerk, id, "مرة أخرى", Cancel))).Code);
    }

    [Fact]
    public async Task Remove_without_a_reason_is_refused()
    {
        var id = await StoreAsync(Files.Pdf());
        await Assert.ThrowsAsync<RuleViolation>(() => The<DocumentService>().RemoveAsync(Clerk, id, " ", Cancel));
        Assert.Equal((1, 1, 1), await CountAsync());
    }

    [Fact]
    public async Task B52_A_record_takes_forty_files_and_no_more()
    {
        for (var i = 0; i < DocumentLimits.FilesPerOwner; i++)
            await StoreAsync(Files.Png());
        Assert.Equal("documents.store.toomany", (await Assert.ThrowsAsync<RuleViolation>(() => StoreAsync(Files.Png()))).Code);
        await StoreAsync(Files.Png(), owner: Guid.CreateVersion7());
    }

    [Fact]
    public async Task B52_Thirty_at_once_are_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => StoreAsync(Files.Pdf(padding: Block + i)), Cancel)));
        Assert.Equal((30, 30, 60), await CountAsync());
    }

    [Fact]
    public async Task B55_The_same_file_twice_is_two_documents_with_nothing_said()
    {
        var pdf = Files.Pdf(padding: Block);
        var first = await StoreAsync(pdf);
        var second = await StoreAsync(pdf, owner: Guid.CreateVersion7());
        Assert.NotEqual(first, second);
        await using var db = await DbAsync();
        var blocks = await db.Set<DocumentBlock>().Select(b => b.Sealed).ToListAsync(Cancel);
        Assert.Equal(4, blocks.Select(Convert.ToHexString).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_signature_commits_with_the_callers_own_work_or_not_at_all()
    {
        var service = The<DocumentService>();
        await using var staged = await service.StagePngAsync(New("توقيع.png"), Files.Png(), Cancel);
        await Assert.ThrowsAsync<InvalidOperationException>(() => The<CaseWriter>().SaveAsync(async db =>
        {
            await service.AttachAsync(db, Clerk, staged, Cancel);
            throw new InvalidOperationException("the declaration did not hold");
        }, Cancel));
        Assert.Equal((0, 0, 0), await CountAsync());

        var id = await The<CaseWriter>().SaveAsync(async db => (await service.AttachAsync(db, Clerk, staged, Cancel)).Id, Cancel);
        Assert.Equal(Files.Png(), await The<DocumentQueries>().BytesForDrawingAsync(id, cancel: Cancel));
    }

    [Fact]
    public async Task A_signature_is_a_small_png()
    {
        var service = The<DocumentService>();
        Assert.Equal("documents.store.notpng", (await Assert.ThrowsAsync<RuleViolation>(() => service.StoreBytesAsync(Clerk, New(), Files.Jpeg(), Cancel))).Code);
        var large = Files.Png(tail: new byte[DocumentLimits.LargestSignature]);
        Assert.Equal("documents.store.toolarge", (await Assert.ThrowsAsync<RuleViolation>(() => service.StoreBytesAsync(Clerk, New(), large, Cancel))).Code);
        Assert.Equal(Files.Png(), await ReadAsync(await service.StoreBytesAsync(Clerk, New("sign.png"), Files.Png(), Cancel)));
    }
}

public sealed class DocumentTests() : DocumentSuite(TestDatabase.Sqlite());
