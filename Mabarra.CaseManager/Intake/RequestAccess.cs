using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>Record-level access to requests: as far as the person's reach over the beneficiary's categories goes (DOMAIN.md §3.8).</summary>
internal static class RequestAccess
{
    /// <exception cref="AccessDenied">The beneficiary is not within reach.</exception>
    public static async Task RequireAsync(CaseDbContext db, Act act, string permission, Guid beneficiaryId, CancellationToken cancel)
    {
        act.Require(permission);
        if (act.Actor.ReachOf(permission) != Reach.Own)
            return;
        var links = db.BeneficiaryCategoryLinks;
        var categories = await links.Where(c => c.BeneficiaryId == beneficiaryId).Select(c => c.CategoryCode).ToListAsync(cancel);
        if (!BeneficiaryAccess.Covers(act.Actor, permission, categories))
            throw act.Refuse(permission, beneficiaryId);
    }

    /// <summary>Narrows a list of requests to those whose beneficiary the actor may see.</summary>
    public static IQueryable<ServiceRequest> VisibleTo(this IQueryable<ServiceRequest> requests, CaseDbContext db, Act act)
    {
        act.Require(IntakeModule.ViewPermission);
        if (act.Actor.ReachOf(IntakeModule.ViewPermission) != Reach.Own)
            return requests;
        var own = act.Actor.OwnCategories.ToArray();
        var links = db.BeneficiaryCategoryLinks;
        return requests.Where(r => links.Any(c => c.BeneficiaryId == r.BeneficiaryId && own.Contains(c.CategoryCode)));
    }
}
