using System.Resources;
using System.Security.Cryptography;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Documents;

/// <summary>Seals papers with the association's certificate: as they are issued, or later when that could not be. Never silently: a paper without its seal is told of until it has one.</summary>
public sealed class PaperSeals(
    SealKey key, BodyStore bodies, Association association, CaseWriter writer, IDbContextFactory<CaseDbContext> contexts, ILogger<PaperSeals> log)
{
    private static readonly ResourceManager Texts = new(typeof(DocumentsText));

    /// <summary>Makes the app's own certificate where none is yet. Before the transaction that issues.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        if (key.Standing().State != SealState.Missing)
            return;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        key.Prepare((await association.ProfileAsync(cancel)).Name, await db.IssuedSeals.AnyAsync(cancel));
    }

    /// <returns>Null while none is there and none is needed yet.</returns>
    public async Task<SealStanding?> StandingAsync(CancellationToken cancel)
    {
        var standing = key.Standing();
        if (standing is not { State: SealState.Missing, IsSelfMade: true })
            return standing;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.IssuedSeals.AnyAsync(cancel) ? standing : null;
    }

    /// <summary>When each of these papers was sealed; those that are missing were not.</summary>
    public static async Task<DateTime?> SealedAtAsync(CaseDbContext db, Guid issuedId, CancellationToken cancel) =>
        await db.IssuedSeals.Where(s => s.IssuedId == issuedId).Select(s => (DateTime?)s.SealedAt).SingleOrDefaultAsync(cancel);

    /// <summary>Seals a paper that was issued without. Once, whoever asks however often (D4). The caller has checked that the person may.</summary>
    /// <exception cref="RuleViolation">It still cannot be: <c>documents.seal.…</c> says why.</exception>
    internal async Task SealAsync(Act act, Guid issuedId, CancellationToken cancel)
    {
        await PrepareAsync(cancel);
        await writer.SaveAsync(async db =>
        {
            var papers = db.IssuedDocuments;
            var paper = await papers.SingleAsync(d => d.Id == issuedId, cancel);
            if (await db.IssuedSeals.AnyAsync(s => s.IssuedId == issuedId, cancel))
                return;
            await using var plain = bodies.Open(paper.BodyId, paper.Length, paper.Sha256);
            using var whole = new MemoryStream((int)paper.Length);
            await plain.CopyToAsync(whole, cancel);
            if (await TryAsync(db, whole.ToArray(), act.At, cancel) is not { } made)
                throw new RuleViolation($"documents.seal.{key.Standing().State}");
            var body = await bodies.WriteAsync(db, made.Pdf, cancel);
            db.Add(new IssuedSeal(issuedId, act.At, made.Signer, made.Subject, body));
            db.Record(act, "documents.paper.seal", paper.RecordId, paper.RecordType, paper.Number);
        }, cancel);
    }

    /// <returns>Null when it cannot be now; the log says why, and so does <see cref="StandingAsync"/>.</returns>
    internal async Task<SealedPaper?> TryAsync(CaseDbContext db, byte[] pdf, DateTime at, CancellationToken cancel)
    {
        if (key.Signer() is not { } signer)
        {
            log.LogError("A paper could not be sealed: the certificate is {State}.", key.Standing().State);
            return null;
        }

        try
        {
            var name = (await association.ReadAsync(db, cancel)).Name;
            var reason = Texts.GetString("documents.seal.reason", AppCulture.Arabic)!;
            return new SealedPaper(PdfSeal.Of(pdf, signer, new SealNote(name, reason, at)), signer, name);
        }
        catch (Exception e) when (e is CryptographicException or InvalidOperationException or InvalidDataException)
        {
            log.LogError(e, "A paper could not be sealed.");
            return null;
        }
    }

    /// <summary>What a file that is not in our register bears.</summary>
    public async Task<SealFinding> ExamineAsync(byte[] pdf, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var prints = await db.IssuedSeals.Select(s => s.CertificatePrint).Distinct().ToListAsync(cancel);
        var ours = prints.Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        if (key.Signer() is { } current)
            ours.Add(Convert.ToHexString(current.Print));
        return SealCheck.Of(pdf, ours);
    }
}

/// <summary>A sealed file, and what it was sealed with.</summary>
internal sealed record SealedPaper(byte[] Pdf, SealSigner Signer, string Subject);
