using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>Says who may see and add the papers of a request: whoever may see and change the request, as far as his reach goes (ح-٢).</summary>
internal sealed class RequestDocumentAccess(IDbContextFactory<CaseDbContext> contexts) : IDocumentAccess
{
    public string OwnerType => nameof(ServiceRequest);

    public async Task<RecordAccess> OfAsync(Act act, Guid ownerId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (requests, links) = (db.ServiceRequests, db.BeneficiaryCategoryLinks);
        var request = await requests.AsNoTracking().Where(r => r.Id == ownerId).Select(r => new { r.BeneficiaryId, r.Status }).SingleOrDefaultAsync(cancel);
        if (request is null)
            return RecordAccess.None;
        var categories = await links.Where(c => c.BeneficiaryId == request.BeneficiaryId).Select(c => c.CategoryCode).ToListAsync(cancel);
        var beingTakenIn = request.Status is RequestStatus.Draft or RequestStatus.Incomplete;
        return new RecordAccess(
            BeneficiaryAccess.Covers(act.Actor, IntakeModule.ViewPermission, categories),
            beingTakenIn && BeneficiaryAccess.Covers(act.Actor, IntakeModule.EditPermission, categories),
            categories.Exists(act.Actor.OwnCategories.Contains),
            beingTakenIn);
    }
}
