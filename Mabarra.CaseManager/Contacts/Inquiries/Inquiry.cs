using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Contacts.Inquiries;

/// <summary>
/// A question, or a need for support about the ways of contact (ج-٢): apart from complaints, from whatever channel it came. It is answered within two working
/// days, an internal target of the association (R8); <see cref="LiaisonCell"/> says whose it is.
/// </summary>
public sealed class Inquiry : CaseEntity, IAudited
{
    public const int LongestText = 2000;

    private Inquiry()
    {
    }

    internal Inquiry(long serial, string number, DateTime askedAt, InquiryWords words, InquiryRoute route, DateOnly targetOn)
    {
        (Serial, Number, AskedAt) = (serial, number, askedAt);
        (Kind, Channel, BeneficiaryId, VisitId) = (words.Kind, words.Channel, words.BeneficiaryId, words.VisitId);
        (PersonName, Contact, Text) = (words.PersonName, words.Contact, words.Text);
        (PersonKey, Gist) = (SearchKey.Of(words.PersonName), QuestionGist.Of(words.Text));
        (CategoryCode, LiaisonCell, OfficerId) = (route.Category, route.Cell, route.OfficerId);
        (TargetOn, OpenOrder) = (targetOn, ((long)targetOn.DayNumber << 40) + serial);
    }

    public long Serial { get; private init; }

    /// <summary>رقم الاستفسار, <c>INQ-2026-00001</c>.</summary>
    public string Number { get; private init; } = "";

    public InquiryKind Kind { get; private init; }

    public Channel Channel { get; private init; }

    public InquiryStatus Status { get; private set; }

    public DateTime AskedAt { get; private init; }

    public Guid? BeneficiaryId { get; private init; }

    /// <summary>The visit at which it was asked and handed over (ت-١).</summary>
    public Guid? VisitId { get; private init; }

    [PrivateValue]
    public string PersonName { get; private init; } = "";

    [PrivateValue]
    public string PersonKey { get; private init; } = "";

    /// <summary>Where the answer goes, of somebody without a file.</summary>
    [PrivateValue]
    public string? Contact { get; private init; }

    [PrivateValue]
    public string Text { get; private init; } = "";

    /// <summary>Its words that matter, in one order: questions that ask the same have one gist.</summary>
    [PrivateValue]
    public string Gist { get; private init; } = "";

    /// <summary>The category by which it was sent to its officer; never shown.</summary>
    [PrivateValue]
    public string? CategoryCode { get; private init; }

    [PrivateValue]
    public string? LiaisonCell { get; private init; }

    /// <summary>An officer named by whoever took it; else the matrix says whose it is.</summary>
    public Guid? OfficerId { get; private set; }

    public RefereeKind? RefereeKind { get; private set; }

    public string? RefereeName { get; private set; }

    public DateTime? ReferredAt { get; private set; }

    /// <summary>The last day of the internal target.</summary>
    public DateOnly TargetOn { get; private init; }

    /// <summary>Target day and serial in one number while it is not answered: the order the open ones are paged by.</summary>
    public long? OpenOrder { get; private set; }

    [PrivateValue]
    public string? Answer { get; private set; }

    /// <summary>Where the answer comes from: «معلومة دقيقة سليمة صحيحة» (ت-١).</summary>
    public string? AnswerSource { get; private set; }

    /// <summary>The approved answer it was taken from, in the version it had.</summary>
    public Guid? AnswerVersionId { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public string? AnsweredByName { get; private set; }

    public bool? IsOnTime { get; private set; }

    public ContactCheckOutcome? ContactCheck { get; private set; }

    public DateTime? ContactCheckedAt { get; private set; }

    [PrivateValue]
    public string? ContactCheckNote { get; private set; }

    Guid IAudited.AuditedRecordId => Id;

    public bool IsOpen => Status != InquiryStatus.Answered;

    /// <summary>Her contact details are to be verified first (ج-٢).</summary>
    public bool NeedsContactCheck => IsOpen && Kind == InquiryKind.NoReplies && ContactCheck is null;

    internal void Check(Act act, ContactCheckOutcome outcome, string? note)
    {
        RequireOpen();
        if (Kind != InquiryKind.NoReplies)
            throw new RuleViolation("inquiry.check.kind");
        (ContactCheck, ContactCheckedAt, ContactCheckNote) = (outcome, act.At, note);
    }

    /// <summary>Somebody else is to say the answer; the target day stays.</summary>
    internal void Refer(Act act, RefereeKind kind, string name, Guid? officerId)
    {
        RequireOpen();
        (Status, RefereeKind, RefereeName, ReferredAt) = (InquiryStatus.Referred, kind, name, act.At);
        OfficerId = officerId ?? OfficerId;
    }

    /// <summary>ت-١: no answer without where it comes from; ج-٢: none to «لا تصلني الردود» before the details were verified.</summary>
    internal void Reply(Act act, InquiryReply reply)
    {
        RequireOpen();
        if (NeedsContactCheck)
            throw new RuleViolation("inquiry.answer.unchecked");
        (Answer, AnswerSource, AnswerVersionId) = (reply.Text, reply.Source, reply.VersionId);
        (AnsweredAt, AnsweredByName, IsOnTime) = (act.At, act.Actor.Name, act.On <= TargetOn);
        (Status, OpenOrder) = (InquiryStatus.Answered, null);
    }

    private void RequireOpen()
    {
        if (!IsOpen)
            throw new RuleViolation([new Breach("inquiry.answer.done", null, [AnsweredByName ?? ""])]);
    }
}

/// <summary>What is asked, checked.</summary>
internal sealed record InquiryWords(
    InquiryKind Kind, Channel Channel, string PersonName, string Text, string? Contact = null, Guid? BeneficiaryId = null, Guid? VisitId = null);

/// <summary>Whose it is: by the matrix, or by name.</summary>
internal sealed record InquiryRoute(string? Category, string? Cell, Guid? OfficerId = null);

/// <summary>The answer, checked.</summary>
internal sealed record InquiryReply(string Text, string Source, Guid? VersionId = null);
