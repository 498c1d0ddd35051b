using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Data.Jobs;

/// <summary>Lets one node of several do a daily job, and remembers how it went (C9).</summary>
public sealed class JobTurns(CaseWriter writer, IDbContextFactory<CaseDbContext> contexts, TimeProvider clock)
{
    // A node that died at its job is replaced after this long.
    private static readonly TimeSpan Hold = TimeSpan.FromHours(2);

    /// <returns>True for exactly one caller a day; again when that one died before it ended.</returns>
    public Task<bool> TryTakeAsync(string job, DateOnly day, CancellationToken cancel)
    {
        var now = clock.Now;
        var until = now + Hold;
        return writer.SaveAsync(async db => await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO "JobTurns" ("Name", "Day", "HeldUntil") VALUES ({job}, {day}, {until})
             ON CONFLICT ("Name") DO UPDATE SET "Day" = excluded."Day", "HeldUntil" = excluded."HeldUntil", "EndedAt" = NULL
             WHERE "JobTurns"."Day" < excluded."Day" OR ("JobTurns"."EndedAt" IS NULL AND "JobTurns"."HeldUntil" < {now})
             """, cancel) == 1, cancel);
    }

    /// <param name="failure">What went wrong; null when all went well.</param>
    public Task EndAsync(string job, string? failure, CancellationToken cancel) => writer.SaveAsync(async db =>
    {
        var turn = await db.Set<JobTurn>().FindAsync([job], cancel);
        if (turn is null)
            db.Add(turn = new JobTurn { Name = job, Day = clock.Today, HeldUntil = clock.Now });
        turn.EndedAt = clock.Now;
        turn.Failure = failure is { Length: > 1000 } ? failure[..1000] : failure;
        if (failure is null)
            turn.SucceededAt = clock.Now;
    }, cancel);

    public async Task<JobTurn?> FindAsync(string job, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<JobTurn>().AsNoTracking().FirstOrDefaultAsync(t => t.Name == job, cancel);
    }
}
