using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>What was published is for everybody who signs in; the file of a draft for those who write it.</summary>
internal sealed class VersionDocumentAccess(IDbContextFactory<CaseDbContext> contexts) : IDocumentAccess
{
    public string OwnerType => nameof(PolicyVersion);

    public async Task<RecordAccess> OfAsync(Act act, Guid ownerId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var version = await db.PolicyVersions.AsNoTracking().Where(v => v.Id == ownerId).Select(v => new { v.Status }).SingleOrDefaultAsync(cancel);
        if (version is null)
            return RecordAccess.None;
        var isDraft = version.Status == VersionStatus.Draft;
        return new RecordAccess(!isDraft || PolicyQueries.Writes(act.Actor), isDraft && act.Actor.May(PolicyLibraryModule.EditPermission), IsOwn: false, IsBeingTakenIn: false);
    }
}
