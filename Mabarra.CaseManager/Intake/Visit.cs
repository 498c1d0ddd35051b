using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Intake;

/// <summary>الضيافة (ت-١): نعم، لا، اعتذر.</summary>
public enum Hospitality
{
    Offered,
    NotOffered,
    Declined,
}

/// <summary>How far a visit has come. Stored, so that a list of one state is found by index.</summary>
public enum VisitStatus
{
    Waiting,

    /// <summary>Asked to come to a desk.</summary>
    Called,
    Serving,

    /// <summary>Served and gone; a question, if there was one, is answered.</summary>
    Served,

    /// <summary>Gone, the question with a liaison officer.</summary>
    HandedOver,

    /// <summary>Gone without having been served, with a reason.</summary>
    Left,
}

/// <summary>Somebody came in person (أ-١, ت-١): when, why, what was asked and what was answered. What happens to a visit stands in the other part.</summary>
public sealed partial class Visit : CaseEntity, IAudited
{
    private Visit()
    {
    }

    /// <param name="slip">The number of the day, from 1.</param>
    internal Visit(long serial, long slip, DateTime arrivedAt, Guid? beneficiaryId, VisitWords words)
    {
        (Serial, ArrivedAt, BeneficiaryId) = (serial, arrivedAt, beneficiaryId);
        DayOrder = DayOrders.Of(RiyadhTime.DayOf(arrivedAt), slip);
        (VisitorName, VisitorKey, Purpose, Question) = (words.VisitorName, SearchKey.Of(words.VisitorName), words.Purpose, words.Question);
        (VolunteerName, SupervisorId, SupervisorName) = (words.Volunteer?.Name, words.Volunteer?.SupervisorId, words.Volunteer?.SupervisorName);
    }

    public long Serial { get; private init; }

    /// <summary>The Riyadh day and the slip of that day in one number: unique, and a range of days is one stretch of its index.</summary>
    public long? DayOrder { get; private init; }

    /// <summary>رقم الدور: starts at 1 each Riyadh day.</summary>
    public long? SlipNo => DayOrder is { } order ? DayOrders.SlipOf(order) : null;

    public VisitStatus Status { get; private set; }

    public DateTime ArrivedAt { get; private init; }

    public Guid? BeneficiaryId { get; private set; }

    [PrivateValue]
    public string VisitorName { get; private init; } = "";

    /// <summary>The name as <see cref="SearchKey"/> compares it.</summary>
    [PrivateValue]
    public string VisitorKey { get; private init; } = "";

    [PrivateValue]
    public string? Purpose { get; private init; }

    /// <summary>استفساره.</summary>
    [PrivateValue]
    public string? Question { get; private set; }

    [PrivateValue]
    public string? Answer { get; private set; }

    /// <summary>Where the answer comes from: «معلومة دقيقة سليمة صحيحة» (ت-١).</summary>
    public string? AnswerSource { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public string? AnsweredByName { get; private set; }

    public Hospitality? Hospitality { get; private set; }

    /// <summary>When she was called last; a second call rings again.</summary>
    public DateTime? CalledAt { get; private set; }

    public Guid? CalledById { get; private set; }

    public string? CalledByName { get; private set; }

    /// <summary>The desk she was called to.</summary>
    public string? Desk { get; private set; }

    public DateTime? ServedAt { get; private set; }

    public Guid? ServedById { get; private set; }

    public string? ServedByName { get; private set; }

    /// <summary>From arrival until served (ت-١, avg wait); a visit nobody served has none.</summary>
    public int? WaitedSeconds { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Why she left without having been served.</summary>
    [PrivateValue]
    public string? LeftReason { get; private set; }

    /// <summary>The question goes to a liaison officer instead of being answered here.</summary>
    public bool IsHandedOver { get; private set; }

    /// <summary>The officer it goes to; null is whoever is the liaison officer (ضابط الاتصال).</summary>
    public Guid? HandedToId { get; private set; }

    public string? HandedToName { get; private set; }

    /// <summary>The volunteer who took the visit (أ-٦); then a member of staff answers for it (R10).</summary>
    public string? VolunteerName { get; private init; }

    public Guid? SupervisorId { get; private init; }

    public string? SupervisorName { get; private init; }

    Guid IAudited.AuditedRecordId => Id;

    public bool IsOpen => EndedAt is null;
}

/// <summary>What is known when somebody arrives, checked.</summary>
internal sealed record VisitWords(string VisitorName, string? Purpose, string? Question, VisitVolunteer? Volunteer = null);

/// <summary>Who took the visit and who answers for it (أ-٦, R10).</summary>
internal sealed record VisitVolunteer(string Name, Guid SupervisorId, string SupervisorName);

/// <summary>What is known when somebody leaves, checked.</summary>
internal sealed record VisitClosing(string? Question, string? Answer, string? AnswerSource, Hospitality? Hospitality, HandOver? HandOver = null);

/// <summary>Who the question goes to; nobody named is whoever is the liaison officer.</summary>
internal sealed record HandOver(Guid? OfficerId = null, string? OfficerName = null);
