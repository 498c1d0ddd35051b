using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>A study, as typed.</summary>
public sealed record StudyForm
{
    public DateOnly? VisitOn { get; init; }

    public string? Home { get; init; }

    public required string? Need { get; init; }

    public required string? Opinion { get; init; }

    public required DecisionOutcome? Recommendation { get; init; }

    public Money? RecommendedAmount { get; init; }
}

/// <summary>The researcher's study of a request (بحث حالة, ت-٥).</summary>
public sealed class StudyService(CaseWriter writer, FamilyQueries families, IDbContextFactory<CaseDbContext> contexts)
{
    private const int Longest = 2000;

    /// <summary>Saves the study; the request is under study from the first word on. Finished, it makes the request ready for the committee.</summary>
    /// <param name="isFinished">The researcher lays it down as finished.</param>
    public async Task SaveAsync(Act act, Guid requestId, StudyForm form, bool isFinished, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.StudyPermission);
        var words = Words(form, act.On, isFinished);
        var means = await MeansAsync(act, requestId, cancel);
        await writer.SaveAsync(async db =>
        {
            var (requests, studies) = (db.ServiceRequests, db.Set<CaseStudy>());
            var request = await requests.SingleAsync(r => r.Id == requestId, cancel);
            if (!request.CanMakeReady)
                throw new RuleViolation("intake.review.notstudied");
            var study = await studies.SingleOrDefaultAsync(s => s.RequestId == requestId, cancel);
            if (study is null)
                db.Add(study = new CaseStudy(act, requestId));
            study.Write(act, words, means);
            if (request.CanBeginStudy)
                request.BeginStudy(act);
            if (isFinished)
            {
                study.Submit(act);
                request.MakeReady(act);
            }
            db.Record(act, isFinished ? "intake.review.studied" : "intake.review.study", request, request.Number, "ت-5");
        }, cancel);
    }

    /// <summary>As the file has them now. Asked before the transaction, which the family's own reads know nothing of.</summary>
    private async Task<StudyMeans> MeansAsync(Act act, Guid requestId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var requests = db.ServiceRequests;
        var request = await requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == requestId, cancel) ?? throw new RuleViolation("intake.request.gone");
        if (!await db.MayStudyAsync(act, request, cancel))
            throw act.Refuse(CommitteeModule.StudyPermission, requestId);
        var family = await families.OfAsync(act, request.BeneficiaryId, cancel);
        return new StudyMeans(family.Heads, family.MonthlyIncome, family.TotalDebt, family.PerCapitaIncome);
    }

    private static StudyWords Words(StudyForm form, DateOnly today, bool isFinished)
    {
        var check = new FieldChecks();
        check.That(form.VisitOn is null || form.VisitOn <= today, "committees.study.future", nameof(form.VisitOn));
        check.That(!isFinished || form.VisitOn is not null, "committees.study.visit", nameof(form.VisitOn));
        check.That(form.Recommendation is { } r && Enum.IsDefined(r), "committees.study.recommendation", nameof(form.Recommendation));
        var words = new StudyWords(
            form.VisitOn,
            check.OptionalParagraph(form.Home, nameof(form.Home), Longest),
            check.Paragraph(form.Need, nameof(form.Need), Longest, min: 5),
            check.Paragraph(form.Opinion, nameof(form.Opinion), Longest, min: 5),
            form.Recommendation.GetValueOrDefault(),
            form.RecommendedAmount);
        check.ThrowIfAny();
        return words;
    }
}
