using System.Collections.Concurrent;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Data;

/// <summary>Many people writing at once.</summary>
public abstract class WriterSuite(TestDatabase database) : House(database)
{
    [Fact]
    public async Task C7_Thirty_two_writers_take_a_hundred_numbers_each_without_gap_or_double()
    {
        var given = new ConcurrentBag<long>();
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
                given.Add(await The<CaseWriter>().SaveAsync(db => db.NextSerialAsync("test", Cancel), Cancel));
        })));
        Assert.Equal(Enumerable.Range(1, 3200).Select(n => (long)n), given.Order());
    }

    [Fact]
    public async Task C7_A_number_taken_by_an_act_that_fails_is_given_again()
    {
        await Assert.ThrowsAsync<RuleViolation>(() => The<CaseWriter>().SaveAsync(async db =>
        {
            await db.NextSerialAsync("test", Cancel);
            throw new RuleViolation("test.fails");
        }, Cancel));
        Assert.Equal(1, await The<CaseWriter>().SaveAsync(db => db.NextSerialAsync("test", Cancel), Cancel));
    }

    [Fact]
    public async Task C6_Five_hundred_double_submissions_make_five_hundred_records_and_both_get_the_same_answer()
    {
        var act = By(StaffRole.FrontDesk);
        await Parallel.ForEachAsync(Enumerable.Range(0, 500), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancel }, async (_, _) =>
        {
            var key = Guid.NewGuid();
            var answers = await Task.WhenAll(Task.Run(() => CreateAsync(key, act)), Task.Run(() => CreateAsync(key, act)));
            Assert.Equal(answers[0], answers[1]);
        });
        await using var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        Assert.Equal((500, 500), (await db.AuditEntries.CountAsync(Cancel), await db.Set<Submission>().CountAsync(Cancel)));
    }

    private Task<Guid> CreateAsync(Guid key, Act act) => The<CaseWriter>().SaveOnceAsync(key, act, db =>
    {
        var made = Guid.CreateVersion7();
        db.Record(act, "access.denied", made, "Test");
        return Task.FromResult(made);
    }, Cancel);
}

public sealed class WriterTests() : WriterSuite(TestDatabase.Sqlite())
{
    [Fact]
    public async Task D2_Every_opened_connection_keeps_its_promises()
    {
        for (var i = 0; i < 3; i++)
        {
            await using var db = await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
            Assert.Equal("wal", await PragmaAsync(db, "journal_mode"));
            Assert.Equal("2", await PragmaAsync(db, "synchronous"));
            Assert.Equal("1", await PragmaAsync(db, "foreign_keys"));
            Assert.Equal("5000", await PragmaAsync(db, "busy_timeout"));
            Assert.Equal("1", await PragmaAsync(db, "secure_delete"));
            Assert.Equal("0", await PragmaAsync(db, "trusted_schema"));
        }
    }

    private static async Task<string?> PragmaAsync(CaseDbContext db, string name)
    {
        await db.Database.OpenConnectionAsync(Cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The name is one of the six above.
        command.CommandText = $"PRAGMA {name}";
#pragma warning restore CA2100
        return Convert.ToString(await command.ExecuteScalarAsync(Cancel), System.Globalization.CultureInfo.InvariantCulture);
    }
}
