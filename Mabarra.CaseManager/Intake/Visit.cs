using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Intake;

/// <summary>الضيافة (ت-١).</summary>
public enum Hospitality
{
    Offered,
    NotOffered,
    Declined,
}

/// <summary>Somebody came in person (أ-١, ت-١): when, why, what was asked and what was answered.</summary>
public sealed class Visit : CaseEntity, IAudited
{
    private Visit()
    {
    }

    internal Visit(long serial, DateTime arrivedAt, Guid? beneficiaryId, VisitWords words)
    {
        (Serial, ArrivedAt, BeneficiaryId) = (serial, arrivedAt, beneficiaryId);
        (VisitorName, Purpose, Question) = (words.VisitorName, words.Purpose, words.Question);
    }

    public long Serial { get; private init; }

    public DateTime ArrivedAt { get; private init; }

    public Guid? BeneficiaryId { get; private set; }

    [PrivateValue]
    public string VisitorName { get; private init; } = "";

    [PrivateValue]
    public string? Purpose { get; private init; }

    /// <summary>استفساره.</summary>
    [PrivateValue]
    public string? Question { get; private set; }

    [PrivateValue]
    public string? Answer { get; private set; }

    /// <summary>Where the answer comes from: «معلومة دقيقة سليمة صحيحة» (ت-١).</summary>
    public string? AnswerSource { get; private set; }

    public Hospitality? Hospitality { get; private set; }

    public DateTime? ServedAt { get; private set; }

    public Guid? ServedById { get; private set; }

    public string? ServedByName { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>The question goes to a liaison officer instead of being answered here.</summary>
    public bool IsHandedOver { get; private set; }

    Guid IAudited.AuditedRecordId => Id;

    public bool IsOpen => EndedAt is null;

    internal void Serve(Act act)
    {
        RequireOpen();
        ServedAt ??= act.At;
        (ServedById, ServedByName) = (act.Actor.Id, act.Actor.Name);
    }

    public bool CanIdentify => IsOpen && BeneficiaryId is null;

    internal void Identify(Guid beneficiaryId) => BeneficiaryId = CanIdentify ? beneficiaryId : throw new RuleViolation("intake.visit.closed");

    /// <summary>ت-١: a question leaves the house answered, with the source of the answer, or handed to a liaison officer; never open.</summary>
    internal void Close(Act act, VisitClosing closing)
    {
        RequireOpen();
        var question = closing.Question ?? Question;
        if (question is not null && !closing.HandOver && closing.Answer is null)
            throw new RuleViolation("intake.visit.unanswered", nameof(closing.Answer));
        if (closing.Answer is not null && closing.AnswerSource is null)
            throw new RuleViolation("intake.visit.nosource", nameof(closing.AnswerSource));
        Serve(act);
        (Question, Answer, AnswerSource, IsHandedOver, Hospitality) = (question, closing.Answer, closing.AnswerSource, closing.HandOver, closing.Hospitality);
        EndedAt = act.At;
    }

    private void RequireOpen()
    {
        if (!IsOpen)
            throw new RuleViolation("intake.visit.closed");
    }
}

/// <summary>What is known when somebody arrives, checked.</summary>
internal sealed record VisitWords(string VisitorName, string? Purpose, string? Question);

/// <summary>What is known when somebody leaves, checked.</summary>
internal sealed record VisitClosing(string? Question, string? Answer, string? AnswerSource, bool HandOver, Hospitality? Hospitality);
