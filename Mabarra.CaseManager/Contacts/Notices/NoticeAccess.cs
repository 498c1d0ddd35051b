using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Notices;

/// <summary>Record-level access: a liaison officer reaches what goes to the people of his own categories (DOMAIN.md §3.8).</summary>
internal static class NoticeAccess
{
    public static IQueryable<Notice> Visible(CaseDbContext db, Act act)
    {
        act.Require(ContactsModule.ViewPermission);
        var notices = db.Notices.AsNoTracking();
        if (act.Actor.ReachOf(ContactsModule.ViewPermission) != Reach.Own)
            return notices;
        var (links, own) = (db.BeneficiaryCategoryLinks, act.Actor.OwnCategories.ToArray());
        return notices.Where(n => links.Any(c => c.BeneficiaryId == n.BeneficiaryId && own.Contains(c.CategoryCode)));
    }

    /// <exception cref="AccessDenied">Not within the actor's reach.</exception>
    /// <exception cref="StaleRecord">Somebody saved it after the page read it.</exception>
    public static async Task<Notice> ForChangeAsync(CaseDbContext db, Act act, Guid id, Guid version, CancellationToken cancel)
    {
        act.Require(ContactsModule.EditPermission);
        var notice = await db.Notices.SingleOrDefaultAsync(n => n.Id == id, cancel) ?? throw new RuleViolation("contacts.notice.gone");
        var links = db.BeneficiaryCategoryLinks;
        var categories = await links.Where(c => c.BeneficiaryId == notice.BeneficiaryId).Select(c => c.CategoryCode).ToListAsync(cancel);
        if (!BeneficiaryAccess.Covers(act.Actor, ContactsModule.EditPermission, categories))
            throw act.Refuse(ContactsModule.EditPermission, id);
        notice.ExpectVersion(version);
        return notice;
    }
}

/// <summary>A printed notice may be opened again by whoever may see the notice; files are added to other records.</summary>
internal sealed class NoticeDocumentAccess(IDbContextFactory<CaseDbContext> contexts) : IDocumentAccess
{
    public string OwnerType => nameof(Notice);

    public async Task<RecordAccess> OfAsync(Act act, Guid ownerId, CancellationToken cancel)
    {
        if (!act.Actor.May(ContactsModule.ViewPermission))
            return RecordAccess.None;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var maySee = await NoticeAccess.Visible(db, act).AnyAsync(n => n.Id == ownerId, cancel);
        return RecordAccess.None with { MaySee = maySee };
    }
}
