namespace Mabarra.CaseManager.Intake.Components;

/// <summary>What is being typed about somebody who leaves.</summary>
public sealed class ClosingDraft
{
    public string? Question { get; set; }

    public string? Answer { get; set; }

    public string? AnswerSource { get; set; }

    public bool HandOver { get; set; }

    public Guid? HandOverTo { get; set; }

    public Hospitality? Hospitality { get; set; }

    /// <summary>A question that is handed over has no answer here, whatever was typed before the box was ticked.</summary>
    public VisitCloseForm ToForm() => new()
    {
        Question = Question,
        Answer = HandOver ? null : Answer,
        AnswerSource = HandOver ? null : AnswerSource,
        HandOver = HandOver,
        HandOverTo = HandOver ? HandOverTo : null,
        Hospitality = Hospitality,
    };
}
