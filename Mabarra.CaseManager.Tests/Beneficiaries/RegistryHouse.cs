using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Beneficiaries;

/// <summary>A house with one file in it, whose parts are tested.</summary>
public abstract class RegistryHouse(TestDatabase database) : House(database)
{
    protected Act Clerk => By(StaffRole.FrontDesk);

    /// <summary>The file of a widow, number 1.</summary>
    protected Guid File { get; private set; }

    protected override async Task SetUpAsync()
    {
        await AddReferenceDataAsync();
        File = await RegisterAsync(1);
    }

    protected Task<Guid> RegisterAsync(int n, string name = "نورة سعد فهد العمري", params string[] categories) =>
        The<BeneficiaryService>().RegisterAsync(Clerk, Guid.CreateVersion7(), Make.Person(n, name, categories), Cancel);

    protected Task<Beneficiary> ReadFileAsync(Guid? id = null) => ReadAsync(db =>
    {
        var (beneficiaries, wanted) = (db.Beneficiaries, id ?? File);
        return beneficiaries.AsNoTracking().Include(b => b.Categories).SingleAsync(b => b.Id == wanted, Cancel);
    });

    protected async Task<Guid> VersionAsync() => (await ReadFileAsync()).Version;

    /// <summary>The newest entry of the file's trail.</summary>
    protected async Task<AuditRow> LastActAsync() => (await The<AuditQueries>().OfRecordAsync(File, 1, Cancel))[0];

    protected async Task<IReadOnlyList<string>> LooksAsync() =>
        [.. (await The<AuditQueries>().AccessOfRecordAsync(By(StaffRole.SeniorManagement), File, 20, Cancel)).Select(l => l.RecordType).Order(StringComparer.Ordinal)];

    /// <summary>Everything the trail ever said about the file.</summary>
    protected async Task<string> TrailAsync() =>
        string.Join('\n', (await The<AuditQueries>().OfRecordAsync(File, 200, Cancel)).Select(e => $"{e.Action} {e.Changes} {e.Reason}"));
}
