using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Interactions;

/// <summary>Record-level access (DOMAIN.md §3.8): a liaison officer reaches the contacts with the people of her categories, and those without a file she registered herself.</summary>
internal static class InteractionAccess
{
    public static IQueryable<Interaction> Visible(CaseDbContext db, Act act, string permission)
    {
        act.Require(permission);
        var all = db.Interactions.AsQueryable();
        if (act.Actor.ReachOf(permission) != Reach.Own)
            return all;
        var (links, own, me) = (db.BeneficiaryCategoryLinks, act.Actor.OwnCategories.ToArray(), act.Actor.Id);
        return all.Where(i => (i.BeneficiaryId == null && i.ById == me) || links.Any(l => l.BeneficiaryId == i.BeneficiaryId && own.Contains(l.CategoryCode)));
    }
}

/// <summary>Scans of letters and faxes hang on the contact they came with (أ-٢, أ-٤).</summary>
internal sealed class InteractionDocumentAccess(IDbContextFactory<CaseDbContext> contexts) : IDocumentAccess
{
    public string OwnerType => nameof(Interaction);

    public async Task<RecordAccess> OfAsync(Act act, Guid ownerId, CancellationToken cancel)
    {
        if (!act.Actor.May(ContactsModule.ViewPermission))
            return RecordAccess.None;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var maySee = await InteractionAccess.Visible(db, act, ContactsModule.ViewPermission).AnyAsync(i => i.Id == ownerId, cancel);
        var mayChange = maySee && act.Actor.May(ContactsModule.EditPermission)
            && await InteractionAccess.Visible(db, act, ContactsModule.EditPermission).AnyAsync(i => i.Id == ownerId, cancel);
        return RecordAccess.None with { MaySee = maySee, MayChange = mayChange };
    }
}
