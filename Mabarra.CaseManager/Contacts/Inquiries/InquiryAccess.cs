using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Inquiries;

/// <summary>
/// Record-level access (DOMAIN.md §3.8): an officer reaches the inquiries of the people she is charged with, those given to her by name or to somebody she
/// stands in for, and those of people without a file that are nobody's in particular.
/// </summary>
internal static class InquiryAccess
{
    public static async Task<IQueryable<Inquiry>> VisibleAsync(CaseDbContext db, Act act, string permission, CancellationToken cancel)
    {
        act.Require(permission);
        var all = db.Inquiries.AsQueryable();
        if (act.Actor.ReachOf(permission) != Reach.Own)
            return all;
        var officers = await OfficersAsync(db, act, cancel);
        var (links, own) = (db.BeneficiaryCategoryLinks, act.Actor.OwnCategories.ToArray());
        return all.Where(i => (i.OfficerId != null && EF.Parameter(officers).Contains(i.OfficerId.Value))
            || (i.BeneficiaryId == null && i.OfficerId == null)
            || links.Any(l => l.BeneficiaryId == i.BeneficiaryId && own.Contains(l.CategoryCode)));
    }

    /// <summary>What somebody has to answer today: sent to her cells and to nobody by name, or to her or whoever she stands in for.</summary>
    public static async Task<IQueryable<Inquiry>> MineAsync(CaseDbContext db, Act act, CancellationToken cancel)
    {
        var matrix = await MatrixReader.ReadAsync(db, cancel);
        var cells = matrix.CellsOf(act.Actor.Id, act.On).ToList();
        var officers = await OfficersAsync(db, act, cancel);
        return db.Inquiries.Where(i => i.OpenOrder != null && ((i.OfficerId != null && EF.Parameter(officers).Contains(i.OfficerId.Value))
            || (i.OfficerId == null && (i.LiaisonCell == null || EF.Parameter(cells).Contains(i.LiaisonCell)))));
    }

    /// <exception cref="AccessDenied">Out of reach, or not there.</exception>
    public static async Task<Inquiry> ForChangeAsync(CaseDbContext db, Act act, Guid id, Guid version, CancellationToken cancel)
    {
        var inquiry = await (await VisibleAsync(db, act, InquiriesModule.EditPermission, cancel)).SingleOrDefaultAsync(i => i.Id == id, cancel);
        if (inquiry is null)
            throw await db.Inquiries.AnyAsync(i => i.Id == id, cancel) ? act.Refuse(InquiriesModule.EditPermission, id) : new RuleViolation("inquiry.inquiry.gone");
        inquiry.ExpectVersion(version);
        return inquiry;
    }

    private static async Task<List<Guid>> OfficersAsync(CaseDbContext db, Act act, CancellationToken cancel) =>
        [act.Actor.Id, .. (await MatrixReader.ReadAsync(db, cancel)).StandsInFor(act.Actor.Id, act.On)];
}
