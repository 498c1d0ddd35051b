namespace Mabarra.CaseManager.Intake;

/// <content>From completeness to the reply: studied, laid before the committee, decided (DOMAIN.md §3.1). The reply period runs on through all of it (ت-٦).</content>
public sealed partial class ServiceRequest
{
    /// <summary>The lane of the review board; null while it is studied, and when the period has ended.</summary>
    public ReviewLane? Lane { get; private set; }

    public DateTime? StudyBegunAt { get; private set; }

    /// <summary>When the study was found enough to lay it before the committee.</summary>
    public DateTime? ReadyAt { get; private set; }

    /// <summary>The sitting whose agenda it stands on (the committees' module knows it).</summary>
    public Guid? SittingId { get; private set; }

    /// <summary>What was voted; it takes effect with the approval of the minutes.</summary>
    public DecisionOutcome? Outcome { get; private set; }

    /// <summary>The day the decision took effect.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>How often the committee put it off. Once is the committee's own; a second time needs senior management.</summary>
    public int DeferredCount { get; private set; }

    public bool CanBeginStudy => Status == RequestStatus.Complete && Lane is null;

    public bool CanMakeReady => Status is RequestStatus.Complete or RequestStatus.UnderStudy && Lane is null;

    public bool CanReturnToStudy => Lane == ReviewLane.Ready;

    public bool CanList => Lane == ReviewLane.Ready;

    public bool CanUnlist => Lane == ReviewLane.OnAgenda;

    internal void BeginStudy(Act act)
    {
        Require(CanBeginStudy, "intake.review.notcomplete");
        (Status, StudyBegunAt) = (RequestStatus.UnderStudy, act.At);
    }

    /// <summary>The study's recommendation is there, or the service asks for none.</summary>
    internal void MakeReady(Act act)
    {
        Require(CanMakeReady, "intake.review.notstudied");
        (Status, Lane, ReadyAt) = (RequestStatus.UnderStudy, ReviewLane.Ready, act.At);
        StudyBegunAt ??= act.At;
    }

    internal void ReturnToStudy()
    {
        Require(CanReturnToStudy, "intake.review.notready");
        (Lane, ReadyAt) = (null, null);
    }

    internal void PutOnAgenda(Guid sittingId)
    {
        Require(CanList, "intake.review.notready");
        (Status, Lane, SittingId) = (RequestStatus.AtCommittee, ReviewLane.OnAgenda, sittingId);
    }

    internal void TakeOffAgenda()
    {
        Require(CanUnlist, "intake.review.notlisted");
        (Status, Lane, SittingId) = (RequestStatus.UnderStudy, ReviewLane.Ready, null);
    }

    /// <summary>The vote is closed.</summary>
    internal void Resolve(DecisionOutcome outcome)
    {
        Require(CanUnlist, "intake.review.notlisted");
        (Lane, Outcome) = (ReviewLane.Voted, outcome);
    }

    /// <summary>The minutes are approved: the decision stands, and the reply is owed; what was put off is studied again while the period runs on (DOMAIN.md §3.1).</summary>
    internal void Decide(Act act)
    {
        Require(Lane == ReviewLane.Voted, "intake.review.notvoted");
        if (Outcome == DecisionOutcome.Deferred)
        {
            DeferredCount++;
            (Status, Lane, ReadyAt, SittingId, Outcome) = (RequestStatus.UnderStudy, null, null, null, null);
            return;
        }
        (Status, Lane, DecidedOn) = (RequestStatus.Decided, ReviewLane.ToReply, act.On);
    }

    /// <summary>Completeness was taken back, or the request ended: it stands on no lane any more.</summary>
    private void LeaveReview() => (Lane, StudyBegunAt, ReadyAt, SittingId, Outcome) = (null, null, null, null, null);

    private static void Require(bool holds, string code)
    {
        if (!holds)
            throw new RuleViolation(code);
    }
}
