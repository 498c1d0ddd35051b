using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Contacts.Sending;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Information;

/// <summary>An announcement on its page.</summary>
/// <param name="Audience">Whom it would concern if it were published now; while it goes out and afterwards, whom it concerned.</param>
/// <param name="Waiting">Its notices the outbox has not sent yet.</param>
public sealed record AnnouncementDetail(Announcement Announcement, int Audience, int Waiting, int Failed, bool MailIsOn, bool MessagesAreOn);

/// <summary>Reads of information and announcements.</summary>
public sealed class InformationQueries(IDbContextFactory<CaseDbContext> contexts, NoticeMode mode)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<InformationItem>> ItemsAsync(Act act, CancellationToken cancel)
    {
        act.Require(InformationModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.InformationItems.AsNoTracking().OrderBy(i => i.Serial).Take(Most).ToListAsync(cancel);
    }

    /// <summary>Every version of a piece of information, the newest first.</summary>
    public async Task<IReadOnlyList<InformationVersion>> VersionsAsync(Act act, Guid itemId, CancellationToken cancel)
    {
        act.Require(InformationModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.InformationVersions.AsNoTracking().Where(v => v.ItemId == itemId).OrderByDescending(v => v.No).Take(Most).ToListAsync(cancel);
    }

    /// <summary>The newest first, without the dropped.</summary>
    public async Task<IReadOnlyList<Announcement>> AnnouncementsAsync(Act act, CancellationToken cancel)
    {
        act.Require(InformationModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Announcements.AsNoTracking().Where(a => a.Status != AnnouncementStatus.Dropped).OrderByDescending(a => a.Serial).Take(Most).ToListAsync(cancel);
    }

    public async Task<AnnouncementDetail?> OpenAsync(Act act, Guid id, CancellationToken cancel)
    {
        act.Require(InformationModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var announcement = await db.Announcements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (announcement is null)
            return null;
        var audience = announcement.CanWrite ? await AnnouncementAudience.Of(db, announcement).CountAsync(cancel) : announcement.Audience;
        var waiting = await db.Notices.CountAsync(n => n.RecordId == id && n.Status == NoticeStatus.Waiting, cancel);
        var failed = await db.Notices.CountAsync(n => n.RecordId == id && n.Status == NoticeStatus.Failed, cancel);
        var on = await AnnouncementAudience.WaysAsync(db, mode, cancel);
        return new AnnouncementDetail(announcement, audience, waiting, failed, on.Mail, on.Messages);
    }

    /// <summary>The categories an announcement may be for.</summary>
    public async Task<IReadOnlyList<MatrixHead>> CategoriesAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var categories = db.Set<Beneficiaries.BeneficiaryCategory>();
        return await categories.AsNoTracking().Where(c => c.IsActive).OrderBy(c => c.Order).Select(c => new MatrixHead(c.Code, c.NameAr, c.NameEn)).ToListAsync(cancel);
    }
}
