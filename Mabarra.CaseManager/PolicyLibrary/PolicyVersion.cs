using System.Security.Cryptography;
using System.Text;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>One approved text of a policy. A draft is written; once published its words never change, and it stays readable after a newer one (DOMAIN.md §3.5).</summary>
public sealed class PolicyVersion : CaseEntity, IAudited
{
    /// <summary>Nobody reads faster than this; half of it is asked for, so that a quick reader is not held up.</summary>
    private const int WordsPerSecond = 6;
    private const int ShortestReading = 20;
    private const int LongestReading = 240;

    private readonly List<PolicyClause> clauses = [];

    private PolicyVersion()
    {
    }

    internal PolicyVersion(Guid policyId, int no, bool isSeeded = false) => (PolicyId, No, IsSeeded) = (policyId, no, isSeeded);

    public Guid PolicyId { get; private set; }

    public int No { get; private set; }

    public VersionStatus Status { get; private set; }

    /// <summary>The text the app came with: readable before its approval is typed in, since it is approved in truth (R2).</summary>
    public bool IsSeeded { get; private set; }

    /// <summary>A correction that changes no duty: signatures of the version before hold for it too.</summary>
    public bool IsMinor { get; private set; }

    /// <summary>What is new in it, for its readers.</summary>
    public string? ChangeNote { get; private set; }

    /// <summary>Number of the board's minutes that approved it.</summary>
    public string? ApprovalRef { get; private set; }

    public DateOnly? ApprovedOn { get; private set; }

    public DateOnly? EffectiveOn { get; private set; }

    public DateOnly? ReviewDueOn { get; private set; }

    /// <summary>The document itself, where the text is not kept as clauses.</summary>
    public Guid? FileId { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    public string? PublishedByName { get; private set; }

    public DateTime? SupersededAt { get; private set; }

    /// <summary>Of the text as it was published: what a signature is under.</summary>
    public byte[]? TextHash { get; private set; }

    /// <summary>The version whose signatures hold for this one: itself, or for a minor correction the one it corrects.</summary>
    public Guid? SignatureVersionId { get; private set; }

    /// <summary>Reading ends no sooner.</summary>
    public int MinimumSeconds { get; private set; }

    public IReadOnlyList<PolicyClause> Clauses => clauses;

    public bool CanEdit => Status == VersionStatus.Draft;

    public bool HasText => clauses.Exists(c => c.IsClause) || FileId is not null;

    public Guid AuditedRecordId => Id;

    internal PolicyClause Add(ClauseText text, int order)
    {
        RequireDraft();
        var clause = new PolicyClause(Id, text, order);
        clauses.Add(clause);
        return clause;
    }

    internal void Attach(Guid? fileId)
    {
        RequireDraft();
        FileId = fileId;
    }

    /// <param name="before">The version in force until now; null for the first.</param>
    internal void Publish(Act act, Publication facts, PolicyVersion? before)
    {
        RequireDraft();
        if (!HasText)
            throw new RuleViolation("policies.publish.empty");
        if (facts.IsMinor && before is null)
            throw new RuleViolation("policies.publish.minorfirst", nameof(PublishForm.IsMinor));
        (ApprovalRef, ApprovedOn, EffectiveOn, ReviewDueOn) = (facts.ApprovalRef, facts.ApprovedOn, facts.EffectiveOn, facts.ReviewDueOn);
        (IsMinor, ChangeNote, PublishedAt, PublishedByName) = (facts.IsMinor, facts.ChangeNote, act.At, act.Actor.Name);
        SignatureVersionId = facts.IsMinor ? before!.SignatureVersionId : Id;
        TextHash = HashOf(clauses);
        MinimumSeconds = ReadingTime(clauses);
        Status = VersionStatus.Effective;
        before?.Supersede(act);
    }

    private void Supersede(Act act) => (Status, SupersededAt) = (VersionStatus.Superseded, act.At);

    internal void RequireDraft()
    {
        if (!CanEdit)
            throw new RuleViolation("policies.version.published");
    }

    /// <summary>Of every word in its place; titles and footnotes of the editor are part of what is read, footnotes are not.</summary>
    internal static byte[] HashOf(IEnumerable<PolicyClause> clauses) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', clauses.OrderBy(c => c.Order).Select(c => $"{c.Key}\t{c.Mark}\t{c.TextAr}"))));

    private static int ReadingTime(IEnumerable<PolicyClause> clauses) =>
        Math.Clamp(clauses.Sum(c => c.TextAr.Count(l => l == ' ') + 1) / WordsPerSecond, ShortestReading, LongestReading);
}

/// <summary>What is typed when a version is published, checked.</summary>
internal sealed record Publication(string ApprovalRef, DateOnly ApprovedOn, DateOnly EffectiveOn, DateOnly? ReviewDueOn, bool IsMinor, string? ChangeNote);
