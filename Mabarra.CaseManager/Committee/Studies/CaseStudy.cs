using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;

namespace Mabarra.CaseManager.Committee;

/// <summary>
/// استمارة بحث حالة: what a researcher found at the family's home and what he recommends (DOMAIN.md §2). Means and home are those of the file on that day:
/// the committee decides on what was true then.
/// </summary>
public sealed class CaseStudy : CaseEntity, IAudited
{
    private CaseStudy()
    {
    }

    internal CaseStudy(Act act, Guid requestId) => (RequestId, ResearcherId, ResearcherName) = (requestId, act.Actor.Id, act.Actor.Name);

    public Guid RequestId { get; private init; }

    public Guid ResearcherId { get; private set; }

    public string ResearcherName { get; private set; } = "";

    /// <summary>The home visit.</summary>
    public DateOnly? VisitOn { get; private set; }

    /// <summary>Herself and who lives with her.</summary>
    public int Heads { get; private set; }

    public Money Income { get; private set; }

    public Money Debt { get; private set; }

    /// <summary>نصيب الفرد.</summary>
    public Money PerCapita { get; private set; }

    [PrivateValue]
    public string? Home { get; private set; }

    [PrivateValue]
    public string Need { get; private set; } = "";

    [PrivateValue]
    public string Opinion { get; private set; } = "";

    public DecisionOutcome Recommendation { get; private set; }

    public Money? RecommendedAmount { get; private set; }

    /// <summary>When the researcher laid it down as finished.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>The study is an act on its request.</summary>
    Guid IAudited.AuditedRecordId => RequestId;

    internal void Write(Act act, StudyWords words, StudyMeans means)
    {
        if (SubmittedAt is not null)
            throw new RuleViolation("committees.study.submitted");
        (ResearcherId, ResearcherName) = (act.Actor.Id, act.Actor.Name);
        (VisitOn, Home, Need, Opinion) = (words.VisitOn, words.Home, words.Need, words.Opinion);
        (Recommendation, RecommendedAmount) = (words.Recommendation, words.RecommendedAmount);
        (Heads, Income, Debt, PerCapita) = (means.Heads, means.Income, means.Debt, means.PerCapita);
    }

    internal void Submit(Act act) => SubmittedAt ??= act.At;

    internal void Reopen() => SubmittedAt = null;
}

/// <summary>What the researcher wrote, checked.</summary>
internal sealed record StudyWords(DateOnly? VisitOn, string? Home, string Need, string Opinion, DecisionOutcome Recommendation, Money? RecommendedAmount);

/// <summary>The family's means on the day of the study.</summary>
internal sealed record StudyMeans(int Heads, Money Income, Money Debt, Money PerCapita);
