using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Audit;

/// <summary>What reading the whole chain showed.</summary>
/// <param name="Count">Entries that are as they were written, from the first on.</param>
/// <param name="BrokenAt">Sequence of the first entry that is changed, missing or out of place; null when all is well.</param>
public sealed record ChainVerdict(long Count, long? BrokenAt, string? BrokenWhy, byte[] Head)
{
    public bool IsWhole => BrokenAt is null;
}

/// <summary>Reads the trail from its first entry and names the first broken link (S6, S7).</summary>
public sealed class AuditVerifier(IDbContextFactory<CaseDbContext> contexts)
{
    /// <param name="progress">Told the number of entries read, every thousand.</param>
    public async Task<ChainVerdict> VerifyAsync(IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (count, hash) = (0L, AuditChain.Genesis);
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var broken = WhyBroken(entry, count + 1, hash);
            if (broken is not null)
                return new ChainVerdict(count, count + 1, broken, hash);
            (count, hash) = (count + 1, entry.Hash);
            if (count % 1000 == 0)
                progress?.Report(count);
        }

        return new ChainVerdict(count, null, null, hash);
    }

    private static string? WhyBroken(AuditEntry entry, long expected, byte[] previous)
    {
        if (entry.Sequence != expected)
            return "missing";
        if (!entry.PreviousHash.AsSpan().SequenceEqual(previous))
            return "unlinked";
        return entry.Hash.AsSpan().SequenceEqual(AuditChain.HashOf(entry)) ? null : "changed";
    }
}
