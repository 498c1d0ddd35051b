using System.Globalization;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Contacts.Interactions;

/// <summary>Writes contacts inside the transaction of the act that made them. That act's own entry in the trail covers an automatic one.</summary>
public static class InteractionLog
{
    private const string Series = "interaction";

    public static async Task<Interaction> AddAsync(CaseDbContext db, Act act, NewContact contact, CancellationToken cancel)
    {
        var number = contact.Channel.IsCorrespondence() ? await RegisterNoAsync(db, act, contact.Direction, cancel) : null;
        var interaction = new Interaction(await db.NextSerialAsync(Series, cancel), number, Cut(contact), act.Actor);
        db.Add(interaction);
        return interaction;
    }

    /// <summary>An attempt to bring a notice to somebody was a contact with her; one that never left the house was none.</summary>
    internal static async Task NoticeAsync(CaseDbContext db, Act act, Notice notice, TryOutcome outcome, string? note, CancellationToken cancel)
    {
        if (OutcomeOf(outcome) is not { } ended)
            return;
        await AddAsync(db, act, new NewContact
        {
            Direction = ContactDirection.Outgoing,
            Channel = notice.Route.AsChannel(),
            HappenedAt = act.At,
            BeneficiaryId = notice.BeneficiaryId,
            PersonName = notice.RecipientName,
            Contact = notice.Recipient,
            About = $"{NoticeTexts.TitleOf(notice.Kind, AppCulture.Arabic)} {notice.RecordLabel}",
            Outcome = ended,
            OutcomeNote = note,
            Source = new ContactSource(nameof(Notice), notice.Id, notice.RecordLabel),
            IsAutomatic = true,
        }, cancel);
    }

    /// <summary>The number of a year's register: each direction counts for itself.</summary>
    internal static string Number(ContactDirection direction, int year, long serial) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix(direction)}-{year:0000}-{serial:00000}");

    private static InteractionOutcome? OutcomeOf(TryOutcome outcome) => outcome switch
    {
        TryOutcome.Accepted or TryOutcome.Posted => InteractionOutcome.Sent,
        TryOutcome.Answered or TryOutcome.HandedOver => InteractionOutcome.Reached,
        TryOutcome.NoAnswer => InteractionOutcome.NoAnswer,
        _ => null,
    };

    /// <summary>By the day it was registered, whatever day the paper bears: the register has no holes.</summary>
    private static async Task<string> RegisterNoAsync(CaseDbContext db, Act act, ContactDirection direction, CancellationToken cancel)
    {
        var series = string.Create(CultureInfo.InvariantCulture, $"{Prefix(direction)}-{act.On.Year:0000}");
        return Number(direction, act.On.Year, await db.NextSerialAsync(series, cancel));
    }

    private static string Prefix(ContactDirection direction) => direction == ContactDirection.Incoming ? "IN" : "OUT";

    /// <summary>Texts of other modules may be longer than a line of the timeline.</summary>
    private static NewContact Cut(NewContact contact) => contact with
    {
        About = Short(contact.About, 400)!,
        OutcomeNote = Short(contact.OutcomeNote, Interaction.LongestNote),
    };

    private static string? Short(string? text, int most) => text is { } t && t.Length > most ? t[..most] : text;
}
