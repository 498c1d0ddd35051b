using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Contacts.Inquiries;

/// <summary>An approved answer to a question many ask (ج-٢). Its words change by versions: what was told with an earlier one stays what it was.</summary>
public sealed class AnswerEntry : CaseEntity, IAudited
{
    private AnswerEntry()
    {
    }

    internal AnswerEntry(long no, string gist) => (No, Gist) = (no, gist);

    public long No { get; private init; }

    /// <summary>Of the question it was first written for.</summary>
    public string Gist { get; private init; } = "";

    /// <summary>The version in force; null until one is approved.</summary>
    public int? CurrentNo { get; private set; }

    /// <summary>Question and answer of the version in force, as they are searched.</summary>
    public string SearchText { get; private set; } = "";

    public bool IsRetired { get; private set; }

    /// <summary>How often it was given.</summary>
    public long UsedCount { get; private set; }

    Guid IAudited.AuditedRecordId => Id;

    public bool IsOffered => CurrentNo is not null && !IsRetired;

    internal void Approve(Act act, AnswerVersion version)
    {
        version.Approve(act);
        (CurrentNo, IsRetired) = (version.No, false);
        SearchText = SearchKey.Of($"{version.Question} {version.Text}");
    }

    internal void Retire()
    {
        if (IsRetired)
            throw new RuleViolation("answers.retire.done");
        IsRetired = true;
    }

    internal void Use() => UsedCount++;
}

/// <summary>One version of an answer.</summary>
public sealed class AnswerVersion : CaseEntity, IAudited
{
    private AnswerVersion()
    {
    }

    internal AnswerVersion(Guid entryId, int no, AnswerWords words, string byName) =>
        (EntryId, No, Question, Text, Source, ReviewByOn, WrittenByName) = (entryId, no, words.Question, words.Text, words.Source, words.ReviewByOn, byName);

    public Guid EntryId { get; private init; }

    public int No { get; private init; }

    public string Question { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>The clause or document it comes from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>By this day somebody looks whether it still holds.</summary>
    public DateOnly? ReviewByOn { get; private set; }

    public string WrittenByName { get; private init; } = "";

    public DateTime? ApprovedAt { get; private set; }

    public string? ApprovedByName { get; private set; }

    Guid IAudited.AuditedRecordId => EntryId;

    public bool CanChange => ApprovedAt is null;

    internal void Change(AnswerWords words)
    {
        RequireDraft();
        (Question, Text, Source, ReviewByOn) = (words.Question, words.Text, words.Source, words.ReviewByOn);
    }

    internal void Approve(Act act)
    {
        RequireDraft();
        if (Text.Length == 0 || Source.Length == 0)
            throw new RuleViolation("answers.approve.unfinished");
        (ApprovedAt, ApprovedByName) = (act.At, act.Actor.Name);
    }

    private void RequireDraft()
    {
        if (!CanChange)
            throw new RuleViolation("answers.version.approved");
    }
}

/// <summary>Words of an answer, checked. A draft made of a question may have no answer yet.</summary>
internal sealed record AnswerWords(string Question, string Text, string Source, DateOnly? ReviewByOn);
