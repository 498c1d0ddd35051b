using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.PolicyLibrary.Signing;

/// <summary>What one person owes one version: read, understood, signed, each a fact of its own (مسؤوليات-١; R7). A signature alone does not satisfy it.</summary>
public sealed class Acknowledgement : CaseEntity, IAudited
{
    private Acknowledgement()
    {
    }

    internal Acknowledgement(Guid versionId, Guid memberId, DateOnly requiredOn, DateOnly dueOn) =>
        (VersionId, MemberId, RequiredOn, DueOn) = (versionId, memberId, requiredOn, dueOn);

    /// <summary>The version whose signatures count; a minor correction has none of its own.</summary>
    public Guid VersionId { get; private set; }

    public Guid MemberId { get; private set; }

    public DateOnly RequiredOn { get; private set; }

    /// <summary>«مستهدف داخلي»: the policy gives no number (R8).</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When the text was first on the reader's screen.</summary>
    public DateTime? OpenedAt { get; private set; }

    public DateTime? ReadAt { get; private set; }

    public DateTime? UnderstoodAt { get; private set; }

    public UnderstandingProof? UnderstoodBy { get; private set; }

    public int? Score { get; private set; }

    public int? Asked { get; private set; }

    public int FailedTries { get; private set; }

    /// <summary>Who vouched for it.</summary>
    public string? AttestedByName { get; private set; }

    public DateTime? SignedAt { get; private set; }

    public AckSignature? SignedBy { get; private set; }

    public Guid? SignatureId { get; private set; }

    /// <summary>The number of the text that was on the screen: the version itself, or a minor correction of it.</summary>
    public int? SignedNo { get; private set; }

    /// <summary>Of the very words that were signed.</summary>
    public byte[]? SignedHash { get; private set; }

    [PrivateValue]
    public string? WitnessName { get; private set; }

    public string? Remark { get; private set; }

    /// <summary>Who recorded a signature that was not given on the person's own account.</summary>
    public string? RecordedByName { get; private set; }

    public DateTime? ExemptedAt { get; private set; }

    public DateTime? ReplacedAt { get; private set; }

    public DateTime? RemindedAt { get; private set; }

    public int Reminders { get; private set; }

    /// <summary>The head of the department was told that it is late.</summary>
    public DateTime? HeadToldAt { get; private set; }

    /// <summary>Senior management was told, for telling the head was not enough.</summary>
    public DateTime? SeniorToldAt { get; private set; }

    /// <summary>An act on a person's acknowledgement is an act on the version; publishing opens thousands of them in one.</summary>
    public Guid AuditedRecordId => VersionId;

    public AckStatus Status => SignedAt is not null ? AckStatus.Signed : ExemptedAt is not null ? AckStatus.Exempt : ReplacedAt is not null ? AckStatus.Replaced
        : UnderstoodAt is not null ? AckStatus.Understood : ReadAt is not null ? AckStatus.Read : AckStatus.Pending;

    public bool IsOpen => Status is AckStatus.Pending or AckStatus.Read or AckStatus.Understood;

    public bool CanUnderstand => Status == AckStatus.Read;

    public bool CanSign => Status == AckStatus.Understood;

    public bool IsLate(DateOnly today) => IsOpen && today > DueOn;

    /// <summary>The text came up on the screen. A clock set back since begins the reading anew, so that the time can be reckoned at all.</summary>
    internal void Open(Act act)
    {
        RequireOpen();
        if (OpenedAt is null || OpenedAt > act.At)
            OpenedAt = act.At;
    }

    internal void Read(Act act, bool reachedEnd, int minimumSeconds)
    {
        RequireOpen();
        if (ReadAt is not null)
            return;
        if (!reachedEnd)
            throw new RuleViolation("policies.read.end");
        if (OpenedAt is not { } opened || (act.At - opened).TotalSeconds < minimumSeconds)
            throw new RuleViolation("policies.read.soon");
        ReadAt = act.At;
    }

    /// <returns>Whether it was enough.</returns>
    internal bool Answer(Act act, int right, int asked)
    {
        RequireOpen();
        if (!CanUnderstand)
            throw new RuleViolation("policies.check.unread");
        if (!IsEnough(right, asked))
        {
            FailedTries++;
            return false;
        }
        (UnderstoodAt, UnderstoodBy, Score, Asked) = (act.At, asked == 0 ? UnderstandingProof.Statement : UnderstandingProof.Check, right, asked);
        return true;
    }

    /// <summary>Four of five (DOMAIN.md §3.5).</summary>
    internal static bool IsEnough(int right, int asked) => right * 5 >= asked * 4;

    internal void Attest(Act act)
    {
        RequireOpen();
        if (!CanUnderstand)
            throw new RuleViolation("policies.check.unread");
        (UnderstoodAt, UnderstoodBy, AttestedByName) = (act.At, UnderstandingProof.Attestation, act.Actor.Name);
    }

    /// <param name="recordedBy">Who lent the device; null on the person's own account.</param>
    internal void Sign(Act act, AckSignature how, Guid signature, SignedText text, string? recordedBy = null)
    {
        RequireOpen();
        if (!CanSign)
            throw new RuleViolation("policies.sign.order");
        (SignedAt, SignedBy, SignatureId, SignedNo, SignedHash) = (act.At, how, signature, text.No, text.Hash);
        RecordedByName = recordedBy ?? RecordedByName;
    }

    /// <summary>On paper, by thumbprint or on the desk's tablet: all three facts at once, told by who was there.</summary>
    internal void Record(Act act, AckSignature how, Guid signature, SignedText text, OnBehalf told)
    {
        RequireOpen();
        OpenedAt ??= act.At;
        ReadAt ??= act.At;
        if (UnderstoodAt is null)
            (UnderstoodAt, UnderstoodBy, AttestedByName) = (act.At, told.IsReadAloud ? UnderstandingProof.ReadAloud : UnderstandingProof.Attestation, act.Actor.Name);
        (WitnessName, Remark, RecordedByName) = (told.WitnessName, told.Remark, act.Actor.Name);
        Sign(act, how, signature, text);
    }

    internal void Exempt(Act act)
    {
        if (IsOpen)
            ExemptedAt = act.At;
    }

    internal void Replace(Act act)
    {
        if (IsOpen)
            ReplacedAt = act.At;
    }

    /// <summary>What a working day's round does with it: reminds each time that many working days have passed, tells the head once it is late, and senior management that many days after the head.</summary>
    /// <returns>Whether anything was done.</returns>
    internal bool Chase(Act act, WorkingDayCalendar calendar, int every)
    {
        if (!IsOpen)
            return false;
        var isTime = calendar.CountWorkingDays(RemindedAt is { } at ? RiyadhTime.DayOf(at) : RequiredOn, act.On) >= every;
        if (isTime)
            Remind(act);
        if (!IsLate(act.On))
            return isTime;
        if (HeadToldAt is not { } told)
            HeadToldAt = act.At;
        else if (SeniorToldAt is null && calendar.CountWorkingDays(RiyadhTime.DayOf(told), act.On) >= every)
            SeniorToldAt = act.At;
        else
            return isTime;
        return true;
    }

    internal void Remind(Act act) => (RemindedAt, Reminders) = (act.At, Reminders + 1);

    /// <summary>A change of the day it is due by, when somebody comes back.</summary>
    internal void Reopen(DateOnly dueOn) =>
        (ReplacedAt, ExemptedAt, DueOn, RemindedAt, HeadToldAt, SeniorToldAt) = (null, null, dueOn, null, null, null);

    private void RequireOpen()
    {
        if (Status == AckStatus.Replaced)
            throw new RuleViolation("policies.sign.superseded");
        if (!IsOpen)
            throw new RuleViolation("policies.sign.done");
    }
}

/// <summary>The words that are signed.</summary>
internal sealed record SignedText(int No, byte[] Hash);

/// <summary>What is told of a signature given at human resources.</summary>
internal sealed record OnBehalf(string? WitnessName, string Remark, bool IsReadAloud);
