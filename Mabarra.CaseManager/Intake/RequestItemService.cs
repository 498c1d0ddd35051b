using Mabarra.CaseManager.Data;

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
        }, cancel);

    /// <summary>Marked by mistake, or handed back.</summary>
    public Task TakeBackAsync(Act act, Guid requestId, Guid version, Guid itemId, CancellationToken cancel = default) =>
        ChangeAsync(act, IntakeModule.EditPermission, requestId, version, itemId, "intake.item.takeback", item =>
        {
            RefuseDeclaration(item);
            item.TakeBack();
        }, cancel);

    /// <summary>A supervisor lets it go, with a reason that stays on record.</summary>
    public Task ExemptAsync(Act act, Guid requestId, Guid version, Guid itemId, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.ExemptPermission);
        var reason = CleanText.Line(act.Why, max: 400, min: 5);
        if (!reason.IsOk)
            throw new RuleViolation("intake.item.reason", nameof(Act.Why));
        var reasoned = act with { Why = reason.Value };
        return ChangeAsync(reasoned, IntakeModule.ExemptPermission, requestId, version, itemId, "intake.item.exempt", item =>
        {
            RefuseDeclaration(item);
            item.Exempt(reasoned);
        }, cancel);
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

    /// <summary>The signature is neither ticked, taken back nor exempted (ت-٤).</summary>
    private static void RefuseDeclaration(RequestItem item)
    {
        if (item.IsDeclaration)
            throw new RuleViolation("intake.item.declaration");
    }
}
