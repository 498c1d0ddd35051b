using System.Linq.Expressions;
using System.Security.Cryptography;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Documents;

/// <summary>All that anybody is told of a paper: nothing about the person it is about, nor its number.</summary>
/// <param name="Sha256">Of the file as it is given out now.</param>
/// <param name="VoidedAt">Since when what it says no longer holds.</param>
public sealed record VerifiedPaper(IssuedKind Kind, DateTime IssuedAt, ReadOnlyMemory<byte> Sha256, DateTime? VoidedAt = null)
{
    /// <summary>A later paper adds to it.</summary>
    public DateTime? SupplementedAt { get; init; }

    /// <summary>It bears the association's seal since then; null for a paper that has none, or waits for it.</summary>
    public DateTime? SealedAt { get; init; }

    /// <summary>It is to be sealed, and was not yet.</summary>
    public bool AwaitsSeal { get; init; }

    /// <summary>The file asked about was given out before it was sealed.</summary>
    public bool IsEarlier { get; init; }

    /// <summary>The records behind it are no longer as they were signed.</summary>
    public bool IsForged { get; init; }

    public IReadOnlyList<PaperSigner> Signers { get; init; } = [];
}

/// <summary>Answers whoever holds a paper of ours. Anonymous: it tells what the paper's holder can read on it anyway.</summary>
public sealed class Verification(IDbContextFactory<CaseDbContext> contexts, FieldCipher cipher, IEnumerable<IRecordTruth> truths)
{
    /// <summary>Null for a code that no paper has, a mistyped and an invented one alike; each costs one look-up of a keyed hash.</summary>
    public async Task<VerifiedPaper?> ByCodeAsync(string? typed, CancellationToken cancel)
    {
        var hash = cipher.Lookup(IssuedDocuments.CodeKind, VerifyCode.Normalise(typed) ?? "");
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await FindAsync(db, d => d.CodeHash == hash, cancel) is { } found && CryptographicOperations.FixedTimeEquals(found.CodeHash, hash)
            ? await OfAsync(db, found, null, cancel)
            : null;
    }

    /// <summary>The paper with exactly these bytes, for somebody who has the file and no code.</summary>
    public async Task<VerifiedPaper?> ByFileAsync(byte[] sha256, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var seals = db.IssuedSeals;
        var found = await FindAsync(db, d => d.Sha256 == sha256, cancel) ?? await FindAsync(db, d => seals.Any(s => s.IssuedId == d.Id && s.Sha256 == sha256), cancel);
        return found is null ? null : await OfAsync(db, found, sha256, cancel);
    }

    private static Task<IssuedDocument?> FindAsync(CaseDbContext db, Expression<Func<IssuedDocument, bool>> which, CancellationToken cancel)
    {
        var papers = db.IssuedDocuments;
        return papers.AsNoTracking().Where(which).OrderBy(d => d.IssuedAt).FirstOrDefaultAsync(cancel);
    }

    private async Task<VerifiedPaper> OfAsync(CaseDbContext db, IssuedDocument found, byte[]? file, CancellationToken cancel)
    {
        var (seals, signers) = (db.IssuedSeals, db.Set<IssuedSigner>());
        var seal = await seals.AsNoTracking().SingleOrDefaultAsync(s => s.IssuedId == found.Id, cancel);
        var signed = await signers.AsNoTracking().Where(s => s.IssuedId == found.Id).OrderBy(s => s.Place).ToListAsync(cancel);
        var truth = truths.FirstOrDefault(t => string.Equals(t.RecordType, found.RecordType, StringComparison.Ordinal));
        return new VerifiedPaper(found.Kind, found.IssuedAt, seal?.Sha256 ?? found.Sha256, found.VoidedAt)
        {
            SupplementedAt = found.SupplementedAt,
            SealedAt = seal?.SealedAt,
            AwaitsSeal = found.IsToBeSealed && seal is null,
            IsEarlier = file is not null && seal?.Sha256 is { } now && !now.AsSpan().SequenceEqual(file),
            IsForged = truth is not null && !await truth.HoldsAsync(found.RecordId, cancel),
            Signers = [.. signed.Select(s => new PaperSigner(s.Name, s.RoleAr, s.RoleEn, s.SignedAt))],
        };
    }
}
