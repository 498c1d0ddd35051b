using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Audit;

/// <summary>Writes down each look at a beneficiary's file or a document (ح-٢), and each refused try.</summary>
public sealed class AccessLog(CaseWriter writer)
{
    public Task LookedAsync(Act act, string recordType, Guid recordId, CancellationToken cancel) =>
        writer.SaveAsync(db =>
        {
            db.Add(new AccessEntry(Guid.CreateVersion7(), act.At, act.Actor.Id, act.Actor.Name, recordType, recordId, act.Why));
            return Task.CompletedTask;
        }, cancel);

    /// <summary>A refusal is an act of its own in the trail: who tried what.</summary>
    public Task RefusedAsync(Act act, string permission, Guid? recordId, CancellationToken cancel) =>
        writer.SaveAsync(db =>
        {
            db.Record(act with { Why = permission }, "access.denied", recordId ?? act.Actor.Id, "AccessDenied");
            return Task.CompletedTask;
        }, cancel);
}
