using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Interactions;

/// <summary>Which contacts a list shows.</summary>
public enum InteractionView
{
    All,

    /// <summary>الوارد: letters and faxes that came in, by number.</summary>
    IncomingPapers,

    /// <summary>الصادر: letters and faxes that went out.</summary>
    OutgoingPapers,

    /// <summary>Calls nobody answered, and a second one is owed.</summary>
    CallAgain,
}

/// <summary>A contact as lists and the timeline show it.</summary>
public sealed record InteractionRow(
    Guid Id, long Order, string? RegisterNo, ContactDirection Direction, Channel Channel, DateTime HappenedAt, Guid? BeneficiaryId, string PersonName, string? Contact, string About,
    InteractionOutcome Outcome, string? OutcomeNote, string? ByName, string? VolunteerName, string? SourceType, Guid? SourceId, DateOnly? PaperOn, string? PaperNo, DateOnly? AgainOn,
    bool IsAutomatic, int Scans)
{
    /// <summary>The Riyadh day it happened.</summary>
    public DateOnly On => RiyadhTime.DayOf(HappenedAt);
}

/// <summary>One contact on its page.</summary>
public sealed record InteractionDetail(Interaction Interaction, long? FileNo, bool MayEdit);

/// <summary>Reads of contacts.</summary>
public sealed class InteractionQueries(IDbContextFactory<CaseDbContext> contexts, AccessLog log)
{
    private const string AfterEveryLetter = "\uFFFD";

    public async Task<Page<InteractionRow>> PageAsync(Act act, PageQuery page, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var few = await db.FewAsync(act, ContactsModule.ViewPermission, cancel);
        var contacts = Narrowed(InteractionAccess.Visible(db, act, ContactsModule.ViewPermission).AsNoTracking(), page);
        if (few is not null)
            contacts = contacts.Where(i => i.BeneficiaryId == null || EF.Parameter(few).Contains(i.BeneficiaryId.Value));
        contacts = Searched(contacts, page.Search);
        return await contacts.PageAsync(page, i => i.Order, descending: true, q => Rows(db, q), r => r.Order, cancel, OwnPeople.CountsCheaply(act, ContactsModule.ViewPermission, few));
    }

    /// <summary>The timeline of one person, the newest first: everything in and out, whoever wrote it down.</summary>
    public async Task<Page<InteractionRow>> OfBeneficiaryAsync(Act act, Guid beneficiaryId, PageQuery page, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var own = InteractionAccess.Visible(db, act, ContactsModule.ViewPermission).AsNoTracking().Where(i => i.BeneficiaryId == beneficiaryId);
        return await own.PageAsync(page, i => i.Order, descending: true, q => Rows(db, q), r => r.Order, cancel);
    }

    /// <summary>One of them, and a line in the access log (ح-٢).</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="AccessDenied">Not within the actor's reach.</exception>
    public async Task<InteractionDetail?> OpenAsync(Act act, Guid id, CancellationToken cancel)
    {
        act.Require(ContactsModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var interaction = await InteractionAccess.Visible(db, act, ContactsModule.ViewPermission).AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel);
        if (interaction is null)
            return await db.Interactions.AnyAsync(i => i.Id == id, cancel) ? throw act.Refuse(ContactsModule.ViewPermission, id) : null;
        await log.LookedAsync(act, nameof(Interaction), id, cancel);
        var files = db.Beneficiaries;
        var fileNo = await files.Where(b => b.Id == interaction.BeneficiaryId).Select(b => (long?)b.FileNo).SingleOrDefaultAsync(cancel);
        var mayEdit = act.Actor.May(ContactsModule.EditPermission) && await InteractionAccess.Visible(db, act, ContactsModule.EditPermission).AnyAsync(i => i.Id == id, cancel);
        return new InteractionDetail(interaction, fileNo, mayEdit);
    }

    /// <summary>Who may answer for a volunteer.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> SupervisorsAsync(Act act, CancellationToken cancel)
    {
        act.Require(ContactsModule.EditPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var users = await db.Users.AsNoTracking().Where(u => u.IsActive).OrderBy(u => u.FullName).Select(u => new { u.Id, u.FullName }).ToListAsync(cancel);
        return [.. users.Select(u => (u.Id, u.FullName))];
    }

    private static IQueryable<Interaction> Narrowed(IQueryable<Interaction> contacts, PageQuery page)
    {
        contacts = Of<InteractionView>(page.Filter("view")) switch
        {
            InteractionView.IncomingPapers => contacts.Where(i => i.RegisterNo != null && i.Direction == ContactDirection.Incoming),
            InteractionView.OutgoingPapers => contacts.Where(i => i.RegisterNo != null && i.Direction == ContactDirection.Outgoing),
            InteractionView.CallAgain => contacts.Where(i => i.AgainOn != null),
            _ => contacts,
        };
        if (Of<Channel>(page.Filter("channel")) is { } channel)
            contacts = contacts.Where(i => i.Channel == channel);
        if (Of<ContactDirection>(page.Filter("direction")) is { } direction)
            contacts = contacts.Where(i => i.Direction == direction);
        return contacts;
    }

    /// <summary>By register number, by the number of the record it is about, or by how the name begins.</summary>
    private static IQueryable<Interaction> Searched(IQueryable<Interaction> contacts, string? typed)
    {
        var key = SearchKey.Of(typed is { Length: <= 200 } ? typed : null);
        if (key.Length == 0)
            return contacts;
        var (whole, low, high) = (Digits.ToLatin(typed!.Trim()).ToUpperInvariant(), key, key + AfterEveryLetter);
#pragma warning disable CA1309 // Only this overload is translated; the database compares the keys by their letters' codes.
        return contacts.Where(i => i.RegisterNo == whole || i.SourceLabel == whole || (string.Compare(i.PersonKey, low) >= 0 && string.Compare(i.PersonKey, high) < 0));
#pragma warning restore CA1309
    }

    private static IQueryable<InteractionRow> Rows(CaseDbContext db, IQueryable<Interaction> contacts)
    {
        var scans = db.StoredDocuments;
        return contacts.Select(i => new InteractionRow(
            i.Id, i.Order, i.RegisterNo, i.Direction, i.Channel, i.HappenedAt, i.BeneficiaryId, i.PersonName, i.Contact, i.About, i.Outcome, i.OutcomeNote, i.ByName, i.VolunteerName,
            i.SourceType, i.SourceId, i.PaperOn, i.PaperNo, i.AgainOn, i.IsAutomatic, scans.Count(d => d.OwnerId == i.Id && d.BodyId != null)));
    }

    private static T? Of<T>(string? named)
        where T : struct, Enum => Enum.TryParse<T>(named, out var value) && Enum.IsDefined(value) ? value : null;
}
