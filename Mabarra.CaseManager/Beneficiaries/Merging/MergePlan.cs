using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>What of one table moves, and what stays with the file that is merged away.</summary>
internal sealed record MergeStep(MergeTable Table, IReadOnlyList<Guid> Moving, int Staying, int Kept);

/// <summary>Which rows a merge moves: the preview counts the very same ones the act moves.</summary>
internal static class MergePlan
{
    public static async Task<IReadOnlyList<MergeStep>> OfAsync(CaseDbContext db, Guid kept, Guid other, CancellationToken cancel)
    {
        var stays = await StayingAsync(db, kept, other, cancel);
        var steps = new List<MergeStep>();
        foreach (var table in MergeTable.In(db))
        {
            var (rows, has) = (await table.IdsAsync(db, other, cancel), await table.CountAsync(db, kept, cancel));
            var moving = table.IsSingle && has > 0 ? [] : rows.Where(r => !stays.Contains(r)).ToList();
            steps.Add(new MergeStep(table, moving, rows.Count - moving.Count, has));
        }
        return steps;
    }

    /// <summary>A consent that stands on both files stands once: the kept file's. The other one, and the photo under it, stay where they are.</summary>
    private static async Task<HashSet<Guid>> StayingAsync(CaseDbContext db, Guid kept, Guid other, CancellationToken cancel)
    {
        var consents = await db.ConsentRecords.AsNoTracking().Where(c => (c.BeneficiaryId == kept || c.BeneficiaryId == other) && c.WithdrawnAt == null).ToListAsync(cancel);
        var twice = consents.Where(c => c.BeneficiaryId == other && consents.Exists(k => k.BeneficiaryId == kept && k.Purpose == c.Purpose)).ToList();
        return [.. twice.Select(c => c.Id), .. twice.Select(c => c.PhotoId).OfType<Guid>()];
    }
}
