using System.Security.Cryptography;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Documents;

/// <summary>All that anybody is told of a paper: nothing about the person it is about, nor its number.</summary>
/// <param name="VoidedAt">Since when what it says no longer holds.</param>
public sealed record VerifiedPaper(IssuedKind Kind, DateTime IssuedAt, ReadOnlyMemory<byte> Sha256, DateTime? VoidedAt = null);

/// <summary>Answers whoever holds a paper of ours. Anonymous: it tells what the paper's holder can read on it anyway.</summary>
public sealed class Verification(IDbContextFactory<CaseDbContext> contexts, FieldCipher cipher)
{
    /// <summary>Null for a code that no paper has, a mistyped and an invented one alike; each costs one look-up of a keyed hash.</summary>
    public async Task<VerifiedPaper?> ByCodeAsync(string? typed, CancellationToken cancel)
    {
        var hash = cipher.Lookup(IssuedDocuments.CodeKind, VerifyCode.Normalise(typed) ?? "");
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await db.IssuedDocuments.AsNoTracking().Where(d => d.CodeHash == hash)
            .Select(d => new { d.CodeHash, d.Kind, d.IssuedAt, d.Sha256, d.VoidedAt }).FirstOrDefaultAsync(cancel);
        return found is not null && CryptographicOperations.FixedTimeEquals(found.CodeHash, hash)
            ? new VerifiedPaper(found.Kind, found.IssuedAt, found.Sha256, found.VoidedAt)
            : null;
    }

    /// <summary>The paper with exactly these bytes, for somebody who has the file and no code.</summary>
    public async Task<VerifiedPaper?> ByFileAsync(byte[] sha256, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.IssuedDocuments.AsNoTracking().Where(d => d.Sha256 == sha256).OrderBy(d => d.IssuedAt)
            .Select(d => new VerifiedPaper(d.Kind, d.IssuedAt, d.Sha256, d.VoidedAt)).FirstOrDefaultAsync(cancel);
    }
}
