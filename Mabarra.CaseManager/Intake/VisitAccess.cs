using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>Record-level access to visits: a liaison officer reaches those of the people of her categories, and the questions handed to her (DOMAIN.md §3.8).</summary>
internal static class VisitAccess
{
    public static IQueryable<Visit> VisibleTo(this IQueryable<Visit> visits, CaseDbContext db, Act act, string permission)
    {
        act.Require(permission);
        if (act.Actor.ReachOf(permission) != Reach.Own)
            return visits;
        var (links, own) = (db.BeneficiaryCategoryLinks, act.Actor.OwnCategories.ToArray());
        return visits.Where(v => links.Any(c => c.BeneficiaryId == v.BeneficiaryId && own.Contains(c.CategoryCode)));
    }

    /// <summary>Questions that wait for an answer: of a named officer, or of nobody in particular about her people or about somebody without a file.</summary>
    public static IQueryable<Visit> QuestionsFor(this IQueryable<Visit> visits, CaseDbContext db, Act act, string permission)
    {
        act.Require(permission);
        var handed = visits.Where(v => v.IsHandedOver && v.AnsweredAt == null);
        if (act.Actor.ReachOf(permission) != Reach.Own)
            return handed;
        var (links, own, me) = (db.BeneficiaryCategoryLinks, act.Actor.OwnCategories.ToArray(), act.Actor.Id);
        return handed.Where(v => v.HandedToId == me || (v.HandedToId == null &&
            (v.BeneficiaryId == null || links.Any(c => c.BeneficiaryId == v.BeneficiaryId && own.Contains(c.CategoryCode)))));
    }
}
