using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Contacts.Interactions;

/// <summary>
/// One contact with a person, in or out (أ-١ … أ-٦): by which channel, who, when, about what, and how it ended. Visits, notices, inquiries and replies write
/// theirs in their own transaction; letters, faxes and calls are registered by hand. Never changed, but for a call that was repeated.
/// </summary>
public sealed class Interaction : CaseEntity, IAudited
{
    public const int LongestText = 2000;
    public const int LongestNote = 400;

    private Interaction()
    {
    }

    internal Interaction(long serial, string? registerNo, NewContact contact, Actor by)
    {
        (Serial, RegisterNo) = (serial, registerNo);
        (Direction, Channel, HappenedAt) = (contact.Direction, contact.Channel, contact.HappenedAt);
        Order = ((long)RiyadhTime.DayOf(contact.HappenedAt).DayNumber << 40) + serial;
        (BeneficiaryId, PersonName, PersonKey, Contact) = (contact.BeneficiaryId, contact.PersonName, SearchKey.Of(contact.PersonName), contact.Contact);
        (About, Text, Outcome, OutcomeNote) = (contact.About, contact.Text, contact.Outcome, contact.OutcomeNote);
        (ByName, ById) = by.IsSystem ? (null, null) : (by.Name, (Guid?)by.Id);
        (PaperOn, PaperNo) = (contact.PaperOn, contact.PaperNo);
        (VolunteerName, SupervisorId, SupervisorName) = (contact.Volunteer?.Name, contact.Volunteer?.SupervisorId, contact.Volunteer?.SupervisorName);
        (SourceType, SourceId, SourceLabel) = (contact.Source?.Type, contact.Source?.Id, contact.Source?.Label);
        (FollowsId, AgainOn) = (contact.FollowsId, contact.AgainOn);
        IsAutomatic = contact.IsAutomatic;
    }

    /// <summary>Order of writing.</summary>
    public long Serial { get; private init; }

    /// <summary>Riyadh day and serial in one number: what lists are paged by, the newest day first.</summary>
    public long Order { get; private init; }

    /// <summary>رقم الوارد أو الصادر, <c>IN-2026-00001</c> or <c>OUT-2026-00001</c>: of letters and faxes only.</summary>
    public string? RegisterNo { get; private init; }

    public ContactDirection Direction { get; private init; }

    public Channel Channel { get; private init; }

    public DateTime HappenedAt { get; private init; }

    public Guid? BeneficiaryId { get; private init; }

    [PrivateValue]
    public string PersonName { get; private init; } = "";

    [PrivateValue]
    public string PersonKey { get; private init; } = "";

    /// <summary>The number or address it came from or went to.</summary>
    [PrivateValue]
    public string? Contact { get; private init; }

    [PrivateValue]
    public string About { get; private init; } = "";

    [PrivateValue]
    public string? Text { get; private init; }

    public InteractionOutcome Outcome { get; private init; }

    [PrivateValue]
    public string? OutcomeNote { get; private init; }

    /// <summary>Null when the app did it.</summary>
    public string? ByName { get; private init; }

    public Guid? ById { get; private init; }

    /// <summary>The day and number that stand on a paper that came in.</summary>
    public DateOnly? PaperOn { get; private init; }

    public string? PaperNo { get; private init; }

    /// <summary>The volunteer who did it (أ-٦); then a member of staff answers for it (R10).</summary>
    public string? VolunteerName { get; private init; }

    public Guid? SupervisorId { get; private init; }

    public string? SupervisorName { get; private init; }

    /// <summary>The visit, notice, inquiry or request it is about, by id only: the modules are above this one.</summary>
    public string? SourceType { get; private init; }

    public Guid? SourceId { get; private init; }

    public string? SourceLabel { get; private init; }

    /// <summary>Written by the record's own act, not by hand.</summary>
    public bool IsAutomatic { get; private init; }

    /// <summary>The call this one repeats.</summary>
    public Guid? FollowsId { get; private init; }

    /// <summary>Nobody answered, and by then somebody calls again; null when nothing is owed (any more).</summary>
    public DateOnly? AgainOn { get; private set; }

    /// <summary>An automatic one stands under the entry of the act that wrote it.</summary>
    Guid IAudited.AuditedRecordId => IsAutomatic && SourceId is { } source ? source : Id;

    /// <summary>It was called again.</summary>
    internal void Repeat()
    {
        if (AgainOn is null)
            throw new RuleViolation("contacts.interaction.notowed");
        AgainOn = null;
    }
}

/// <summary>What an interaction is about.</summary>
public sealed record ContactSource(string Type, Guid Id, string Label);

/// <summary>The volunteer who made a contact and who answers for it (أ-٦, R10).</summary>
public sealed record ContactVolunteer(string Name, Guid SupervisorId, string SupervisorName);

/// <summary>A contact, checked: what a module hands over in its own transaction.</summary>
public sealed record NewContact
{
    public required ContactDirection Direction { get; init; }

    public required Channel Channel { get; init; }

    public required DateTime HappenedAt { get; init; }

    public required string PersonName { get; init; }

    public required string About { get; init; }

    public required InteractionOutcome Outcome { get; init; }

    public Guid? BeneficiaryId { get; init; }

    public string? Contact { get; init; }

    public string? Text { get; init; }

    public string? OutcomeNote { get; init; }

    public DateOnly? PaperOn { get; init; }

    public string? PaperNo { get; init; }

    public ContactVolunteer? Volunteer { get; init; }

    public ContactSource? Source { get; init; }

    public bool IsAutomatic { get; init; }

    public Guid? FollowsId { get; init; }

    public DateOnly? AgainOn { get; init; }
}
