using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Contacts.Liaison;

/// <summary>A liaison officer is away for some days. Her backups take over on the first and hand back after the last, by the date alone (خ-١).</summary>
public sealed class OfficerAbsence : CaseEntity, IAudited
{
    private OfficerAbsence()
    {
    }

    internal OfficerAbsence(Guid officerId, DateOnly fromOn, DateOnly toOn, string reason) =>
        (OfficerId, FromOn, ToOn, Reason) = (officerId, fromOn, toOn, reason);

    public Guid OfficerId { get; private init; }

    public DateOnly FromOn { get; private init; }

    /// <summary>The last day away.</summary>
    public DateOnly ToOn { get; private set; }

    [PrivateValue]
    public string Reason { get; private init; } = "";

    Guid IAudited.AuditedRecordId => Id;

    /// <summary>It is not over yet.</summary>
    public bool CanReturn(DateOnly today) => ToOn >= today && ToOn >= FromOn;

    /// <summary>Back from today on; one that has not begun never holds.</summary>
    internal void Return(DateOnly today)
    {
        if (!CanReturn(today))
            throw new RuleViolation("liaison.absence.over");
        ToOn = (today > FromOn ? today : FromOn).AddDays(-1);
    }

    public bool Holds(DateOnly on) => FromOn <= on && on <= ToOn;

    public bool Overlaps(DateOnly fromOn, DateOnly toOn) => ToOn >= FromOn && FromOn <= toOn && fromOn <= ToOn;
}
