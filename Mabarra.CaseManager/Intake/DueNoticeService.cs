using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>How somebody was told of her new date.</summary>
public sealed record ToldForm
{
    public required Channel? By { get; init; }

    public string? Note { get; init; }
}

/// <summary>Ticking off who has been told that her reply comes by another day (ت-٦).</summary>
public sealed class DueNoticeService(CaseWriter writer)
{
    public Task TellAsync(Act act, Guid id, Guid version, ToldForm form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var check = new FieldChecks();
        check.That(form.By is not null, "intake.duenotice.how", nameof(form.By));
        var note = check.OptionalLine(form.Note, nameof(form.Note), DueNotice.LongestNote);
        check.ThrowIfAny();
        return writer.SaveAsync(async db =>
        {
            var (notices, requests) = (db.DueNotices, db.ServiceRequests);
            var notice = await notices.SingleOrDefaultAsync(n => n.Id == id, cancel) ?? throw new RuleViolation("intake.duenotice.gone");
            notice.ExpectVersion(version);
            var request = await requests.AsNoTracking().SingleAsync(r => r.Id == notice.RequestId, cancel);
            await RequestAccess.RequireAsync(db, act, IntakeModule.EditPermission, request.BeneficiaryId, cancel);
            notice.Tell(act, form.By!.Value, note);
            await RequestNotices.ToldAsync(db, act, request.Id, NoticeKind.DueMoved, cancel);
            db.Record(act, "intake.request.duetold", request, request.Number, "ت-6");
        }, cancel);
    }
}
