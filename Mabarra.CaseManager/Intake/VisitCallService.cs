using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Contacts.Inquiries;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>Who was called: what the clerk and the hall are told.</summary>
public sealed record CalledVisit(Guid Id, long? SlipNo, string VisitorName);

/// <summary>Calling who waits (ت-١), and answering what was handed over.</summary>
public sealed class VisitCallService(CaseWriter writer)
{
    private const int LongestDesk = 40;
    private const int Tries = 3;

    /// <summary>«نادِ التالي»: the one who has waited longest today. Two clerks at once get two visitors.</summary>
    /// <returns>Null when nobody waits.</returns>
    public async Task<CalledVisit?> CallNextAsync(Act act, string? desk, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var place = Desk(desk);
        var (first, end) = (DayOrders.First(act.On), DayOrders.First(act.On.AddDays(1)));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await writer.SaveAsync(async db =>
                {
                    var next = await db.Visits.VisibleTo(db, act, IntakeModule.EditPermission)
                        .Where(v => v.Status == VisitStatus.Waiting && v.DayOrder >= first && v.DayOrder < end).OrderBy(v => v.DayOrder).FirstOrDefaultAsync(cancel);
                    return next is null ? null : Call(db, act, next, place);
                }, cancel);
            }
            catch (StaleRecord) when (attempt < Tries)
            {
                // Another node called the same visitor between the read and the save: the next one is ours.
            }
        }
    }

    /// <summary>Calls this one. Asks for no version: what stands in the way is told in words, with the colleague's name.</summary>
    /// <exception cref="RuleViolation"><c>intake.visit.calledby</c>, <c>intake.visit.servedby</c>: a colleague was first.</exception>
    public async Task<CalledVisit> CallAsync(Act act, Guid id, string? desk, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var place = Desk(desk);
        return await writer.SaveAsync(async db =>
        {
            var visit = await db.Visits.SingleOrDefaultAsync(v => v.Id == id, cancel) ?? throw new RuleViolation("intake.visit.gone");
            if (visit.BeneficiaryId is { } beneficiary)
                await RequestAccess.RequireAsync(db, act, IntakeModule.EditPermission, beneficiary, cancel);
            return Call(db, act, visit, place);
        }, cancel);
    }

    /// <summary>The answer to a question that was handed over, with its source (ت-١).</summary>
    /// <exception cref="AccessDenied">Handed to somebody else.</exception>
    public Task AnswerAsync(Act act, Guid id, Guid version, VisitAnswerForm form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var check = new FieldChecks();
        var answer = check.Paragraph(form.Answer, nameof(form.Answer), VisitService.LongestQuestion);
        var source = check.Line(form.AnswerSource, nameof(form.AnswerSource));
        check.ThrowIfAny();
        return writer.SaveAsync(async db =>
        {
            var visit = await db.Visits.SingleOrDefaultAsync(v => v.Id == id, cancel) ?? throw new RuleViolation("intake.visit.gone");
            visit.ExpectVersion(version);
            if (visit is { IsHandedOver: true, AnsweredAt: null } && !await db.Visits.QuestionsFor(db, act, IntakeModule.EditPermission).AnyAsync(v => v.Id == id, cancel))
                throw act.Refuse(IntakeModule.EditPermission, id);
            visit.AnswerLater(act, answer, source);
            await InquiryRegister.AnsweredAtVisitAsync(db, act, visit.Id, answer, source, cancel);
            db.Record(act, "intake.visit.answer", visit, VisitService.Label(visit), "ت-1");
        }, cancel);
    }

    private static CalledVisit Call(CaseDbContext db, Act act, Visit visit, string desk)
    {
        visit.Call(act, desk);
        db.Record(act, "intake.visit.call", visit, VisitService.Label(visit), "ت-1");
        return new CalledVisit(visit.Id, visit.SlipNo, visit.VisitorName);
    }

    private static string Desk(string? typed)
    {
        var check = new FieldChecks();
        var desk = check.Line(typed, "Desk", LongestDesk);
        check.ThrowIfAny();
        return desk;
    }
}
