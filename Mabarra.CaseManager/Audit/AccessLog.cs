using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Audit;

/// <summary>Writes down each look at a beneficiary's file or a document (ح-٢).</summary>
public sealed class AccessLog(CaseWriter writer)
{
    public Task LookedAsync(Act act, string recordType, Guid recordId, CancellationToken cancel) =>
        writer.SaveAsync(db =>
        {
            db.Add(new AccessEntry(Guid.CreateVersion7(), act.At, act.Actor.Id, act.Actor.Name, recordType, recordId, act.Why));
            return Task.CompletedTask;
        }, cancel);
}
