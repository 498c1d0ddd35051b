using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>Who may open issued minutes: whoever may see the sitting. Files are added only by signing.</summary>
internal sealed class MinutesDocumentAccess(IDbContextFactory<CaseDbContext> contexts) : IDocumentAccess
{
    public string OwnerType => nameof(Minutes);

    public async Task<RecordAccess> OfAsync(Act act, Guid ownerId, CancellationToken cancel)
    {
        if (!act.Actor.May(CommitteeModule.SittingsPermission))
            return RecordAccess.None;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (all, attendances, me) = (db.Minutes, db.Set<Attendance>(), act.Actor.Id);
        var sitting = await all.Where(m => m.Id == ownerId).Select(m => (Guid?)m.SittingId).SingleOrDefaultAsync(cancel);
        if (sitting is null)
            return RecordAccess.None;
        var isOwn = await attendances.AnyAsync(a => a.SittingId == sitting && a.EmployeeId == me, cancel);
        return new RecordAccess(isOwn || act.Actor.ReachOf(CommitteeModule.SittingsPermission) == Reach.All, MayChange: false, isOwn, IsBeingTakenIn: false);
    }
}
