using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Interactions;
using Mabarra.CaseManager.Contacts.Sending;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Holidays;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Notices;

/// <summary>Writes notices inside the transaction of the act that causes them. The caller has asked for the permission of that act.</summary>
public sealed class NoticeWriter(Association association, HouseTexts texts, NoticeMode mode)
{
    internal const string Series = "notice";

    public Task WriteAsync(CaseDbContext db, Act act, NewNotice news, CancellationToken cancel) => WriteAllAsync(db, act, [news], cancel);

    /// <summary>Many at once read what they share once.</summary>
    public async Task WriteAllAsync(CaseDbContext db, Act act, IReadOnlyList<NewNotice> news, CancellationToken cancel)
    {
        if (news.Count == 0)
            return;
        var shared = await ReadAsync(db, act, news, cancel);
        var serial = await db.NextSerialsAsync(Series, news.Count, cancel);
        foreach (var one in news)
        {
            var notice = Make(act, one, shared, serial++);
            db.Add(notice);
            db.Record(act, "contacts.notice.write", notice, notice.RecordLabel);
            if (notice is { Route: NoticeRoute.Desk, Status: NoticeStatus.Sent })
                await InteractionLog.NoticeAsync(db, act, notice, TryOutcome.HandedOver, null, cancel);
        }
    }

    /// <summary>What was still to be told is told otherwise, or true no longer.</summary>
    public static async Task CancelOpenAsync(CaseDbContext db, Act act, IReadOnlyCollection<Guid> recordIds, IReadOnlyCollection<NoticeKind> kinds, CancellationToken cancel)
    {
        // Those written in this very transaction are not in the table yet, and stay.
        var open = await db.Notices.Where(n => EF.Parameter(recordIds).Contains(n.RecordId) && kinds.Contains(n.Kind)
            && (n.Status == NoticeStatus.Waiting || n.Status == NoticeStatus.Task || n.Status == NoticeStatus.Failed)).ToListAsync(cancel);
        foreach (var notice in open)
        {
            notice.Cancel();
            db.Record(act, "contacts.notice.cancel", notice, notice.RecordLabel);
        }
    }

    private static Notice Make(Act act, NewNotice news, Shared shared, long serial)
    {
        var person = shared.People[news.BeneficiaryId];
        var target = NoticeRouting.Of(news, person, shared.On);
        // She takes the paper home: nobody need call her or post another.
        if (news.IsAtDesk && !target.Route.IsAutomatic() && target.Route != NoticeRoute.Website)
            target = target with { Route = NoticeRoute.Desk };
        var status = target.Route.IsAutomatic() ? NoticeStatus.Waiting
            : news.IsAtDesk || target.Route == NoticeRoute.Website ? NoticeStatus.Sent
            : NoticeStatus.Task;
        return new Notice(serial, news, target, Words(news, person, shared), status, act.At, shared.TaskOn);
    }

    private static NoticeBody Words(NewNotice news, NoticePerson person, Shared shared)
    {
        var text = shared.Texts[NoticeTexts.CodeOf(news.Kind)];
        return new NoticeBody(
            text.No, NoticeTexts.SubjectOf(news.Kind, news.RecordLabel, shared.Profile.Name),
            Fill(AppCulture.Arabic, arabic: true), Fill(AppCulture.English, arabic: false));

        string Fill(System.Globalization.CultureInfo culture, bool arabic)
        {
            var values = new Dictionary<string, string>(news.Values.In(arabic), StringComparer.Ordinal)
            {
                ["name"] = person.Name,
                ["number"] = news.RecordLabel,
                ["association"] = shared.Profile.NameIn(culture),
                ["phone"] = shared.Profile.Phone ?? "",
            };
            var body = text.Fill(culture, values);
            return body.Length > Notice.LongestBody ? body[..Notice.LongestBody] : body;
        }
    }

    private async Task<Shared> ReadAsync(CaseDbContext db, Act act, IReadOnlyList<NewNotice> news, CancellationToken cancel)
    {
        var ids = news.Select(n => n.BeneficiaryId).Distinct().ToList();
        var people = await db.Beneficiaries.AsNoTracking().Where(b => EF.Parameter(ids).Contains(b.Id))
            .Select(b => new { b.Id, Name = b.FirstName + " " + b.FatherName + " " + b.GrandfatherName + " " + b.FamilyName, b.Mobile, b.Email })
            .ToDictionaryAsync(b => b.Id, b => new NoticePerson(b.Name, b.Mobile, b.Email), cancel);
        var on = await GatewayReader.OnAsync(db, cancel);
        var calendar = await CalendarReader.ReadAsync(db, cancel);
        return new Shared(
            people, await association.ReadAsync(db, cancel), await texts.InForceAsync(db, cancel), calendar.AddWorkingDays(act.On, 1),
            // In a demonstration everything looks as if it were sent, and nothing is.
            new NoticeWays(mode.IsDemonstration || on.ContainsKey(NoticeRoute.Email), on.GetValueOrDefault(NoticeRoute.Sms), on.GetValueOrDefault(NoticeRoute.WhatsApp)));
    }

    private sealed record Shared(Dictionary<Guid, NoticePerson> People, AssociationProfile Profile, TextSet Texts, DateOnly TaskOn, NoticeWays On);
}

/// <summary>Who is told.</summary>
internal sealed record NoticePerson(string Name, string Mobile, string? Email);

/// <summary>The ways out that are on.</summary>
internal sealed record NoticeWays(bool Mail, Gateway? Sms, Gateway? WhatsApp);
