using Mabarra.CaseManager.Audit.Heads;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Audit;

/// <summary>What reading the whole chain showed.</summary>
/// <param name="Count">Entries that are as they were written, from the first on.</param>
/// <param name="BrokenAt">Sequence of the first entry that is changed, missing or out of place; null when all is well.</param>
/// <param name="BrokenWhy"><c>missing</c>, <c>unlinked</c>, <c>changed</c>: the chain itself; <c>rewritten</c>, <c>truncated</c>: it is not the one whose heads were
/// written down; <c>heads</c>: the list of heads was touched.</param>
public sealed record ChainVerdict(long Count, long? BrokenAt, string? BrokenWhy, byte[] Head)
{
    public bool IsWhole => BrokenAt is null;
}

/// <summary>Reads the trail from its first entry and names the first broken link (S6, S7).</summary>
public sealed class AuditVerifier(IDbContextFactory<CaseDbContext> contexts, AuditHeads heads)
{
    /// <param name="progress">Told the number of entries read, every thousand.</param>
    public async Task<ChainVerdict> VerifyAsync(IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        var (kept, badLine) = heads.Read();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var verdict = await VerifyAsync(db, kept, progress, cancel);
        return verdict.IsWhole && badLine is { } line ? verdict with { BrokenAt = line, BrokenWhy = "heads" } : verdict;
    }

    /// <param name="kept">The heads written down outside, in the order of writing.</param>
    internal static async Task<ChainVerdict> VerifyAsync(
        CaseDbContext db, IReadOnlyList<AuditHead> kept, IProgress<long>? progress, CancellationToken cancel)
    {
        var expected = kept.GroupBy(h => h.Sequence).ToDictionary(g => g.Key, g => g.Last().Hash);
        var (count, hash) = (0L, AuditChain.Genesis);
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var broken = WhyBroken(entry, count + 1, hash) ?? WhyRewritten(entry, expected);
            if (broken is not null)
                return new ChainVerdict(count, count + 1, broken, hash);
            (count, hash) = (count + 1, entry.Hash);
            if (count % 1000 == 0)
                progress?.Report(count);
        }

        var isCut = expected.Keys.Any(sequence => sequence > count);
        return new ChainVerdict(count, isCut ? count + 1 : null, isCut ? "truncated" : null, hash);
    }

    private static string? WhyRewritten(AuditEntry entry, Dictionary<long, string> expected) =>
        expected.TryGetValue(entry.Sequence, out var hash) && !string.Equals(hash, Convert.ToHexStringLower(entry.Hash), StringComparison.Ordinal) ? "rewritten" : null;

    private static string? WhyBroken(AuditEntry entry, long expected, byte[] previous)
    {
        if (entry.Sequence != expected)
            return "missing";
        if (!entry.PreviousHash.AsSpan().SequenceEqual(previous))
            return "unlinked";
        return entry.Hash.AsSpan().SequenceEqual(AuditChain.HashOf(entry)) ? null : "changed";
    }
}
