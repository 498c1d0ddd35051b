using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.PolicyLibrary.Copies;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>A signature and its certificate are for the person they are about, and for whoever keeps the record.</summary>
internal sealed class AckDocumentAccess(IDbContextFactory<CaseDbContext> contexts) : IDocumentAccess
{
    public string OwnerType => nameof(Acknowledgement);

    public async Task<RecordAccess> OfAsync(Act act, Guid ownerId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (acknowledgements, members) = (db.Acknowledgements, db.StaffMembers);
        var ack = await acknowledgements.AsNoTracking().Where(a => a.Id == ownerId)
            .Select(a => new { IsSigned = a.SignedAt != null, Account = members.Where(m => m.Id == a.MemberId).Select(m => m.AccountId).FirstOrDefault() }).SingleOrDefaultAsync(cancel);
        if (ack is null)
            return RecordAccess.None;
        var isOwn = ack.Account == act.Actor.Id;
        return new RecordAccess(isOwn || act.Actor.May(PolicyLibraryModule.TrackPermission), !ack.IsSigned && act.Actor.May(PolicyLibraryModule.RecordPermission), isOwn, IsBeingTakenIn: false);
    }
}

/// <summary>A receipt is for the department's head and for whoever keeps the record.</summary>
internal sealed class CopyDocumentAccess(IDbContextFactory<CaseDbContext> contexts) : IDocumentAccess
{
    public string OwnerType => nameof(DepartmentCopy);

    public async Task<RecordAccess> OfAsync(Act act, Guid ownerId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (copies, members) = (db.DepartmentCopies, db.StaffMembers);
        var copy = await copies.AsNoTracking().Where(c => c.Id == ownerId).Select(c => new { c.DepartmentId }).SingleOrDefaultAsync(cancel);
        if (copy is null)
            return RecordAccess.None;
        var isHead = await db.Set<Department>().AnyAsync(d => d.Id == copy.DepartmentId && members.Any(m => m.Id == d.HeadMemberId && m.AccountId == act.Actor.Id), cancel);
        return new RecordAccess(isHead || act.Actor.May(PolicyLibraryModule.TrackPermission), MayChange: false, isHead, IsBeingTakenIn: false);
    }
}
