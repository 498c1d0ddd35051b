using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Documents;

/// <summary>What came from a telephone.</summary>
public sealed record PhoneArrival(Guid DocumentId, string FileName, DocumentKind Kind, DateTime At);

/// <summary>Reads of what telephones sent.</summary>
public sealed class PhoneQueries(IDbContextFactory<CaseDbContext> contexts, DocumentGuard guard)
{
    /// <summary>Later than this, what came belongs to an earlier visit.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>The last thing this person's telephone sent for the paper; also what came while the page was away.</summary>
    /// <exception cref="AccessDenied">The record is not this person's to see.</exception>
    public async Task<PhoneArrival?> LatestAsync(Act act, string ownerType, Guid ownerId, string slot, CancellationToken cancel = default)
    {
        if (!(await guard.OfAsync(act, new DocumentOwner(ownerType, ownerId), cancel)).MaySee)
            throw act.Refuse(DocumentsModule.OpenRule, ownerId);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (who, since, documents) = (act.Actor.Id, act.At - Fresh, db.StoredDocuments);
        return await (from code in db.Set<PhoneCode>().AsNoTracking()
                      where code.OwnerId == ownerId && code.Slot == slot && code.OpenedById == who && code.UsedAt != null && code.UsedAt >= since
                      join document in documents on code.DocumentId equals document.Id
                      where document.RemovedAt == null && document.OwnerType == ownerType
                      orderby code.UsedAt descending
                      select new PhoneArrival(document.Id, document.FileName, document.Kind, code.UsedAt!.Value)).FirstOrDefaultAsync(cancel);
    }
}
