using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Lets one node be at an import, and another take over when it has died (C9).</summary>
internal sealed class ImportLease(TimeProvider clock)
{
    /// <summary>Longer than any batch takes.</summary>
    internal static readonly TimeSpan Hold = TimeSpan.FromSeconds(60);

    /// <summary>Each start of the app is somebody else.</summary>
    private readonly Guid self = Guid.NewGuid();

    /// <returns>True when this node is at it from now on.</returns>
    public async Task<bool> TakeAsync(CaseDbContext db, Guid import, CancellationToken cancel)
    {
        var progress = await db.ImportProgress.SingleOrDefaultAsync(p => p.ImportId == import, cancel);
        if (progress is not null && progress.HeldBy != self && progress.LeaseEndsAt > clock.Now)
            return false;
        if (progress is null)
            db.Add(progress = new ImportProgress { ImportId = import });
        (progress.HeldBy, progress.LeaseEndsAt, progress.Handled) = (self, clock.Now + Hold, 0);
        return true;
    }

    /// <summary>Part of every batch's transaction: nothing is written any more once somebody stopped it or another node took over.</summary>
    public async Task<bool> KeepAsync(CaseDbContext db, Guid import, ImportStatus status, CancellationToken cancel)
    {
        var progress = await db.ImportProgress.SingleOrDefaultAsync(p => p.ImportId == import, cancel);
        if (progress is null || progress.HeldBy != self || !await db.RegistryImports.AnyAsync(i => i.Id == import && i.Status == status, cancel))
            return false;
        progress.LeaseEndsAt = clock.Now + Hold;
        return true;
    }
}
