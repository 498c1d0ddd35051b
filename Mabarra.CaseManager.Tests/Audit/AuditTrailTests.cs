using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Audit;

/// <summary>The chain of acts, on both databases.</summary>
public abstract class AuditTrailSuite(TestDatabase database) : House(database)
{
    [Fact]
    public async Task S7_Chain_of_many_acts_verifies()
    {
        await RecordAsync(25);
        var verdict = await The<AuditVerifier>().VerifyAsync(cancel: Cancel);
        Assert.Equal((25, true), (verdict.Count, verdict.IsWhole));
    }

    [Fact]
    public async Task S7_Several_acts_of_one_save_stand_in_their_order()
    {
        await The<CaseWriter>().SaveAsync(db =>
        {
            for (var i = 1; i <= 3; i++)
                db.Record(By(StaffRole.FrontDesk), $"act.{i}", Guid.NewGuid(), "Test");
            return Task.CompletedTask;
        }, Cancel);
        Assert.True((await The<AuditVerifier>().VerifyAsync(cancel: Cancel)).IsWhole);
        await using var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        Assert.Equal("act.1 act.2 act.3", string.Join(' ', await db.AuditEntries.OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task S8_Thirty_two_writers_leave_one_line_without_forks()
    {
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => RecordAsync(10))));
        var verdict = await The<AuditVerifier>().VerifyAsync(cancel: Cancel);
        Assert.Equal((320, true), (verdict.Count, verdict.IsWhole));
    }

    [Theory]
    [InlineData("""UPDATE "AuditEntries" SET "ActorName" = 'x' WHERE "Sequence" = 7""", "changed")]
    [InlineData("""DELETE FROM "AuditEntries" WHERE "Sequence" = 7""", "missing")]
    public async Task S6_A_touched_entry_is_named(string attack, string why)
    {
        await RecordAsync(12);
        await using (var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel))
            await db.Database.ExecuteSqlRawAsync(attack, Cancel);
        var verdict = await The<AuditVerifier>().VerifyAsync(cancel: Cancel);
        Assert.Equal((7L, why), (verdict.BrokenAt!.Value, verdict.BrokenWhy));
    }

    [Fact]
    public async Task The_trail_is_append_only()
    {
        await RecordAsync(1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => The<CaseWriter>().SaveAsync(
            async db => db.Remove(await db.AuditEntries.SingleAsync(Cancel)), Cancel));
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

public sealed class AuditTrailTests() : AuditTrailSuite(TestDatabase.Sqlite());
