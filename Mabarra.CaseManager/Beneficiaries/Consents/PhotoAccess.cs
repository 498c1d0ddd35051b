using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>
/// Who may see a person's photo: whoever may see the file, while the consent stands. It is a sensitive document; the desk, which keeps files, sees it to know
/// whom it serves. Photos come in through <see cref="ConsentService"/> only, never through the general door for files.
/// </summary>
internal sealed class PhotoAccess(IDbContextFactory<CaseDbContext> contexts) : IDocumentAccess
{
    public const string Owner = "BeneficiaryPhoto";

    public string OwnerType => Owner;

    public async Task<RecordAccess> OfAsync(Act act, Guid ownerId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!await db.ConsentRecords.AnyAsync(c => c.BeneficiaryId == ownerId && c.Purpose == ConsentPurpose.Photo && c.WithdrawnAt == null, cancel))
            return RecordAccess.None;
        var maySee = await db.CoversAsync(act, BeneficiariesModule.ViewPermission, ownerId, cancel);
        var mayEdit = await db.CoversAsync(act, BeneficiariesModule.EditPermission, ownerId, cancel);
        return new RecordAccess(maySee, MayChange: false, IsOwn: mayEdit, IsBeingTakenIn: mayEdit);
    }
}
