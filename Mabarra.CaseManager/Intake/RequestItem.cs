using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Intake;

/// <summary>One required paper of one request: a frozen copy of the requirement, and what became of it (ت-٢, ت-٣).</summary>
public sealed class RequestItem : IAudited
{
    private RequestItem()
    {
    }

    internal RequestItem(Guid requestId, Requirement requirement)
    {
        (RequestId, Order, NameAr, NameEn) = (requestId, requirement.Order, requirement.NameAr, requirement.NameEn);
        (Handling, IsMandatory, MaxAgeDays, IsHealth) = (requirement.Handling, requirement.IsMandatory, requirement.MaxAgeDays, requirement.IsHealth);
        IsDeclaration = requirement.IsDeclaration;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid RequestId { get; private init; }

    public int Order { get; private init; }

    public string NameAr { get; private init; } = "";

    public string NameEn { get; private init; } = "";

    public Handling Handling { get; private init; }

    public bool IsMandatory { get; private init; }

    public int? MaxAgeDays { get; private init; }

    public bool IsHealth { get; private init; }

    /// <summary>The truth declaration (ت-٤): received by being signed, never by a tick.</summary>
    public bool IsDeclaration { get; private init; }

    public ItemStatus Status { get; private set; }

    /// <summary>The day the paper came, not the day of the click: it decides when the reply period begins (ت-٦).</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>When the clerk wrote it down; more than a working day after <see cref="ReceivedOn"/> goes to the back-check list.</summary>
    public DateTime? RecordedAt { get; private set; }

    /// <summary>Number of the paper seen, kept or verified.</summary>
    [PrivateValue]
    public string? RefNo { get; private set; }

    /// <summary>Date on the paper itself, where its age matters.</summary>
    public DateOnly? IssuedOn { get; private set; }

    [PrivateValue]
    public string? Note { get; private set; }

    /// <summary>The scan, when one was kept.</summary>
    public Guid? DocumentId { get; private set; }

    public string? ExemptionReason { get; private set; }

    Guid IAudited.AuditedRecordId => RequestId;

    /// <summary>Holds up completeness.</summary>
    public bool IsOpen => IsMandatory && Status == ItemStatus.Missing;

    internal void Receive(Act act, ItemReceipt receipt)
    {
        Status = ItemStatus.Received;
        (ReceivedOn, RecordedAt) = (receipt.ReceivedOn, act.At);
        (RefNo, IssuedOn, Note, DocumentId) = (receipt.RefNo, receipt.IssuedOn, receipt.Note, receipt.DocumentId ?? DocumentId);
        ExemptionReason = null;
    }

    internal void TakeBack()
    {
        Status = ItemStatus.Missing;
        (ReceivedOn, RecordedAt, RefNo, IssuedOn, ExemptionReason) = (null, null, null, null, null);
    }

    internal void Exempt(Act act)
    {
        Status = ItemStatus.Exempted;
        (ReceivedOn, RecordedAt, ExemptionReason) = (act.On, act.At, act.Why);
    }
}

/// <summary>A paper handed over, checked.</summary>
internal sealed record ItemReceipt(DateOnly ReceivedOn, string? RefNo, DateOnly? IssuedOn, string? Note, Guid? DocumentId);
