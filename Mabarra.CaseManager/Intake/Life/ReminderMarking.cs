using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake.Life;

/// <summary>Each day: puts the reminders that have fallen due on record. A day it did not run is caught up; a day it ran twice adds nothing.</summary>
public sealed class ReminderMarking(CaseWriter writer, RequestNotices notices, IDbContextFactory<CaseDbContext> contexts, TimeProvider clock) : IDailyJob
{
    /// <summary>So many requests a transaction, for the desk must not wait for a long one.</summary>
    private const int Batch = 100;

    public string Name => "reminders";

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        foreach (var batch in (await DueAsync(cancel)).Chunk(Batch))
            await MarkAsync(batch, cancel);
        return null;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var requests = db.ServiceRequests;
        var today = clock.Today;
        return await requests.Where(r => r.Status == RequestStatus.Incomplete && (r.NextReminderOn <= today || r.IncompleteSinceOn == null))
            .OrderBy(r => r.Serial).Select(r => r.Id).ToListAsync(cancel);
    }

    private Task MarkAsync(Guid[] ids, CancellationToken cancel) => writer.SaveAsync(async db =>
    {
        var act = new Act(Actor.System, clock.Now);
        var plan = await ReminderPlan.ReadAsync(db, cancel);
        var requests = db.ServiceRequests;
        foreach (var request in await requests.Include(r => r.Reminders).Include(r => r.Items).Where(r => ids.Contains(r.Id) && r.Status == RequestStatus.Incomplete).ToListAsync(cancel))
        {
            // Taken in before reminders were: counted from its first day.
            var begins = request.IncompleteSinceOn is null;
            if (begins)
                request.BeginReminders(RiyadhTime.DayOf(request.CreatedAt), plan);
            var marked = request.MarkReminders(act, plan);
            if (marked > 0 || begins)
                db.Record(act, "intake.life.reminderdue", request, request.Number, "ت-3");
            if (marked > 0)
                await notices.RemindAsync(db, act, request, cancel);
        }
    }, cancel);
}
