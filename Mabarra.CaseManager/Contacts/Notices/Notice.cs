using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Contacts.Notices;

/// <summary>
/// One message to a beneficiary: its words as they were when the act that caused it was done, and what became of it. Written in that act's own
/// transaction, so there is no act without its notice and no notice without its act.
/// </summary>
public sealed class Notice : CaseEntity, IAudited
{
    public const int LongestBody = 4000;

    /// <summary>On so many different days she is called before a letter may stand for it.</summary>
    public const int AttemptsBeforeLetter = 2;

    private readonly List<NoticeTry> _tries = [];

    private Notice()
    {
    }

    internal Notice(long serial, NewNotice news, NoticeTarget target, NoticeBody body, NoticeStatus status, DateTime at, DateOnly? taskOn)
    {
        (Serial, Kind, BeneficiaryId) = (serial, news.Kind, news.BeneficiaryId);
        (RecordType, RecordId, RecordLabel) = (news.RecordType, news.RecordId, news.RecordLabel);
        (Route, Recipient, RecipientName) = (target.Route, target.Contact, target.Name);
        (TextNo, Subject, Body, BodyEn, LiaisonCell) = (body.TextNo, body.Subject, body.Arabic, body.English, news.LiaisonCell);
        (Status, NextTryAt, TaskOn) = (status, status == NoticeStatus.Waiting ? at : null, status == NoticeStatus.Task ? taskOn : null);
        if (status == NoticeStatus.Sent)
            SentAt = at;
    }

    /// <summary>The letter that takes the place of calls nobody answered.</summary>
    internal Notice(long serial, Notice call, string address, DateOnly taskOn)
    {
        (Serial, Kind, BeneficiaryId, FollowsId) = (serial, call.Kind, call.BeneficiaryId, call.Id);
        (RecordType, RecordId, RecordLabel) = (call.RecordType, call.RecordId, call.RecordLabel);
        (Route, Recipient, RecipientName) = (NoticeRoute.Letter, address, call.RecipientName);
        (TextNo, Subject, Body, BodyEn, LiaisonCell) = (call.TextNo, call.Subject, call.Body, call.BodyEn, call.LiaisonCell);
        (Status, TaskOn) = (NoticeStatus.Task, taskOn);
    }

    /// <summary>Order of writing: what lists are paged by.</summary>
    public long Serial { get; private init; }

    public NoticeKind Kind { get; private init; }

    public Guid BeneficiaryId { get; private set; }

    /// <summary>What it is about, by id only: the module is above this one.</summary>
    public string RecordType { get; private init; } = "";

    public Guid RecordId { get; private init; }

    /// <summary>Number of the request or complaint.</summary>
    public string RecordLabel { get; private init; } = "";

    /// <summary>The call it took the place of.</summary>
    public Guid? FollowsId { get; private init; }

    /// <summary>Whose task it is (خ-١): the officer in charge of this cell today; null is everybody's at the desk.</summary>
    [PrivateValue]
    public string? LiaisonCell { get; private init; }

    public NoticeRoute Route { get; private init; }

    /// <summary>Address, number or place it goes to.</summary>
    [PrivateValue]
    public string? Recipient { get; private init; }

    [PrivateValue]
    public string RecipientName { get; private init; } = "";

    /// <summary>Version of the template it was made from.</summary>
    public int TextNo { get; private init; }

    public string Subject { get; private init; } = "";

    [PrivateValue]
    public string Body { get; private init; } = "";

    [PrivateValue]
    public string BodyEn { get; private init; } = "";

    public NoticeStatus Status { get; private set; }

    /// <summary>When the app tries (again); null when it does not.</summary>
    public DateTime? NextTryAt { get; private set; }

    /// <summary>Failed attempts since it was written or asked for again: what the waiting grows by.</summary>
    public int Failures { get; private set; }

    /// <summary>The node's turn that is at it.</summary>
    public Guid? LeaseId { get; private set; }

    /// <summary>Until then nobody else takes it; afterwards the turn is believed dead.</summary>
    public DateTime? LeaseEndsAt { get; private set; }

    /// <summary>The day somebody should have done it.</summary>
    public DateOnly? TaskOn { get; private set; }

    public DateTime? SentAt { get; private set; }

    public DateTime? DeliveredAt { get; private set; }

    /// <summary>What proves it: the answered call, the server's word, a post number.</summary>
    [PrivateValue]
    public string? Proof { get; private set; }

    public IReadOnlyList<NoticeTry> Tries => _tries;

    Guid IAudited.AuditedRecordId => Id;

    /// <summary>Given up, or sent and lost: somebody may have it sent once more.</summary>
    public bool CanResend => Route.IsAutomatic() && Status is NoticeStatus.Failed or NoticeStatus.Sent;

    public bool CanCancel => Status is NoticeStatus.Waiting or NoticeStatus.Task or NoticeStatus.Failed;

    /// <summary>The same number at every attempt, so that a mail server which took it before a crash knows it again (RELIABILITY D5).</summary>
    public string MessageId(string domain) => $"{Id:N}@{domain}";

    /// <summary>An earlier turn died at it: it may have gone out.</summary>
    internal void NoteInterrupted(DateTime at) => Try(at, TryOutcome.Interrupted, null, null);

    internal void Accept(DateTime at, string? reply)
    {
        Release();
        Try(at, TryOutcome.Accepted, reply, null);
        (Status, NextTryAt, SentAt, Failures) = (NoticeStatus.Sent, null, at, 0);
    }

    /// <summary>Tried again after a while, or given up.</summary>
    internal void Fail(DateTime at, bool isFinal, string? reason)
    {
        Release();
        Failures++;
        Try(at, isFinal ? TryOutcome.Refused : TryOutcome.Later, reason, null);
        if (isFinal || NoticeBackOff.After(Failures) is not { } wait)
            (Status, NextTryAt) = (NoticeStatus.Failed, null);
        else
            NextTryAt = at + wait;
    }

    internal void Withhold()
    {
        Release();
        (Status, NextTryAt) = (NoticeStatus.Withheld, null);
    }

    internal void Resend(Act act)
    {
        if (!CanResend)
            throw new RuleViolation("contacts.notice.notresendable");
        Try(act.At, TryOutcome.Resent, null, act.Actor.Name);
        (Status, NextTryAt, Failures) = (NoticeStatus.Waiting, act.At, 0);
    }

    internal void Cancel()
    {
        if (!CanCancel)
            throw new RuleViolation("contacts.notice.over");
        (Status, NextTryAt, TaskOn) = (NoticeStatus.Cancelled, null, null);
    }

    /// <summary>Two calls nobody answered, on different days, and then a letter count as delivered (DOMAIN.md §3.1). Needs its attempts.</summary>
    public bool CanTurnToLetter => Route == NoticeRoute.Call && Status == NoticeStatus.Task
        && _tries.Where(t => t.Outcome == TryOutcome.NoAnswer).Select(t => RiyadhTime.DayOf(t.At)).Distinct().Count() >= AttemptsBeforeLetter;

    internal void TurnToLetter(Act act)
    {
        if (!CanTurnToLetter)
            throw new RuleViolation("contacts.notice.twocalls");
        Try(act.At, TryOutcome.TurnedToLetter, null, act.Actor.Name);
        (Status, TaskOn) = (NoticeStatus.Cancelled, null);
    }

    /// <summary>Somebody did a task. What proves delivery ends it; a call nobody answered stays, for another day.</summary>
    internal void Do(Act act, TryOutcome outcome, string? note, DateOnly? againOn)
    {
        if (Status != NoticeStatus.Task)
            throw new RuleViolation("contacts.notice.over");
        Try(act.At, outcome, note, act.Actor.Name);
        (Status, TaskOn) = outcome switch
        {
            TryOutcome.NoAnswer => (NoticeStatus.Task, againOn),
            TryOutcome.Posted => (NoticeStatus.Sent, null),
            _ => (NoticeStatus.Delivered, null),
        };
        if (outcome == TryOutcome.Posted)
            SentAt = act.At;
        else if (Status == NoticeStatus.Delivered)
            (DeliveredAt, Proof) = (act.At, note);
    }

    private void Release() => (LeaseId, LeaseEndsAt) = (null, null);

    private void Try(DateTime at, TryOutcome outcome, string? detail, string? byName) =>
        _tries.Add(new NoticeTry(Id, at, outcome, detail is { Length: > NoticeTry.LongestDetail } ? detail[..NoticeTry.LongestDetail] : detail, byName));
}
