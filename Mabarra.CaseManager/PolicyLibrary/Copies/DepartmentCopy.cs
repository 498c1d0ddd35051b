using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.PolicyLibrary.Copies;

/// <summary>«وتزويد جميع الإدارات والأقسام بنسخة منها»: one department's copy of one version, sent when it is published, received by the head's signature (مسؤوليات-٤).</summary>
public sealed class DepartmentCopy : CaseEntity, IAudited
{
    private DepartmentCopy()
    {
    }

    internal DepartmentCopy(Guid versionId, Guid departmentId, DateTime sentAt, DateOnly dueOn) =>
        (VersionId, DepartmentId, SentAt, DueOn) = (versionId, departmentId, sentAt, dueOn);

    public Guid VersionId { get; private set; }

    public Guid DepartmentId { get; private set; }

    public DateTime SentAt { get; private set; }

    public DateOnly DueOn { get; private set; }

    public DateTime? ReceivedAt { get; private set; }

    public string? ReceivedByName { get; private set; }

    public Guid? SignatureId { get; private set; }

    /// <summary>Received on paper and recorded at human resources; otherwise on the head's own account.</summary>
    public bool IsOnPaper { get; private set; }

    public bool CanReceive => ReceivedAt is null;

    public bool IsLate(DateOnly today) => CanReceive && today > DueOn;

    public Guid AuditedRecordId => VersionId;

    internal void Receive(Act act, string byName, Guid signature, bool onPaper)
    {
        if (!CanReceive)
            throw new RuleViolation("policies.copy.received");
        (ReceivedAt, ReceivedByName, SignatureId, IsOnPaper) = (act.At, byName, signature, onPaper);
    }
}
