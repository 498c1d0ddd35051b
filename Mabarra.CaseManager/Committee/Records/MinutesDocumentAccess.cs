using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>Who may open issued minutes: whoever may see the sitting. Scans of signed pages are added by who keeps them, while they are being signed.</summary>
internal sealed class MinutesDocumentAccess(IDbContextFactory<CaseDbContext> contexts) : IDocumentAccess
{
    public string OwnerType => nameof(Minutes);

    public async Task<RecordAccess> OfAsync(Act act, Guid ownerId, CancellationToken cancel)
    {
        if (!act.Actor.May(CommitteeModule.SittingsPermission))
            return RecordAccess.None;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (all, attendances, me) = (db.Minutes, db.Set<Attendance>(), act.Actor.Id);
        if (await all.AsNoTracking().SingleOrDefaultAsync(m => m.Id == ownerId, cancel) is not { } minutes)
            return RecordAccess.None;
        var isOwn = await attendances.AnyAsync(a => a.SittingId == minutes.SittingId && a.EmployeeId == me, cancel);
        var mayChange = minutes.Status == MinutesStatus.Signing && act.Actor.May(CommitteeModule.ManagePermission)
            && (await SittingDesk.LoadAsync(db, minutes.SittingId, cancel) with { Act = act }).Manages;
        return new RecordAccess(isOwn || act.Actor.ReachOf(CommitteeModule.SittingsPermission) == Reach.All, mayChange, isOwn, IsBeingTakenIn: false);
    }
}
