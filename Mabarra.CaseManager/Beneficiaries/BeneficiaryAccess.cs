namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Record-level access to a file: a liaison officer reaches the people of his own categories, the desk and senior management everybody (DOMAIN.md §3.8).</summary>
public static class BeneficiaryAccess
{
    internal static void RequireEdit(Act act, Beneficiary beneficiary) => Require(act, BeneficiariesModule.EditPermission, beneficiary);

    internal static void RequireView(Act act, Beneficiary beneficiary) => Require(act, BeneficiariesModule.ViewPermission, beneficiary);

    /// <summary>Whether the actor's reach covers a person of these categories.</summary>
    public static bool Covers(Actor actor, string permission, IEnumerable<string> categories) => actor.ReachOf(permission) switch
    {
        Reach.All => true,
        Reach.Own => categories.Any(actor.OwnCategories.Contains),
        _ => false,
    };

    /// <summary>Narrows a list to the people the actor may see; the index on categories serves it.</summary>
    public static IQueryable<Beneficiary> VisibleTo(this IQueryable<Beneficiary> beneficiaries, Act act)
    {
        act.Require(BeneficiariesModule.ViewPermission);
        if (act.Actor.ReachOf(BeneficiariesModule.ViewPermission) == Reach.All)
            return beneficiaries;
        var own = act.Actor.OwnCategories.ToArray();
        return beneficiaries.Where(b => b.Categories.Any(c => own.Contains(c.CategoryCode)));
    }

    private static void Require(Act act, string permission, Beneficiary beneficiary)
    {
        if (!Covers(act.Actor, permission, beneficiary.Categories.Select(c => c.CategoryCode)))
            throw act.Refuse(permission, beneficiary.Id);
    }
}
