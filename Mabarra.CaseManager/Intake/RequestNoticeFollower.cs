using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake.Life;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>What a request owed somebody is done when its notice arrived: a reminder made, a moved date told. Nobody does it twice.</summary>
internal sealed class RequestNoticeFollower : INoticeFollower
{
    public Task ReachedAsync(CaseDbContext db, Act act, Notice notice, CancellationToken cancel) => notice switch
    {
        { RecordType: not nameof(ServiceRequest) } => Task.CompletedTask,
        { Kind: NoticeKind.Reminder } => RemindedAsync(db, act, notice, cancel),
        { Kind: NoticeKind.Decision } => RespondedAsync(db, act, notice, cancel),
        { Kind: NoticeKind.DueMoved } => ToldAsync(db, act, notice, cancel),
        _ => Task.CompletedTask,
    };

    /// <summary>The proof of delivery ends the reply period (R5).</summary>
    private static async Task RespondedAsync(CaseDbContext db, Act act, Notice notice, CancellationToken cancel)
    {
        var request = await db.ServiceRequests.SingleAsync(r => r.Id == notice.RecordId, cancel);
        // Proven by hand while the message was on its way.
        if (!request.CanRespond)
            return;
        request.Respond(act, notice.Route.AsChannel(), notice.Tries[^1].Detail, await CalendarReader.ReadAsync(db, cancel));
        RequestLoader.Touch(db, act, request, "intake.reply.prove", "ت-6");
    }

    private static async Task RemindedAsync(CaseDbContext db, Act act, Notice notice, CancellationToken cancel)
    {
        var requests = db.ServiceRequests;
        var request = await requests.Include(r => r.Reminders).SingleAsync(r => r.Id == notice.RecordId, cancel);
        // Completed or reminded otherwise while the message was on its way: nothing is owed then.
        if (request.Status != RequestStatus.Incomplete || !request.Reminders.Any(r => r.SinceOn == request.IncompleteSinceOn && r.MadeAt is null))
            return;
        request.Remind(act, notice.Route.AsChannel(), null, await ReminderPlan.ReadAsync(db, cancel));
        RequestLoader.Touch(db, act, request, "intake.life.remind", "ت-3");
    }

    private static async Task ToldAsync(CaseDbContext db, Act act, Notice notice, CancellationToken cancel)
    {
        var (notices, requests) = (db.DueNotices, db.ServiceRequests);
        if (await notices.SingleOrDefaultAsync(n => n.RequestId == notice.RecordId && n.OpenOrder != null, cancel) is not { } open)
            return;
        var request = await requests.AsNoTracking().SingleAsync(r => r.Id == notice.RecordId, cancel);
        open.Tell(act, notice.Route.AsChannel(), null);
        db.Record(act, "intake.request.duetold", request, request.Number, "ت-6");
    }
}
