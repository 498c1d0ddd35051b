using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>Somebody arrives, as typed.</summary>
public sealed record NewVisit
{
    public Guid? BeneficiaryId { get; init; }

    /// <summary>Not needed when the beneficiary is known.</summary>
    public string? VisitorName { get; init; }

    public string? Purpose { get; init; }

    public string? Question { get; init; }
}

/// <summary>Somebody leaves, as typed.</summary>
public sealed record VisitCloseForm
{
    public string? Question { get; init; }

    public string? Answer { get; init; }

    public string? AnswerSource { get; init; }

    public bool HandOver { get; init; }

    public Hospitality? Hospitality { get; init; }
}

/// <summary>Reception (أ-١, ت-١): arrivals, who serves them, and no question that leaves unanswered.</summary>
public sealed class VisitService(CaseWriter writer)
{
    private const string Series = "visit";
    private const int LongestQuestion = 2000;

    public async Task<Guid> ArriveAsync(Act act, Guid key, NewVisit form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var check = new FieldChecks();
        var name = form.BeneficiaryId is null ? check.Line(form.VisitorName, nameof(form.VisitorName), min: 2) : null;
        var purpose = check.OptionalLine(form.Purpose, nameof(form.Purpose));
        var question = check.OptionalParagraph(form.Question, nameof(form.Question), LongestQuestion);
        check.ThrowIfAny();
        return await writer.SaveOnceAsync(key, act, async db =>
        {
            var words = new VisitWords(name ?? await NameAsync(db, act, form.BeneficiaryId!.Value, cancel), purpose, question);
            var serial = await db.NextSerialAsync(Series, cancel);
            var visit = new Visit(serial, act.At, form.BeneficiaryId, words);
            db.Add(visit);
            db.Record(act, "intake.visit.arrive", visit, serial.ToString(System.Globalization.CultureInfo.InvariantCulture), "أ-1");
            return visit.Id;
        }, cancel);
    }

    public Task ServeAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "intake.visit.serve", visit => visit.Serve(act), cancel);

    /// <exception cref="RuleViolation"><c>intake.visit.unanswered</c>: a question with neither answer nor hand-over (ت-١).</exception>
    public Task CloseAsync(Act act, Guid id, Guid version, VisitCloseForm form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var check = new FieldChecks();
        var closing = new VisitClosing(
            check.OptionalParagraph(form.Question, nameof(form.Question), LongestQuestion),
            check.OptionalParagraph(form.Answer, nameof(form.Answer), LongestQuestion),
            check.OptionalLine(form.AnswerSource, nameof(form.AnswerSource)),
            form.HandOver,
            form.Hospitality);
        check.ThrowIfAny();
        return ChangeAsync(act, id, version, "intake.visit.close", visit => visit.Close(act, closing), cancel);
    }

    private Task ChangeAsync(Act act, Guid id, Guid version, string action, Action<Visit> change, CancellationToken cancel)
    {
        act.Require(IntakeModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var visit = await db.Visits.SingleOrDefaultAsync(v => v.Id == id, cancel) ?? throw new RuleViolation("intake.visit.gone");
            if (visit.BeneficiaryId is { } beneficiary)
                await RequestAccess.RequireAsync(db, act, IntakeModule.EditPermission, beneficiary, cancel);
            visit.ExpectVersion(version);
            change(visit);
            db.Record(act, action, visit, visit.Serial.ToString(System.Globalization.CultureInfo.InvariantCulture), "ت-1");
        }, cancel);
    }

    private static async Task<string> NameAsync(CaseDbContext db, Act act, Guid beneficiaryId, CancellationToken cancel)
    {
        await RequestAccess.RequireAsync(db, act, IntakeModule.EditPermission, beneficiaryId, cancel);
        var beneficiary = await db.Beneficiaries.AsNoTracking().SingleOrDefaultAsync(b => b.Id == beneficiaryId, cancel);
        return beneficiary?.FullName ?? throw new RuleViolation("beneficiaries.file.gone", nameof(NewVisit.BeneficiaryId));
    }
}
