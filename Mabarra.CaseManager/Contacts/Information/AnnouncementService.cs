using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Information;

/// <summary>Writing, publishing, stopping and resuming announcements (خ-٣).</summary>
public sealed class AnnouncementService(CaseWriter writer)
{
    private const int Tries = 20;

    public Task WriteAsync(Act act, Guid id, Guid version, AnnouncementForm form, CancellationToken cancel = default)
    {
        act.Require(InformationModule.EditPermission);
        return ChangeAsync(act, id, version, "information.announcement.write", async (db, announcement) => announcement.Write(await CheckAsync(db, form, cancel)), cancel);
    }

    public Task DropAsync(Act act, Guid id, Guid version, CancellationToken cancel = default)
    {
        act.Require(InformationModule.EditPermission);
        return ChangeAsync(act, id, version, "information.announcement.drop", (_, announcement) =>
        {
            announcement.Drop();
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>From now on it goes out, batch after batch.</summary>
    public Task PublishAsync(Act act, Guid id, Guid version, CancellationToken cancel = default)
    {
        act.Require(InformationModule.PublishPermission);
        return ChangeAsync(act, id, version, "information.announcement.publish", async (db, announcement) =>
        {
            var audience = await AnnouncementAudience.Of(db, announcement).CountAsync(cancel);
            if (announcement.CanWrite && audience == 0)
                throw new RuleViolation("information.announcement.nobody");
            announcement.Publish(act, audience);
        }, cancel);
    }

    /// <summary>Nothing more of it leaves the house: what the outbox has not sent yet is held back.</summary>
    public Task StopAsync(Act act, Guid id, CancellationToken cancel = default)
    {
        act.Require(InformationModule.PublishPermission);
        return OnRunningAsync(act, id, "information.announcement.stop", async (db, announcement) =>
        {
            announcement.Stop();
            // Not one that is on its way this moment: it is out, and its sender notes it.
            await db.Notices.Where(n => n.RecordId == id && n.Status == NoticeStatus.Waiting && n.LeaseId == null)
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.NextTryAt, (DateTime?)null), cancel);
        }, cancel);
    }

    /// <summary>It goes on with what was held back, and then after the last person it came to.</summary>
    public Task ResumeAsync(Act act, Guid id, CancellationToken cancel = default)
    {
        act.Require(InformationModule.PublishPermission);
        return OnRunningAsync(act, id, "information.announcement.resume", async (db, announcement) =>
        {
            announcement.Resume();
            await db.Notices.Where(n => n.RecordId == id && n.Status == NoticeStatus.Waiting && n.NextTryAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.NextTryAt, act.At), cancel);
        }, cancel);
    }

    internal static async Task<AnnouncementWords> CheckAsync(CaseDbContext db, AnnouncementForm form, CancellationToken cancel)
    {
        var check = new FieldChecks();
        var textAr = check.Paragraph(form.TextAr, nameof(form.TextAr), InformationItem.LongestText, min: 5);
        var textEn = check.Paragraph(form.TextEn, nameof(form.TextEn), InformationItem.LongestText, min: 5);
        check.That(form.ByEmail || form.ByMessage || form.ByLetter, "information.announcement.way", nameof(form.ByEmail));
        var known = db.Set<Beneficiaries.BeneficiaryCategory>();
        var categories = form.Categories.Distinct(StringComparer.Ordinal).ToList();
        check.That(categories.Count == 0 || await known.CountAsync(c => c.IsActive && categories.Contains(c.Code), cancel) == categories.Count, "information.announcement.category", nameof(form.Categories));
        check.ThrowIfAny();
        return new AnnouncementWords(textAr, textEn, form.IsAwareness, categories, form.ByEmail, form.ByMessage, form.ByLetter);
    }

    private Task ChangeAsync(Act act, Guid id, Guid version, string action, Func<CaseDbContext, Announcement, Task> change, CancellationToken cancel) =>
        writer.SaveAsync(async db =>
        {
            var announcement = await LoadAsync(db, id, cancel);
            announcement.ExpectVersion(version);
            await change(db, announcement);
            db.Record(act, action, announcement, announcement.Number, "خ-3");
        }, cancel);

    /// <summary>Every batch saves it anew: whoever stops it does not lose to a batch that came between reading and pressing.</summary>
    private async Task OnRunningAsync(Act act, Guid id, string action, Func<CaseDbContext, Announcement, Task> change, CancellationToken cancel)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await writer.SaveAsync(async db =>
                {
                    var announcement = await LoadAsync(db, id, cancel);
                    await change(db, announcement);
                    db.Record(act, action, announcement, announcement.Number, "خ-3");
                }, cancel);
                return;
            }
            catch (StaleRecord) when (tried < Tries)
            {
            }
        }
    }

    private static async Task<Announcement> LoadAsync(CaseDbContext db, Guid id, CancellationToken cancel) =>
        await db.Announcements.SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw new RuleViolation("information.announcement.gone");
}
