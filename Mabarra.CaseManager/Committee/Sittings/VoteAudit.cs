using System.Security.Cryptography;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>Finds votes whose row somebody changed by hand: their mark, made with a key outside of the database, no longer fits.</summary>
public sealed class VoteAudit(IDbContextFactory<CaseDbContext> contexts, FieldCipher cipher)
{
    /// <returns>Ids of the votes that are not as they were cast.</returns>
    public async Task<IReadOnlyList<Guid>> ForgedAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var forged = new List<Guid>();
        await foreach (var vote in db.Set<MemberVote>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!IsAsCast(vote))
                forged.Add(vote.Id);
        }
        return forged;
    }

    internal bool IsAsCast(MemberVote vote) => CryptographicOperations.FixedTimeEquals(vote.Mark, cipher.Lookup(VoteService.MarkKind, vote.Content));
}
