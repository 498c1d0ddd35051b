using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Audit.Heads;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Audit;

/// <summary>Attacks the chain alone cannot show, found by the heads kept outside the database (S7).</summary>
public abstract class HeadsSuite(TestDatabase database) : House(database)
{
    protected override async Task SetUpAsync()
    {
        await RecordAsync(10);
        await KeepHeadAsync();
    }

    [Fact]
    public async Task S7_Growing_on_from_a_kept_head_is_well()
    {
        await RecordAsync(5);
        await KeepHeadAsync();
        Assert.True((await VerifyAsync()).IsWhole);
    }

    [Fact]
    public async Task S7_A_cut_tail_is_found()
    {
        await ExecuteAsync("""DELETE FROM "AuditEntries" WHERE "Sequence" > 8""");
        var verdict = await VerifyAsync();
        Assert.Equal((9L, "truncated"), (verdict.BrokenAt!.Value, verdict.BrokenWhy));
    }

    [Fact]
    public async Task S7_A_chain_replaced_by_another_whole_one_is_found()
    {
        await ExecuteAsync("""DELETE FROM "AuditEntries" """);
        await RecordAsync(12);
        var verdict = await VerifyAsync();
        Assert.Equal((10L, "rewritten"), (verdict.BrokenAt!.Value, verdict.BrokenWhy));
    }

    [Fact]
    public async Task S7_A_touched_list_of_heads_is_found()
    {
        var file = The<AuditHeads>().Path;
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Cancel)).Replace("head 10 ", "head 3 ", StringComparison.Ordinal), Cancel);
        Assert.Equal("heads", (await VerifyAsync()).BrokenWhy);
    }

    [Fact]
    public async Task S7_A_head_line_written_without_the_key_is_found()
    {
        var file = The<AuditHeads>().Path;
        await File.AppendAllTextAsync(file, $"restore 5 {new string('0', 64)} 2026-11-23T08:00:00Z {new string('0', 64)}\n", Cancel);
        Assert.Equal("heads", (await VerifyAsync()).BrokenWhy);
    }

    [Fact]
    public async Task S7_After_a_restore_the_heads_after_it_no_longer_count()
    {
        var hash = await HashOfAsync(6);
        await ExecuteAsync("""DELETE FROM "AuditEntries" WHERE "Sequence" > 6""");
        The<AuditHeads>().Append(6, hash, isRestore: true);
        Assert.True((await VerifyAsync()).IsWhole);
        await RecordAsync(6);
        Assert.True((await VerifyAsync()).IsWhole);
    }

    private Task<ChainVerdict> VerifyAsync() => The<AuditVerifier>().VerifyAsync(cancel: Cancel);

    private async Task KeepHeadAsync()
    {
        var verdict = await VerifyAsync();
        The<AuditHeads>().Append(verdict.Count, verdict.Head);
    }

    private async Task<byte[]> HashOfAsync(long sequence)
    {
        await using var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        return await db.AuditEntries.Where(e => e.Sequence == sequence).Select(e => e.Hash).SingleAsync(Cancel);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        await db.Database.ExecuteSqlRawAsync(sql, Cancel);
    }

    private async Task RecordAsync(int acts)
    {
        for (var i = 0; i < acts; i++)
        {
            await The<CaseWriter>().SaveAsync(db =>
            {
                db.Record(By(StaffRole.FrontDesk), "access.denied", Guid.NewGuid(), "Test");
                return Task.CompletedTask;
            }, Cancel);
        }
    }
}

public sealed class HeadsTests() : HeadsSuite(TestDatabase.Sqlite());
