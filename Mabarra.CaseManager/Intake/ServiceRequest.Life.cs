using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Intake.Life;

namespace Mabarra.CaseManager.Intake;

/// <content>What becomes of a request besides completeness: revoked, reminded of, withdrawn, put away (DOMAIN.md §3.1).</content>
public sealed partial class ServiceRequest
{
    private readonly List<CompletenessRevocation> _revocations = [];
    private readonly List<DeficiencyReminder> _reminders = [];

    /// <summary>How often completeness was taken back.</summary>
    public int RevokedCount { get; private set; }

    public IReadOnlyList<CompletenessRevocation> Revocations => _revocations;

    /// <summary>The day the beneficiary was told what is missing; null when nothing is.</summary>
    public DateOnly? IncompleteSinceOn { get; private set; }

    /// <summary>The earliest reminder not made yet; null when none is left. It stands until somebody reminds, so none gets lost.</summary>
    public DateOnly? NextReminderOn { get; private set; }

    public DateOnly? LastRemindedOn { get; private set; }

    public IReadOnlyList<DeficiencyReminder> Reminders => _reminders;

    public RequestEnding? Ending { get; private set; }

    /// <summary>Complete, and not decided yet.</summary>
    public bool CanRevoke => Status is RequestStatus.Complete or RequestStatus.UnderStudy or RequestStatus.AtCommittee;

    public bool CanWithdraw => IsBeingTakenIn || AwaitsReply;

    /// <summary>Incomplete, and the days of the plan gone since the last of its reminders.</summary>
    public bool CanArchive(DateOnly today, ReminderPlan plan) => ArchivableOn(plan) is { } on && today >= on;

    /// <summary>The first day it may be put away; null while a reminder is owed.</summary>
    internal DateOnly? ArchivableOn(ReminderPlan plan) => Status == RequestStatus.Incomplete && NextReminderOn is null
        ? LastRemindedOn?.AddDays(plan.ArchiveDays)
        : null;

    public bool IsReminderDue(DateOnly today) => Status == RequestStatus.Incomplete && NextReminderOn <= today;

    /// <summary>
    /// A mandatory paper proved missing, false or expired: the period is void, and begins anew when the request is complete again (DOMAIN.md §4, 6).
    /// Not after the due date has passed, for then a reply is owed.
    /// </summary>
    /// <param name="mayAgain">Senior management, who may do it more than once.</param>
    internal void Revoke(Act act, GivenReason reason, IReadOnlyCollection<Guid> faulty, bool mayAgain, ReminderPlan plan)
    {
        RequireRevocable(act, mayAgain);
        var items = _items.FindAll(i => i.IsMandatory && !i.IsOpen && faulty.Contains(i.Id));
        if (items.Count == 0)
            throw new RuleViolation("intake.life.whichitem", nameof(RevocationForm.ItemIds));
        RevokedCount++;
        _revocations.Add(new CompletenessRevocation(this, act, reason));
        foreach (var item in items)
            item.Reject(act, reason);
        if (items.Exists(i => i.IsDeclaration))
            Declaration = null;
        Status = RequestStatus.Incomplete;
        (CompletedOn, CompletenessRecordedAt, CompletedByName) = (null, null, null);
        (DueOn, PromisedDueOn) = (null, null);
        LeaveReview();
        BeginReminders(act.On, plan);
    }

    /// <summary>Puts what has fallen due on record, each once however often it is asked.</summary>
    /// <returns>How many are new.</returns>
    internal int MarkReminders(Act act, ReminderPlan plan)
    {
        if (Status != RequestStatus.Incomplete || IncompleteSinceOn is not { } since)
            return 0;
        var due = plan.Days.Where(d => since.AddDays(d) <= act.On && !_reminders.Exists(r => r.SinceOn == since && r.AfterDays == d)).ToList();
        _reminders.AddRange(due.Select(d => new DeficiencyReminder(Id, since, d, act.At)));
        return due.Count;
    }

    /// <summary>The beneficiary was reminded: it settles all that was owed until today, and nobody reminds her of the same twice.</summary>
    internal void Remind(Act act, Channel channel, string? note, ReminderPlan plan)
    {
        if (Status != RequestStatus.Incomplete)
            throw new RuleViolation("intake.life.notincomplete");
        MarkReminders(act, plan);
        var owed = _reminders.FindAll(r => r.SinceOn == IncompleteSinceOn && r.MadeAt is null);
        if (owed.Count == 0)
            throw new RuleViolation("intake.life.nonedue");
        foreach (var reminder in owed)
            reminder.Make(act, channel, note);
        LastRemindedOn = act.On;
        NextReminderOn = plan.NextAfter(IncompleteSinceOn!.Value, act.On);
    }

    /// <summary>The beneficiary's recorded wish (DOMAIN.md §3.1).</summary>
    internal void Withdraw(Act act, WithdrawalWish wish)
    {
        if (!CanWithdraw)
            throw new RuleViolation("intake.life.notopen");
        var reason = wish.Reason;
        End(RequestStatus.Withdrawn, new(act.On, act.At, act.Actor.Name, reason.Code, reason.NameAr, reason.NameEn, reason.Note, wish.Channel, wish.On));
    }

    /// <summary>Nothing came in spite of the reminders. It may be asked for again as a new request.</summary>
    internal void Archive(Act act, string? note, ReminderPlan plan)
    {
        if (Status != RequestStatus.Incomplete)
            throw new RuleViolation("intake.life.notincomplete");
        if (ArchivableOn(plan) is not { } from)
            throw new RuleViolation("intake.life.remindfirst");
        if (act.On < from)
            throw new RuleViolation("intake.life.tooearly", null, DateText.ShortGregorian(from));
        End(RequestStatus.Archived, new(act.On, act.At, act.Actor.Name, null, null, null, note, null, null));
    }

    internal void BeginReminders(DateOnly since, ReminderPlan plan) =>
        (IncompleteSinceOn, NextReminderOn, LastRemindedOn) = (since, plan.NextAfter(since, since), null);

    private void RequireRevocable(Act act, bool mayAgain)
    {
        if (!CanRevoke)
            throw new RuleViolation("intake.life.notcomplete");
        if (act.On > DueOn)
            throw new RuleViolation("intake.life.toolate");
        if (RevokedCount > 0 && !mayAgain)
            throw new RuleViolation("intake.life.once");
    }

    private void End(RequestStatus status, RequestEnding ending)
    {
        (Status, Ending) = (status, ending);
        NextReminderOn = null;
        LeaveReview();
    }
}
