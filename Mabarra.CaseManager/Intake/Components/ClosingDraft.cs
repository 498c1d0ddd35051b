namespace Mabarra.CaseManager.Intake.Components;

/// <summary>What is being typed about somebody who leaves.</summary>
public sealed class ClosingDraft
{
    public string? Question { get; set; }

    public string? Answer { get; set; }

    public string? AnswerSource { get; set; }

    public bool HandOver { get; set; }

    public Hospitality? Hospitality { get; set; }

    public VisitCloseForm ToForm() =>
        new() { Question = Question, Answer = Answer, AnswerSource = AnswerSource, HandOver = HandOver, Hospitality = Hospitality };
}
