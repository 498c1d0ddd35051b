using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>Gives visits from before there were slips their number of the day, their state and their search key, so that the lists find them too. Does nothing once done.</summary>
internal sealed class VisitNumbering : IReferenceData
{
    private const int Batch = 1000;

    public async Task EnsureAsync(CaseDbContext db, CancellationToken cancel)
    {
        var visits = db.Visits;
        while (await visits.AsNoTracking().Where(v => v.DayOrder == null).OrderBy(v => v.Serial).Take(Batch).ToListAsync(cancel) is { Count: > 0 } old)
        {
            foreach (var visit in old)
                await NumberAsync(db, visit, cancel);
        }
    }

    /// <summary>Not an act on the visit, only columns it did not have: no audit entry, no new version.</summary>
    private static async Task NumberAsync(CaseDbContext db, Visit visit, CancellationToken cancel)
    {
        var day = RiyadhTime.DayOf(visit.ArrivedAt);
        var slip = await db.NextSerialAsync(VisitService.SeriesOf(day), cancel);
        var (order, key, status) = (DayOrders.Of(day, slip), SearchKey.Of(visit.VisitorName), StatusOf(visit));
        var visits = db.Visits;
        await visits.Where(v => v.Id == visit.Id).ExecuteUpdateAsync(
            set => set.SetProperty(v => v.DayOrder, order).SetProperty(v => v.VisitorKey, key).SetProperty(v => v.Status, status), cancel);
    }

    private static VisitStatus StatusOf(Visit visit) => visit switch
    {
        { EndedAt: null, ServedAt: null } => VisitStatus.Waiting,
        { EndedAt: null } => VisitStatus.Serving,
        { IsHandedOver: true } => VisitStatus.HandedOver,
        _ => VisitStatus.Served,
    };
}
