using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake.Life;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>The papers of a request: received, taken back, exempted (ت-٢, ت-٣).</summary>
public sealed class RequestItemService(CaseWriter writer)
{
    /// <summary>A paper was handed over, seen or verified.</summary>
    public Task ReceiveAsync(Act act, Guid requestId, Guid version, Guid itemId, ItemForm form, CancellationToken cancel = default) =>
        ChangeAsync(act, IntakeModule.EditPermission, requestId, version, itemId, "intake.item.receive", async (db, item) =>
        {
            if (form.DocumentId is { } file)
                await RequestFiles.RequireAsync(db, requestId, file, nameof(form.DocumentId), cancel);
            item.Receive(act, RequestChecks.Receipt(act, item, form));
            await BackCheckAsync(db, act, item, cancel);
        }, cancel);

    /// <summary>Marked by mistake, or handed back.</summary>
    public Task TakeBackAsync(Act act, Guid requestId, Guid version, Guid itemId, CancellationToken cancel = default) =>
        ChangeAsync(act, IntakeModule.EditPermission, requestId, version, itemId, "intake.item.takeback", item =>
        {
            RefuseDeclaration(item);
            item.TakeBack();
        }, cancel);

    /// <summary>A supervisor lets it go, with a reason of the list that stays on record and on the papers.</summary>
    public Task ExemptAsync(Act act, Guid requestId, Guid version, Guid itemId, ReasonForm form, CancellationToken cancel = default) =>
        ChangeAsync(act, IntakeModule.ExemptPermission, requestId, version, itemId, "intake.item.exempt", async (db, item) =>
        {
            RefuseDeclaration(item);
            await RefuseOwnAsync(db, act, requestId, cancel);
            item.Exempt(act, await ReasonReader.RequireAsync(db, ListNames.Exemption, form, noted: false, cancel));
        }, cancel);

    /// <summary>Brought, and not good enough: the deficiency notice says why.</summary>
    public Task RejectAsync(Act act, Guid requestId, Guid version, Guid itemId, ReasonForm form, CancellationToken cancel = default) =>
        ChangeAsync(act, IntakeModule.EditPermission, requestId, version, itemId, "intake.item.reject", async (db, item) =>
        {
            RefuseDeclaration(item);
            item.Reject(act, await ReasonReader.RequireAsync(db, ListNames.PaperRefusal, form, noted: false, cancel));
        }, cancel);

    /// <summary>Staff gain no days by noting late (R5): what was noted more than one working day after it came is looked at again.</summary>
    private static async Task BackCheckAsync(CaseDbContext db, Act act, RequestItem item, CancellationToken cancel)
    {
        var days = (await CalendarReader.ReadAsync(db, cancel)).CountWorkingDays(item.ReceivedOn!.Value, act.On);
        if (days > BackCheck.AllowedDays)
            item.BackCheck(days, await db.NextSerialAsync(BackCheck.Series, cancel));
    }

    private Task ChangeAsync(
        Act act, string permission, Guid requestId, Guid version, Guid itemId, string action, Action<RequestItem> change, CancellationToken cancel) =>
        ChangeAsync(act, permission, requestId, version, itemId, action, (_, item) =>
        {
            change(item);
            return Task.CompletedTask;
        }, cancel);

    private Task ChangeAsync(
        Act act, string permission, Guid requestId, Guid version, Guid itemId, string action, Func<CaseDbContext, RequestItem, Task> change, CancellationToken cancel) =>
        writer.SaveAsync(async db =>
        {
            var request = await RequestLoader.ForChangeAsync(db, act, permission, requestId, version, cancel);
            request.RequireIntake();
            await change(db, request.Item(itemId));
            RequestLoader.Touch(db, act, request, action, "ت-3");
        }, cancel);

    /// <summary>Whoever took the request in asks for the exemption; somebody else grants it, whatever roles the one has (DOMAIN.md §3.1, §3.8).</summary>
    private static async Task RefuseOwnAsync(CaseDbContext db, Act act, Guid requestId, CancellationToken cancel)
    {
        var trail = db.AuditEntries;
        if (await trail.AnyAsync(e => e.RecordId == requestId && e.Action == "intake.request.open" && e.ActorId == act.Actor.Id, cancel))
            throw new RuleViolation("intake.item.own");
    }

    /// <summary>The signature is neither ticked, taken back nor exempted (ت-٤).</summary>
    private static void RefuseDeclaration(RequestItem item)
    {
        if (item.IsDeclaration)
            throw new RuleViolation("intake.item.declaration");
    }
}
