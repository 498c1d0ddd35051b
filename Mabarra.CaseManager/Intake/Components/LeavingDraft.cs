namespace Mabarra.CaseManager.Intake.Components;

/// <summary>What is being typed about somebody who left before being served.</summary>
public sealed class LeavingDraft
{
    public string? Reason { get; set; }

    public Guid? HandOverTo { get; set; }

    public VisitLeaveForm ToForm() => new() { Reason = Reason, HandOverTo = HandOverTo };
}
