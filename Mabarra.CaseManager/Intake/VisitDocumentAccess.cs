using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>The card of a visit may be printed again by whoever may see the visit; files are added to requests, not to visits.</summary>
internal sealed class VisitDocumentAccess(IDbContextFactory<CaseDbContext> contexts) : IDocumentAccess
{
    public string OwnerType => nameof(Visit);

    public async Task<RecordAccess> OfAsync(Act act, Guid ownerId, CancellationToken cancel)
    {
        if (!act.Actor.May(IntakeModule.ViewPermission))
            return RecordAccess.None;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var maySee = await VisitQueries.Visible(db, act).AnyAsync(v => v.Id == ownerId, cancel);
        return RecordAccess.None with { MaySee = maySee };
    }
}
