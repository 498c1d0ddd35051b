using Mabarra.CaseManager.Intake.Life;

namespace Mabarra.CaseManager.Intake.Components;

/// <summary>A reason being chosen.</summary>
public sealed class ReasonDraft
{
    public string? Code { get; set; }

    public string? Note { get; set; }

    public ReasonForm ToForm() => new() { Code = Code, Note = Note };
}
