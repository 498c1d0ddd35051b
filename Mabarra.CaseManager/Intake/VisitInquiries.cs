using Mabarra.CaseManager.Contacts.Inquiries;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>A question handed over at a visit becomes an inquiry with a number, an officer and a target day (ت-١, ج-٢); so do those from before there were inquiries.</summary>
internal sealed class VisitInquiries(TimeProvider clock) : IReferenceData
{
    private const int Batch = 500;

    public static async Task OpenAsync(CaseDbContext db, Act act, Visit visit, CancellationToken cancel)
    {
        if (visit is { IsHandedOver: true, Question: { } question })
            await InquiryRegister.FromVisitAsync(db, act, Of(visit, question, act.At), cancel);
    }

    public async Task EnsureAsync(CaseDbContext db, CancellationToken cancel)
    {
        var (visits, inquiries, act) = (db.Visits, db.Inquiries, new Act(Kernel.Actor.System, clock.Now));
        while (await visits.AsNoTracking().Where(v => v.IsHandedOver && v.Question != null && !inquiries.Any(i => i.VisitId == v.Id))
            .OrderBy(v => v.Serial).Take(Batch).ToListAsync(cancel) is { Count: > 0 } old)
        {
            foreach (var visit in old)
                await InquiryRegister.FromVisitAsync(db, act, Of(visit, visit.Question!, visit.EndedAt ?? visit.ArrivedAt), cancel);
            await db.SaveChangesAsync(cancel);
        }
    }

    private static VisitQuestion Of(Visit visit, string question, DateTime askedAt) => new(visit.Id, visit.BeneficiaryId, visit.VisitorName, question, askedAt)
    {
        OfficerId = visit.HandedToId,
        Answer = visit.Answer,
        AnswerSource = visit.AnswerSource,
        AnsweredAt = visit.AnsweredAt,
        AnsweredByName = visit.AnsweredByName,
    };
}

/// <summary>The inquiry was answered: so is the visit's question.</summary>
internal sealed class VisitInquiryFollower : IInquiryFollower
{
    public async Task AnsweredAsync(CaseDbContext db, Act act, Inquiry inquiry, CancellationToken cancel)
    {
        var visits = db.Visits;
        if (inquiry.VisitId is not { } id || await visits.SingleOrDefaultAsync(v => v.Id == id, cancel) is not { AnsweredAt: null } visit)
            return;
        visit.AnswerLater(act, inquiry.Answer!, inquiry.AnswerSource);
        Audit.AuditModule.Record(db, act, "intake.visit.answer", visit, VisitService.Label(visit), "ت-1");
    }
}
