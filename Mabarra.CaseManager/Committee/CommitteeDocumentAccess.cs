using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>Who may see and add a committee's formation decision: whoever may see and change the committee.</summary>
internal sealed class CommitteeDocumentAccess(IDbContextFactory<CaseDbContext> contexts) : IDocumentAccess
{
    public string OwnerType => nameof(StandingCommittee);

    public async Task<RecordAccess> OfAsync(Act act, Guid ownerId, CancellationToken cancel)
    {
        if (!act.Actor.May(CommitteeModule.ViewPermission))
            return RecordAccess.None;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var committees = db.StandingCommittees;
        if (await committees.AsNoTracking().Include(c => c.Members).SingleOrDefaultAsync(c => c.Id == ownerId, cancel) is not { } committee)
            return RecordAccess.None;
        var isOwn = committee.Members.Any(m => m.EmployeeId == act.Actor.Id);
        return new RecordAccess(isOwn || act.Actor.ReachOf(CommitteeModule.ViewPermission) == Reach.All, CommitteeAccess.MayEdit(act, committee), isOwn, IsBeingTakenIn: false);
    }
}
