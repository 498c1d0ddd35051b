using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Intake.Life;

/// <summary>Completeness taken back (إلغاء الاكتمال): what had been promised, by whom it was found complete, why it was not (DOMAIN.md §3.1; §4, 6).</summary>
public sealed class CompletenessRevocation : IAudited
{
    private CompletenessRevocation()
    {
    }

    internal CompletenessRevocation(ServiceRequest request, Act act, GivenReason reason)
    {
        (RequestId, No, Reason) = (request.Id, request.RevokedCount, reason);
        (CompletedOn, DueOn, PromisedDueOn) = (request.CompletedOn!.Value, request.DueOn!.Value, request.PromisedDueOn!.Value);
        CompletedByName = request.CompletedByName;
        (RevokedOn, RevokedAt, RevokedByName) = (act.On, act.At, act.Actor.Name);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid RequestId { get; private init; }

    /// <summary>One for the first time; a second needs senior management.</summary>
    public int No { get; private init; }

    /// <summary>The day it had been complete from, now void.</summary>
    public DateOnly CompletedOn { get; private init; }

    /// <summary>The due date that no longer holds.</summary>
    public DateOnly DueOn { get; private init; }

    public DateOnly PromisedDueOn { get; private init; }

    /// <summary>Who had confirmed completeness: revocations are counted by employee (DOMAIN.md §1.1, ت-٣).</summary>
    public string? CompletedByName { get; private init; }

    public DateOnly RevokedOn { get; private init; }

    public DateTime RevokedAt { get; private init; }

    public string RevokedByName { get; private init; } = "";

    public GivenReason Reason { get; private init; } = null!;

    Guid IAudited.AuditedRecordId => RequestId;
}
