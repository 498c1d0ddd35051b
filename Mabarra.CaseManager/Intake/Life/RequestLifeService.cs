using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;

namespace Mabarra.CaseManager.Intake.Life;

/// <summary>What becomes of a request besides completeness (DOMAIN.md §3.1): revoked, reminded of, withdrawn, put away.</summary>
public sealed class RequestLifeService(CaseWriter writer, RequestNotices notices)
{
    private const int LongestNote = 400;

    /// <summary>A supervisor takes completeness back: the due date is void, and a notice tells the beneficiary what to bring (ت-٣, ت-٦).</summary>
    public Task RevokeAsync(Act act, Guid id, Guid version, RevocationForm form, CancellationToken cancel = default) =>
        ChangeAsync(act, IntakeModule.RevokePermission, id, version, "intake.life.revoke", "ت-6", async (db, request) =>
        {
            var reason = await ReasonReader.RequireAsync(db, ListNames.Revocation, form.Reason, noted: true, cancel);
            request.Revoke(act, reason, form.ItemIds, act.Actor.May(IntakeModule.RevokeAgainPermission), await ReminderPlan.ReadAsync(db, cancel));
            await IssuedDocuments.VoidAsync(db, act, id, IssuedKind.ReceiptSlip, cancel);
            await notices.RevokeAsync(db, act, request, cancel);
        }, cancel);

    /// <summary>The beneficiary was reminded of what is missing, and by which channel.</summary>
    public Task RemindAsync(Act act, Guid id, Guid version, ReminderForm form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var check = new FieldChecks();
        var channel = Channel(check, form.Channel, nameof(form.Channel));
        var note = check.OptionalLine(form.Note, nameof(form.Note), LongestNote);
        check.ThrowIfAny();
        return ChangeAsync(act, IntakeModule.EditPermission, id, version, "intake.life.remind", "ت-3", async (db, request) =>
        {
            await db.Entry(request).Collection(r => r.Reminders).LoadAsync(cancel);
            request.Remind(act, channel, note, await ReminderPlan.ReadAsync(db, cancel));
            await RequestNotices.ToldAsync(db, act, request.Id, NoticeKind.Reminder, cancel);
        }, cancel);
    }

    /// <summary>The beneficiary no longer wants it, and said so.</summary>
    public Task WithdrawAsync(Act act, Guid id, Guid version, WithdrawalForm form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var check = new FieldChecks();
        var channel = Channel(check, form.Channel, nameof(form.Channel));
        var on = form.WishOn ?? act.On;
        check.That(on <= act.On, "intake.life.future", nameof(form.WishOn));
        check.ThrowIfAny();
        return ChangeAsync(act, IntakeModule.EditPermission, id, version, "intake.life.withdraw", "ت-5", async (db, request) =>
        {
            check.That(on >= RiyadhTime.DayOf(request.CreatedAt), "intake.life.beforerequest", nameof(form.WishOn));
            check.ThrowIfAny();
            request.Withdraw(act, new(await ReasonReader.RequireAsync(db, ListNames.Withdrawal, form.Reason, noted: false, cancel), channel, on));
            // Its slip promised a reply, and none is owed any more.
            await IssuedDocuments.VoidAsync(db, act, id, IssuedKind.ReceiptSlip, cancel);
            await notices.EndAsync(db, act, request, cancel);
        }, cancel);
    }

    /// <summary>Put away: incomplete, reminded of, and nothing came.</summary>
    public Task ArchiveAsync(Act act, Guid id, Guid version, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.ArchivePermission);
        var check = new FieldChecks();
        var note = check.OptionalLine(act.Why, nameof(Act.Why), LongestNote);
        check.ThrowIfAny();
        return ChangeAsync(act, IntakeModule.ArchivePermission, id, version, "intake.life.archive", "ت-3", async (db, request) =>
        {
            request.Archive(act, note, await ReminderPlan.ReadAsync(db, cancel));
            await notices.EndAsync(db, act, request, cancel);
        }, cancel);
    }

    private Task ChangeAsync(
        Act act, string permission, Guid id, Guid version, string action, string clause, Func<CaseDbContext, ServiceRequest, Task> change, CancellationToken cancel) =>
        writer.SaveAsync(async db =>
        {
            var request = await RequestLoader.ForChangeAsync(db, act, permission, id, version, cancel);
            await change(db, request);
            RequestLoader.Touch(db, act, request, action, clause);
        }, cancel);

    private static Channel Channel(FieldChecks check, Channel? channel, string field)
    {
        check.That(channel is { } c && Enum.IsDefined(c), "intake.life.channel", field);
        return channel.GetValueOrDefault();
    }
}
