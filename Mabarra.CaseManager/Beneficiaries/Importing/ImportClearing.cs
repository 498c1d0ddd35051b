using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Imports nobody came back to are thrown away: people's data does not lie about (نظام حماية البيانات الشخصية).</summary>
internal sealed class ImportClearing(CaseWriter writer, TimeProvider clock) : IDailyJob
{
    public const int KeptDays = 30;

    public string Name => "import-clearing";

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        await writer.SaveAsync(async db =>
        {
            var act = new Act(Actor.System, clock.Now);
            var before = clock.Now.AddDays(-KeptDays);
            var old = await db.RegistryImports.Where(i => i.Status != ImportStatus.Discarded && i.Status != ImportStatus.Applying && (i.EndedAt ?? i.CreatedAt) < before).ToListAsync(cancel);
            foreach (var import in old)
            {
                await ImportRemains.DropAsync(db, import, r => true, cancel);
                import.Discard(act, import.Added);
                db.Record(act, "registry.import.discard", import, null, "ح-2");
            }
        }, cancel);
        return null;
    }
}
