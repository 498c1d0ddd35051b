using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.PolicyLibrary.Signing;

/// <summary>A question of a policy's short check; an association writes its own (R7: الإلمام).</summary>
public sealed class PolicyQuestion : CaseEntity, IAudited
{
    public const int MostAnswers = 4;
    private const char Between = '\n';

    private PolicyQuestion()
    {
    }

    internal PolicyQuestion(Guid policyId, QuestionWords words)
    {
        PolicyId = policyId;
        Change(words);
    }

    public Guid PolicyId { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>The clause it asks about, for whoever answers wrongly.</summary>
    public string? Clause { get; private set; }

    /// <summary>One a line; the first is the right one. They are shown in another order.</summary>
    [PrivateValue]
    public string AnswerList { get; private set; } = "";

    public bool IsActive { get; private set; } = true;

    public IReadOnlyList<string> Answers => AnswerList.Split(Between);

    public Guid AuditedRecordId => Id;

    internal void Change(QuestionWords words) => (Words, Clause, AnswerList) = (words.Words, words.Clause, string.Join(Between, words.Answers));

    internal void SetActive(bool active) => IsActive = active;
}

/// <summary>A question, checked.</summary>
internal sealed record QuestionWords(string Words, string? Clause, IReadOnlyList<string> Answers);
