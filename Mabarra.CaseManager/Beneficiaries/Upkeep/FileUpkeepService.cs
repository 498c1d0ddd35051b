using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Keeping a file true after it was opened: gone through with her, the paper seen, the rest of her data, where the file stands.</summary>
public sealed class FileUpkeepService(CaseWriter writer)
{
    /// <summary>Somebody went through the data with her and it is right as it stands: the file is fresh for another twelve months.</summary>
    public Task ReviewAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "registry.file.review", file => file.Review(act), cancel);

    /// <summary>The identity document was looked at. It is never copied (Law 28, Reg. 31).</summary>
    public Task SightIdAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "registry.file.sight", file => file.SightId(act), cancel);

    public Task AddMoreAsync(Act act, Guid id, Guid version, MoreForm form, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "registry.file.more", file => file.Add(form.Check(file)), cancel);

    public Task SetStatusAsync(Act act, Guid id, Guid version, StatusForm form, CancellationToken cancel = default)
    {
        act.Require(BeneficiariesModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var file = await db.EditableAsync(act, id, cancel);
            file.ExpectVersion(version);
            var (status, on, reason) = form.Check(file, act.On);
            file.Become(status, on, reason);
            db.RecordOn(act with { Why = reason }, "registry.file.status", file);
        }, cancel);
    }

    private Task ChangeAsync(Act act, Guid id, Guid version, string action, Action<Beneficiary> change, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var file = await db.EditableAsync(act, id, cancel);
            file.ExpectVersion(version);
            change(file);
            db.RecordOn(act, action, file);
        }, cancel);
    }
}
