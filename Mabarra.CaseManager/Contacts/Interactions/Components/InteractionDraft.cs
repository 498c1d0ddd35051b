namespace Mabarra.CaseManager.Contacts.Interactions.Components;

/// <summary>The contact being typed.</summary>
public sealed class InteractionDraft
{
    /// <summary>The form's own key: sent twice, it is registered once.</summary>
    public Guid Key { get; set; } = Guid.NewGuid();

    public ContactDirection Direction { get; set; }

    public Channel? Channel { get; set; } = Contacts.Channel.Correspondence;

    public Guid? BeneficiaryId { get; set; }

    /// <summary>Of the beneficiary who was found.</summary>
    public string? FoundName { get; set; }

    public string? PersonName { get; set; }

    public string? Contact { get; set; }

    public string? About { get; set; }

    public string? Text { get; set; }

    public DateOnly? HappenedOn { get; set; }

    public InteractionOutcome? Outcome { get; set; }

    public string? OutcomeNote { get; set; }

    public DateOnly? PaperOn { get; set; }

    public string? PaperNo { get; set; }

    public bool ByVolunteer { get; set; }

    public string? VolunteerName { get; set; }

    public Guid? SupervisorId { get; set; }

    public Guid? FollowsId { get; set; }

    public InteractionForm ToForm() => new()
    {
        Direction = Direction,
        Channel = Channel,
        BeneficiaryId = BeneficiaryId,
        PersonName = PersonName,
        Contact = Contact,
        About = About,
        Text = Text,
        HappenedOn = HappenedOn,
        Outcome = Outcome,
        OutcomeNote = OutcomeNote,
        PaperOn = PaperOn,
        PaperNo = PaperNo,
        ByVolunteer = ByVolunteer,
        VolunteerName = VolunteerName,
        SupervisorId = SupervisorId,
        FollowsId = FollowsId,
    };

    /// <summary>The same call once more.</summary>
    public static InteractionDraft Again(Interaction call, DateOnly today) => new()
    {
        Direction = call.Direction,
        Channel = call.Channel,
        BeneficiaryId = call.BeneficiaryId,
        FoundName = call.BeneficiaryId is null ? null : call.PersonName,
        PersonName = call.PersonName,
        Contact = call.Contact,
        About = call.About,
        HappenedOn = today,
        FollowsId = call.Id,
    };
}
