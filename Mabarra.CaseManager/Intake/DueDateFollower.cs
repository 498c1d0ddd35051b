using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>When the calendar changes, the due dates of requests that await their reply follow, each with its audit entry (ت-٦; DOMAIN.md §4, 5).</summary>
internal sealed class DueDateFollower : ICalendarFollower
{
    public async Task<int> FollowAsync(CaseDbContext db, Act act, WorkingDayCalendar calendar, CancellationToken cancel)
    {
        // Open requests only, which are the few thousand of the last weeks, not the millions of the archive.
        var open = await db.ServiceRequests.Where(r => r.DueOrder != null).ToListAsync(cancel);
        var moved = 0;
        foreach (var request in open.Where(r => r.Reckon(calendar, act.On)))
        {
            db.Record(act, "intake.request.duemoved", request, request.Number, "ت-6");
            moved++;
        }

        return moved;
    }
}
