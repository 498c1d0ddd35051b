using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Jobs;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>
/// Whether what stands in the database is still what was signed: every vote bears its mark, the content gives the hash that was fixed, and every signature is of it.
/// Asked before approval, on the page, whenever the paper is confirmed by anybody, and each night of all minutes.
/// </summary>
public sealed class MinutesTruth(IDbContextFactory<CaseDbContext> contexts, VoteAudit votes) : IRecordTruth, IDailyJob
{
    public string RecordType => nameof(Minutes);

    public string Name => "committee-minutes";

    public async Task<bool> HoldsAsync(Guid recordId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var all = db.Minutes;
        if (await all.AsNoTracking().Include(m => m.Signatures).SingleOrDefaultAsync(m => m.Id == recordId, cancel) is not { } minutes)
            return false;
        return IsIntact(minutes, (await SittingDesk.LoadAsync(db, minutes.SittingId, cancel)).Sitting, votes);
    }

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var forged = await votes.ForgedAsync(cancel);
        var changed = new List<Guid>();
        foreach (var id in await SignedAsync(cancel))
        {
            if (!await HoldsAsync(id, cancel))
                changed.Add(id);
        }
        return forged.Count + changed.Count == 0
            ? null
            : $"MemberVotes {string.Join(", ", forged)}; Minutes {string.Join(", ", changed)}: not as they were signed";
    }

    internal static bool IsIntact(Minutes minutes, Sitting sitting, VoteAudit votes) =>
        sitting.Items.SelectMany(i => i.Votes).All(votes.IsAsCast)
        && (minutes.ContentHash is not { } hash || hash.AsSpan().SequenceEqual(Minutes.HashOf(MinutesContent.Of(minutes, sitting))))
        && minutes.Signatures.All(s => sitting.Of(s.EmployeeId) is { } member && MinutesPart.Of(minutes, sitting, member).Hash.AsSpan().SequenceEqual(s.Hash));

    private async Task<List<Guid>> SignedAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var all = db.Minutes;
        return await all.Where(m => m.ContentHash != null).Select(m => m.Id).ToListAsync(cancel);
    }
}
