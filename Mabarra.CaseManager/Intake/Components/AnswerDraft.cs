namespace Mabarra.CaseManager.Intake.Components;

/// <summary>The answer being typed to a question that was handed over.</summary>
public sealed class AnswerDraft
{
    public string? Answer { get; set; }

    public string? AnswerSource { get; set; }

    public VisitAnswerForm ToForm() => new() { Answer = Answer, AnswerSource = AnswerSource };
}
