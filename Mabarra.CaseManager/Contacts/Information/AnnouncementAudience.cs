using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Contacts.Sending;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Information;

/// <summary>Whom an announcement concerns, and by which of its ways each is reached.</summary>
internal static class AnnouncementAudience
{
    /// <summary>Active files of its categories; of an awareness message only who consented and has not withdrawn it (Law 25).</summary>
    public static IQueryable<Beneficiary> Of(CaseDbContext db, Announcement announcement)
    {
        var (people, links, consents) = (db.Beneficiaries, db.BeneficiaryCategoryLinks, db.ConsentRecords);
        var concerned = people.AsNoTracking().Where(b => b.Status == BeneficiaryStatus.Active);
        if (announcement.CategoryCodes is { Count: > 0 } codes)
            concerned = concerned.Where(b => links.Any(l => l.BeneficiaryId == b.Id && EF.Parameter(codes).Contains(l.CategoryCode)));
        if (announcement.IsAwareness)
            concerned = concerned.Where(b => consents.Any(c => c.BeneficiaryId == b.Id && c.Purpose == ConsentPurpose.Awareness && c.WithdrawnAt == null));
        return concerned;
    }

    /// <returns>Null when none of the chosen ways reaches her: then nobody makes fifty thousand calls instead.</returns>
    public static Channel? WayTo(Announcement announcement, AnnouncedPerson person, AnnouncementWays on) =>
        announcement.ByEmail && on.Mail && person.Email is { } address && EmailText.Check(address).IsOk ? Channel.Email
        : announcement.ByMessage && on.Messages && SaudiPhone.CheckMobile(person.Mobile).IsOk ? Channel.Phone
        : announcement.ByLetter ? Channel.Correspondence
        : null;

    public static async Task<AnnouncementWays> WaysAsync(CaseDbContext db, NoticeMode mode, CancellationToken cancel)
    {
        var on = await GatewayReader.OnAsync(db, cancel);
        return new AnnouncementWays(mode.IsDemonstration || on.ContainsKey(NoticeRoute.Email), on.ContainsKey(NoticeRoute.Sms) || on.ContainsKey(NoticeRoute.WhatsApp));
    }
}

/// <summary>Somebody an announcement concerns.</summary>
internal sealed record AnnouncedPerson(Guid Id, long FileNo, string Mobile, string? Email);

/// <summary>The ways that are on.</summary>
internal sealed record AnnouncementWays(bool Mail, bool Messages);
