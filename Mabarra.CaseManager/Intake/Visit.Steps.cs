namespace Mabarra.CaseManager.Intake;

/// <summary>What happens to a visit: called, served, ended, left, answered later.</summary>
public sealed partial class Visit
{
    /// <summary>Asks her to a desk. The same clerk may call again; another one is told who was first.</summary>
    /// <exception cref="RuleViolation"><c>intake.visit.calledby</c>: a colleague has called her. <c>intake.visit.servedby</c>: she is being served.</exception>
    internal void Call(Act act, string desk)
    {
        RequireOpen();
        if (ServedAt is not null)
            throw new RuleViolation([new Breach("intake.visit.servedby", null, [ServedByName ?? ""])]);
        if (CalledById is { } first && first != act.Actor.Id)
            throw new RuleViolation([new Breach("intake.visit.calledby", null, [CalledByName ?? "", Desk ?? ""])]);
        (CalledAt, CalledById, CalledByName, Desk, Status) = (act.At, act.Actor.Id, act.Actor.Name, desk, VisitStatus.Called);
    }

    internal void Serve(Act act)
    {
        RequireOpen();
        if (ServedAt is null)
        {
            ServedAt = act.At;
            WaitedSeconds = (int)Math.Clamp((act.At - ArrivedAt).TotalSeconds, 0, int.MaxValue);
        }
        (ServedById, ServedByName, Status) = (act.Actor.Id, act.Actor.Name, VisitStatus.Serving);
    }

    public bool CanIdentify => IsOpen && BeneficiaryId is null;

    internal void Identify(Guid beneficiaryId) => BeneficiaryId = CanIdentify ? beneficiaryId : throw new RuleViolation("intake.visit.closed");

    /// <summary>ت-١: a question leaves the house answered, with the source of the answer, or handed to a liaison officer; never open.</summary>
    internal void Close(Act act, VisitClosing closing)
    {
        RequireOpen();
        var question = closing.Question ?? Question;
        if (closing.HandOver is not null && question is null)
            throw new RuleViolation("intake.visit.noquestion", nameof(closing.Question));
        if (closing.HandOver is not null && closing.Answer is not null)
            throw new RuleViolation("intake.visit.both", nameof(closing.Answer));
        if (question is not null && closing.HandOver is null && closing.Answer is null)
            throw new RuleViolation("intake.visit.unanswered", nameof(closing.Answer));
        if (closing.Answer is not null)
            SetAnswer(act, closing.Answer, closing.AnswerSource);
        if (ServedAt is null)
            Serve(act);
        (Question, Hospitality, EndedAt, Status) = (question, closing.Hospitality, act.At, VisitStatus.Served);
        if (closing.HandOver is not null)
            PassOn(closing.HandOver, VisitStatus.HandedOver);
    }

    /// <summary>She left before anybody served her. A question she brought is not lost: it goes to a liaison officer (ت-١).</summary>
    internal void Leave(Act act, string reason, HandOver handOver)
    {
        RequireOpen();
        if (ServedAt is not null)
            throw new RuleViolation("intake.visit.leave.served");
        (LeftReason, EndedAt, Status) = (reason, act.At, VisitStatus.Left);
        if (Question is not null)
            PassOn(handOver, VisitStatus.Left);
    }

    /// <summary>The liaison officer answers what was handed over.</summary>
    internal void AnswerLater(Act act, string answer, string? source)
    {
        if (!IsHandedOver)
            throw new RuleViolation("intake.visit.nothanded");
        if (AnsweredAt is not null)
            throw new RuleViolation([new Breach("intake.visit.answeredby", null, [AnsweredByName ?? ""])]);
        SetAnswer(act, answer, source);
        if (Status == VisitStatus.HandedOver)
            Status = VisitStatus.Served;
    }

    private void SetAnswer(Act act, string answer, string? source)
    {
        if (source is null)
            throw new RuleViolation("intake.visit.nosource", nameof(AnswerSource));
        (Answer, AnswerSource, AnsweredAt, AnsweredByName) = (answer, source, act.At, act.Actor.Name);
    }

    private void PassOn(HandOver to, VisitStatus status) =>
        (IsHandedOver, HandedToId, HandedToName, Status) = (true, to.OfficerId, to.OfficerName, status);

    private void RequireOpen()
    {
        if (!IsOpen)
            throw new RuleViolation("intake.visit.closed");
    }
}
