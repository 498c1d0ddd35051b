using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Intake;

/// <summary>Somebody must be told that the last day for the reply to a request has moved (ت-٦; DOMAIN.md §4, 5): from the day she knows to the day that holds now.</summary>
public sealed class DueNotice : CaseEntity, IAudited
{
    public const int LongestNote = 400;

    private DueNotice()
    {
    }

    internal DueNotice(ServiceRequest request, DateOnly knownDueOn, string cause)
    {
        (RequestId, KnownDueOn) = (request.Id, knownDueOn);
        Follow(request, cause);
    }

    public Guid RequestId { get; private init; }

    /// <summary>The day the beneficiary knows.</summary>
    public DateOnly KnownDueOn { get; private init; }

    public DateOnly NewDueOn { get; private set; }

    /// <summary>Name of the closure it moved for.</summary>
    public string Cause { get; private set; } = "";

    /// <summary>The request's place in the order of due dates while somebody is still to be told; null afterwards. What the list is paged by.</summary>
    public long? OpenOrder { get; private set; }

    public DateTime? ToldAt { get; private set; }

    public string? ToldByName { get; private set; }

    public Channel? ToldBy { get; private set; }

    [PrivateValue]
    public string? Note { get; private set; }

    /// <summary>Written in the request's own trail.</summary>
    Guid IAudited.AuditedRecordId => RequestId;

    public bool IsOpen => OpenOrder is not null;

    /// <summary>It moved again before she was told: one message is enough; back on the day she knows, none is needed.</summary>
    internal void Follow(ServiceRequest request, string cause)
    {
        (NewDueOn, Cause) = (request.DueOn!.Value, cause);
        OpenOrder = NewDueOn == KnownDueOn ? null : request.DueOrder;
    }

    internal void Tell(Act act, Channel by, string? note)
    {
        if (!IsOpen)
            throw new RuleViolation("intake.duenotice.told");
        (OpenOrder, ToldAt, ToldByName, ToldBy, Note) = (null, act.At, act.Actor.Name, by, note);
    }
}
