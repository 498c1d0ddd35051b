using System.Globalization;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>Reception (أ-١, ت-١): arrivals, who serves them, and no question that leaves unanswered.</summary>
public sealed class VisitService(CaseWriter writer)
{
    internal const int LongestQuestion = 2000;
    private const string Series = "visit";

    public async Task<Guid> ArriveAsync(Act act, Guid key, NewVisit form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var check = new FieldChecks();
        var name = form.BeneficiaryId is null ? check.Line(form.VisitorName, nameof(form.VisitorName), min: 2) : null;
        var purpose = check.OptionalLine(form.Purpose, nameof(form.Purpose));
        var question = check.OptionalParagraph(form.Question, nameof(form.Question), LongestQuestion);
        var volunteer = CheckVolunteer(check, form);
        check.ThrowIfAny();
        return await writer.SaveOnceAsync(key, act, async db =>
        {
            var taker = volunteer is null ? null : await VisitStaff.VolunteerAsync(db, volunteer, form.SupervisorId!.Value, cancel);
            var words = new VisitWords(name ?? await NameAsync(db, act, form.BeneficiaryId!.Value, cancel), purpose, question, taker);
            var serial = await db.NextSerialAsync(Series, cancel);
            // The slip starts at 1 each Riyadh day: every day is a series of its own.
            var slip = await db.NextSerialAsync(SeriesOf(act.On), cancel);
            var visit = new Visit(serial, slip, act.At, form.BeneficiaryId, words);
            db.Add(visit);
            db.Record(act, "intake.visit.arrive", visit, Label(visit), volunteer is null ? "أ-1" : "أ-6");
            return visit.Id;
        }, cancel);
    }

    public Task ServeAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "intake.visit.serve", (_, visit) => Done(() => visit.Serve(act)), cancel);

    /// <exception cref="RuleViolation"><c>intake.visit.unanswered</c>: a question with neither answer nor hand-over (ت-١).</exception>
    public Task CloseAsync(Act act, Guid id, Guid version, VisitCloseForm form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var check = new FieldChecks();
        var closing = new VisitClosing(
            check.OptionalParagraph(form.Question, nameof(form.Question), LongestQuestion),
            check.OptionalParagraph(form.Answer, nameof(form.Answer), LongestQuestion),
            check.OptionalLine(form.AnswerSource, nameof(form.AnswerSource)),
            form.Hospitality);
        check.ThrowIfAny();
        return ChangeAsync(act, id, version, "intake.visit.close", async (db, visit) =>
        {
            var to = form.HandOver ? await VisitStaff.OfficerAsync(db, form.HandOverTo, nameof(form.HandOverTo), cancel) : null;
            visit.Close(act, closing with { HandOver = to });
            await VisitInquiries.OpenAsync(db, act, visit, cancel);
            await VisitContacts.AddAsync(db, act, visit, cancel);
        }, cancel);
    }

    /// <summary>She left before anybody served her; why is recorded, and a question she brought goes to a liaison officer.</summary>
    public Task LeaveAsync(Act act, Guid id, Guid version, VisitLeaveForm form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var check = new FieldChecks();
        var reason = check.Line(form.Reason, nameof(form.Reason), min: 2);
        check.ThrowIfAny();
        return ChangeAsync(act with { Why = reason }, id, version, "intake.visit.leave", async (db, visit) =>
        {
            visit.Leave(act, reason, await VisitStaff.OfficerAsync(db, form.HandOverTo, nameof(form.HandOverTo), cancel));
            await VisitInquiries.OpenAsync(db, act, visit, cancel);
            await VisitContacts.AddAsync(db, act, visit, cancel);
        }, cancel);
    }

    private static Task Done(Action step)
    {
        step();
        return Task.CompletedTask;
    }

    private Task ChangeAsync(Act act, Guid id, Guid version, string action, Func<CaseDbContext, Visit, Task> change, CancellationToken cancel)
    {
        act.Require(IntakeModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var visit = await db.Visits.SingleOrDefaultAsync(v => v.Id == id, cancel) ?? throw new RuleViolation("intake.visit.gone");
            if (visit.BeneficiaryId is { } beneficiary)
                await RequestAccess.RequireAsync(db, act, IntakeModule.EditPermission, beneficiary, cancel);
            visit.ExpectVersion(version);
            await change(db, visit);
            db.Record(act, action, visit, Label(visit), "ت-1");
        }, cancel);
    }

    internal static string SeriesOf(DateOnly day) => NumberSeries.DaySeriesOf(day);

    internal static string Label(Visit visit) => visit.Serial.ToString(CultureInfo.InvariantCulture);

    /// <summary>R10: a volunteer's visit names him and the employee who answers for it.</summary>
    private static string? CheckVolunteer(FieldChecks check, NewVisit form)
    {
        if (!form.ByVolunteer)
            return null;
        check.That(form.SupervisorId is not null, "intake.visit.nosupervisor", nameof(form.SupervisorId));
        return check.Line(form.VolunteerName, nameof(form.VolunteerName), min: 2);
    }

    private static async Task<string> NameAsync(CaseDbContext db, Act act, Guid beneficiaryId, CancellationToken cancel)
    {
        await RequestAccess.RequireAsync(db, act, IntakeModule.EditPermission, beneficiaryId, cancel);
        await db.RequireUnmergedAsync(beneficiaryId, cancel);
        var beneficiary = await db.Beneficiaries.AsNoTracking().SingleOrDefaultAsync(b => b.Id == beneficiaryId, cancel);
        return beneficiary?.FullName ?? throw new RuleViolation("beneficiaries.file.gone", nameof(NewVisit.BeneficiaryId));
    }
}
