using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Intake.Life;
using Mabarra.CaseManager.Intake.Replies;

namespace Mabarra.CaseManager.Intake;

/// <content>The reply. The duty of fifteen working days ends when it reaches the beneficiary, not when the committee decides (ت-٦; R5).</content>
public sealed partial class ServiceRequest
{
    public RequestReply? Reply { get; private set; }

    /// <summary>Why the reply came late; asked for once it did.</summary>
    public GivenReason? LateReason { get; private set; }

    /// <summary>The decision stands and has not reached her yet. A deferral is none (DOMAIN.md §3.1).</summary>
    public bool CanRespond => Status == RequestStatus.Decided && Lane == ReviewLane.ToReply;

    public bool OwesLateReason => Reply is { IsOnTime: false } && LateReason is null;

    /// <summary>The reply arrived, with its proof: the period ends on this day, and the request leaves the board.</summary>
    internal void Respond(Act act, Channel channel, string? proof, WorkingDayCalendar calendar)
    {
        if (!CanRespond)
            throw new RuleViolation("intake.reply.notdecided");
        var due = DueOn!.Value;
        var isOnTime = act.On <= due;
        Reply = new(act.On, act.At, act.Actor.Name, channel, proof, isOnTime, isOnTime ? 0 : calendar.CountWorkingDays(due, act.On));
        (Status, Lane) = (RequestStatus.Responded, null);
    }

    internal void ExplainLate(GivenReason reason)
    {
        if (!OwesLateReason)
            throw new RuleViolation("intake.reply.notlate");
        LateReason = reason;
    }
}
