using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>
/// How to look for the records of somebody who reaches only the people of her own categories. Walking a list from its newest row and asking of each
/// whether it is hers is quick while a fair share is hers, and hopeless when she has ten people among a million. So few people are found first, by the index on categories.
/// </summary>
public static class OwnPeople
{
    /// <summary>Up to so many people are looked up one by one; of more, one in a few hundred rows is hers even in a very large registry.</summary>
    public const int Few = 2000;

    /// <returns>The people within reach when they are few; null when the list is to be walked, also for whoever reaches everybody.</returns>
    public static async Task<List<Guid>?> FewAsync(this CaseDbContext db, Act act, string permission, CancellationToken cancel)
    {
        if (act.Actor.ReachOf(permission) != Reach.Own)
            return null;
        var own = act.Actor.OwnCategories.ToArray();
        var people = await db.BeneficiaryCategoryLinks.AsNoTracking().Where(c => own.Contains(c.CategoryCode)).Select(c => c.BeneficiaryId)
            .Take(Few + 1).ToListAsync(cancel);
        return people.Count > Few ? null : [.. people.Distinct()];
    }

    /// <summary>Whether counting the matches of a walked list would walk far more rows than the page did.</summary>
    public static bool CountsCheaply(Act act, string permission, IReadOnlyCollection<Guid>? few) => few is not null || act.Actor.ReachOf(permission) != Reach.Own;
}
