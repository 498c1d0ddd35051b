using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>One of two files in a preview.</summary>
public sealed record MergeSide(Guid Id, Guid Version, long FileNo, IdKind IdKind, string IdTail, FileValues Values, IReadOnlyList<string> Categories, bool HidesAddress);

/// <summary>How many rows of one part move, how many the kept file has, how many stay where they are.</summary>
public sealed record MergeCount(string Part, int Kept, int Moving, int Staying);

/// <summary>What a merge would do.</summary>
public sealed record MergePreview(MergeSide Kept, MergeSide Other, IReadOnlyList<MergeCount> Counts)
{
    public IReadOnlyList<MergeField> Differing => Kept.Values.Differing(Other.Values);
}

/// <summary>A merge as the two files show it.</summary>
public sealed record MergeRow(Guid Id, Guid KeptId, long KeptNo, long MergedNo, DateTime MergedAt, string ByName, string Reason);

/// <summary>Reads of merges.</summary>
public sealed class MergeQueries(IDbContextFactory<CaseDbContext> contexts, AccessLog log, ProtectedAddresses addresses)
{
    /// <summary>Two files side by side. Both are looked at, and that is written down.</summary>
    /// <returns>Null when one is not there, is merged already, or both are the same.</returns>
    public async Task<MergePreview?> PreviewAsync(Act act, Guid keptId, Guid otherId, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.MergePermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (keptId == otherId || await SideAsync(db, act, keptId, cancel) is not { } kept || await SideAsync(db, act, otherId, cancel) is not { } other)
            return null;
        var plan = await MergePlan.OfAsync(db, keptId, otherId, cancel);
        return new MergePreview(kept, other, [.. plan.Select(s => new MergeCount(s.Table.Part, s.Kept, s.Moving.Count, s.Staying))]);
    }

    /// <summary>The merges, not taken back, that this file is part of, newest first.</summary>
    public async Task<IReadOnlyList<MergeRow>> OfFileAsync(Act act, Guid fileId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.RequireAsync(act, BeneficiariesModule.ViewPermission, fileId, cancel);
        var (merges, files) = (db.FileMerges.AsNoTracking(), db.Beneficiaries.AsNoTracking());
        return await (from merge in merges
                      where (merge.KeptId == fileId || merge.MergedId == fileId) && merge.UndoneAt == null
                      join kept in files on merge.KeptId equals kept.Id
                      join merged in files on merge.MergedId equals merged.Id
                      orderby merge.MergedAt descending
                      select new MergeRow(merge.Id, kept.Id, kept.FileNo, merged.FileNo, merge.MergedAt, merge.MergedByName, merge.Reason)).ToListAsync(cancel);
    }

    private async Task<MergeSide?> SideAsync(CaseDbContext db, Act act, Guid id, CancellationToken cancel)
    {
        var file = await db.Beneficiaries.AsNoTracking().Include(b => b.Categories).SingleOrDefaultAsync(b => b.Id == id, cancel);
        if (file is null || file.IsMerged)
            return null;
        var codes = file.Categories.Select(c => c.CategoryCode).ToList();
        if (!BeneficiaryAccess.Covers(act.Actor, BeneficiariesModule.MergePermission, codes))
            throw act.Refuse(BeneficiariesModule.MergePermission, id);
        await log.LookedAsync(act, nameof(Beneficiary), id, cancel);
        var hides = await addresses.HidesAsync(db, act, file, cancel);
        if (hides)
            file.HideAddress();
        return new MergeSide(file.Id, file.Version, file.FileNo, file.IdKind, file.IdTail, file.Values, codes, hides);
    }
}
