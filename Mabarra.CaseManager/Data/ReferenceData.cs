namespace Mabarra.CaseManager.Data;

/// <summary>Rows a module cannot work without (holidays, categories, services). Added once; what an administrator changed afterwards is left alone.</summary>
public interface IReferenceData
{
    Task EnsureAsync(CaseDbContext db, CancellationToken cancel);
}

/// <summary>Asks every module for its rows, in the order the modules are composed, in one transaction.</summary>
public sealed class ReferenceDataBoot(IEnumerable<IReferenceData> modules, CaseWriter writer)
{
    public Task EnsureAsync(CancellationToken cancel) => writer.SaveAsync(async db =>
    {
        foreach (var module in modules)
            await module.EnsureAsync(db, cancel);
    }, cancel);
}
