using System.Globalization;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Information;

/// <summary>Keeping what people are told in versions (خ-٣): a change opens a draft announcement.</summary>
public sealed class InformationService(CaseWriter writer)
{
    /// <param name="key">The form's own key: sent twice, it is made once (C6).</param>
    public Task<Guid> AddAsync(Act act, Guid key, InformationForm form, CancellationToken cancel = default)
    {
        act.Require(InformationModule.EditPermission);
        var words = Check(form);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var item = new InformationItem(await db.NextSerialAsync("information", cancel), form.Kind, words);
            db.Add(item);
            db.Add(new InformationVersion(item, act));
            db.Record(act, "information.item.add", item, item.TitleAr, "خ-3");
            return item.Id;
        }, cancel);
    }

    /// <summary>A new version, and with it a draft announcement to whoever relies on the old one. A draft nobody published yet tells the newest.</summary>
    /// <returns>The draft; null when nothing was different.</returns>
    public Task<Guid?> ChangeAsync(Act act, Guid id, Guid version, InformationForm form, CancellationToken cancel = default)
    {
        act.Require(InformationModule.EditPermission);
        var words = Check(form);
        return writer.SaveAsync<Guid?>(async db =>
        {
            var item = await db.InformationItems.SingleOrDefaultAsync(i => i.Id == id, cancel) ?? throw new RuleViolation("information.item.gone");
            item.ExpectVersion(version);
            if (!item.Change(words))
                return null;
            db.Add(new InformationVersion(item, act));
            db.Record(act, "information.item.change", item, item.TitleAr, "خ-3");
            return await DraftAsync(db, act, item, cancel);
        }, cancel);
    }

    /// <summary>An announcement about nothing kept here.</summary>
    public Task<Guid> AnnounceAsync(Act act, Guid key, AnnouncementForm form, CancellationToken cancel = default)
    {
        act.Require(InformationModule.EditPermission);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var words = await AnnouncementService.CheckAsync(db, form, cancel);
            var made = new Announcement(await db.NextSerialAsync("announcement", cancel), await NumberAsync(db, act, cancel), words);
            db.Add(made);
            db.Record(act, "information.announcement.draft", made, made.Number, "خ-3");
            return made.Id;
        }, cancel);
    }

    private static async Task<Guid> DraftAsync(CaseDbContext db, Act act, InformationItem item, CancellationToken cancel)
    {
        var (textAr, textEn) = ($"{item.TitleAr}: {item.TextAr}", $"{item.TitleEn}: {item.TextEn}");
        var draft = await db.Announcements.SingleOrDefaultAsync(a => a.ItemId == item.Id && a.Status == AnnouncementStatus.Draft, cancel);
        if (draft is not null)
            draft.Retell(item.No, textAr, textEn);
        else
            db.Add(draft = new Announcement(
                await db.NextSerialAsync("announcement", cancel), await NumberAsync(db, act, cancel), new AnnouncementWords(textAr, textEn, IsAwareness: false, []), item.Id, item.No));
        db.Record(act, "information.announcement.draft", draft, draft.Number, "خ-3");
        return draft.Id;
    }

    private static async Task<string> NumberAsync(CaseDbContext db, Act act, CancellationToken cancel)
    {
        var series = string.Create(CultureInfo.InvariantCulture, $"ANN-{act.On.Year:0000}");
        var serial = await db.NextSerialAsync(series, cancel);
        return string.Create(CultureInfo.InvariantCulture, $"{series}-{serial:000}");
    }

    private static InformationWords Check(InformationForm form)
    {
        var check = new FieldChecks();
        check.That(Enum.IsDefined(form.Kind), "information.item.kind", nameof(form.Kind));
        var words = new InformationWords(
            check.Line(form.TitleAr, nameof(form.TitleAr), InformationItem.LongestTitle, min: 2),
            check.Line(form.TitleEn, nameof(form.TitleEn), InformationItem.LongestTitle, min: 2),
            check.Paragraph(form.TextAr, nameof(form.TextAr), InformationItem.LongestText - InformationItem.LongestTitle - 2, min: 2),
            check.Paragraph(form.TextEn, nameof(form.TextEn), InformationItem.LongestText - InformationItem.LongestTitle - 2, min: 2));
        check.ThrowIfAny();
        return words;
    }
}
