using System.Globalization;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake.Life;

namespace Mabarra.CaseManager.Intake;

/// <summary>One required paper of one request: a frozen copy of the requirement, and what became of it (ت-٢, ت-٣).</summary>
public sealed class RequestItem : IAudited
{
    private RequestItem()
    {
    }

    internal RequestItem(Guid requestId, Requirement requirement)
    {
        (RequestId, Order, NameAr, NameEn) = (requestId, requirement.Place, requirement.NameAr, requirement.NameEn);
        (Handling, IsMandatory, MaxAgeDays, IsHealth) = (requirement.Handling, requirement.IsMandatory, requirement.MaxAgeDays, requirement.IsHealth);
        (IsDeclaration, HasExpiry, Carry, Hint) = (requirement.IsDeclaration, requirement.HasExpiry, requirement.Carry, requirement.Hint);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid RequestId { get; private init; }

    public int Order { get; private init; }

    public string NameAr { get; private init; } = "";

    public string NameEn { get; private init; } = "";

    public Handling Handling { get; private init; }

    public bool IsMandatory { get; private init; }

    public int? MaxAgeDays { get; private init; }

    /// <summary>An expiry date stands on it and is written down.</summary>
    public bool HasExpiry { get; private init; }

    public CarryRule Carry { get; private init; }

    /// <summary>What the service says about it: where to get it, what must be on it.</summary>
    public string? Hint { get; private init; }

    public bool IsHealth { get; private init; }

    /// <summary>The truth declaration (ت-٤): received by being signed, never by a tick.</summary>
    public bool IsDeclaration { get; private init; }

    public ItemStatus Status { get; private set; }

    /// <summary>The day the paper came, not the day of the click: it decides when the reply period begins (ت-٦).</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>When the clerk wrote it down; more than a working day after <see cref="ReceivedOn"/> goes to the back-check list.</summary>
    public DateTime? RecordedAt { get; private set; }

    public Guid? RecordedById { get; private set; }

    public string? RecordedByName { get; private set; }

    /// <summary>Working days from receipt to the note, where they are more than one (R5); null otherwise.</summary>
    public int? DaysLate { get; private set; }

    /// <summary>Place in the back-check list.</summary>
    public long? BackCheckNo { get; private set; }

    /// <summary>Number of the paper seen, kept or verified.</summary>
    [PrivateValue]
    public string? RefNo { get; private set; }

    /// <summary>Date on the paper itself, where its age matters.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>The last day it is good, as printed on it.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    [PrivateValue]
    public string? Note { get; private set; }

    /// <summary>The scan, when one was kept.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>Why it was let go or refused.</summary>
    public GivenReason? Reason { get; private set; }

    /// <summary>Why it was let go, as written before reasons came from a list.</summary>
    public string? ExemptionReason { get; private set; }

    public DateOnly? RejectedOn { get; private set; }

    /// <summary>The request it was taken over from, still valid.</summary>
    public Guid? CarriedFromId { get; private set; }

    public string? CarriedFromNumber { get; private set; }

    Guid IAudited.AuditedRecordId => RequestId;

    /// <summary>Still to be brought.</summary>
    public bool IsOutstanding => Status is ItemStatus.Missing or ItemStatus.Rejected;

    /// <summary>Holds up completeness.</summary>
    public bool IsOpen => IsMandatory && IsOutstanding;

    /// <summary>Why it was let go or refused, in words.</summary>
    public string? ReasonIn(CultureInfo culture) => Reason?.In(culture) ?? ExemptionReason;

    internal void Receive(Act act, ItemReceipt receipt)
    {
        Clear();
        Status = ItemStatus.Received;
        (ReceivedOn, RecordedAt, RecordedById, RecordedByName) = (receipt.ReceivedOn, act.At, act.Actor.Id, act.Actor.Name);
        (RefNo, IssuedOn, ExpiresOn, Note, DocumentId) = (receipt.RefNo, receipt.IssuedOn, receipt.ExpiresOn, receipt.Note, receipt.DocumentId ?? DocumentId);
        RejectedOn = null;
    }

    /// <summary>R5: noted more than one working day after it came, so somebody looks at it again.</summary>
    internal void BackCheck(int daysLate, long no) => (DaysLate, BackCheckNo) = (daysLate, no);

    internal void TakeBack()
    {
        Clear();
        Status = ItemStatus.Missing;
    }

    internal void Exempt(Act act, GivenReason reason)
    {
        Clear();
        Status = ItemStatus.Exempted;
        (ReceivedOn, RecordedAt, RecordedById, RecordedByName) = (act.On, act.At, act.Actor.Id, act.Actor.Name);
        (Reason, ExemptionReason) = (reason, reason.Arabic);
    }

    /// <summary>Brought, and not good: it is asked for again, and cannot have come again before this day.</summary>
    internal void Reject(Act act, GivenReason reason)
    {
        Clear();
        Status = ItemStatus.Rejected;
        (Reason, RejectedOn) = (reason, act.On);
    }

    /// <summary>Takes the same paper over from another request, when the rules let it serve here and it is valid today.</summary>
    internal void CarryFrom(Act act, ServiceRequest source, bool samePerson)
    {
        if (Carrying.Find(this, source, samePerson, act.On) is not { } paper)
            return;
        Receive(act, new ItemReceipt(act.On) { RefNo = paper.RefNo, IssuedOn = paper.IssuedOn, ExpiresOn = paper.ExpiresOn, Note = paper.Note, DocumentId = paper.DocumentId });
        (CarriedFromId, CarriedFromNumber) = (source.Id, source.Number);
    }

    private void Clear()
    {
        (ReceivedOn, RecordedAt, RecordedById, RecordedByName, DaysLate, BackCheckNo) = (null, null, null, null, null, null);
        (RefNo, IssuedOn, ExpiresOn, Reason, ExemptionReason) = (null, null, null, null, null);
        (CarriedFromId, CarriedFromNumber) = (null, null);
    }
}

/// <summary>A paper handed over, checked.</summary>
internal sealed record ItemReceipt(DateOnly ReceivedOn)
{
    public string? RefNo { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public string? Note { get; init; }

    public Guid? DocumentId { get; init; }
}
