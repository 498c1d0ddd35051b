using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Documents;

/// <summary>A paper about to be issued.</summary>
public sealed record NewIssued
{
    public required IssuedKind Kind { get; init; }

    public required string Number { get; init; }

    public required Guid RecordId { get; init; }

    /// <summary>Name of the record's entity; its <see cref="IDocumentAccess"/> says who may print the paper again.</summary>
    public required string RecordType { get; init; }

    /// <summary>Sealed with the association's certificate; it waits for its seal when that cannot be now.</summary>
    public bool IsSealed { get; init; }

    /// <summary>Who signed what it says, for whoever has it confirmed.</summary>
    public IReadOnlyList<PaperSigner> Signers { get; init; } = [];
}

/// <summary>What is printed on a paper so that it can be confirmed.</summary>
/// <param name="Code">In four groups.</param>
/// <param name="Url">For the square code.</param>
public sealed record VerifyMark(string Code, string Url);

/// <summary>An issued paper: its row's id and its bytes.</summary>
public sealed record IssuedPaper(Guid Id, ReadOnlyMemory<byte> Pdf);

/// <summary>One issued paper in a record's list.</summary>
public sealed record IssuedRow(Guid Id, IssuedKind Kind, string Number, DateTime IssuedAt, string IssuedByName, long Length, DateTime? VoidedAt = null);

/// <summary>Issuing papers, and printing the very same again.</summary>
public sealed class IssuedDocuments(
    IDbContextFactory<CaseDbContext> contexts, BodyStore bodies, DocumentGuard guard, AccessLog access, FieldCipher cipher, PaperSeals seals, IOptions<DocumentOptions> options)
{
    internal const string CodeKind = "documents.verify.code";

    /// <summary>Gives the paper its code, has it drawn with the code in it, and keeps it in the caller's transaction (<see cref="CaseWriter"/>). The caller has checked that the person may.</summary>
    /// <param name="draw">Draws the PDF. It runs while the write gate is held: tens of milliseconds, no waiting for anything.</param>
    public async Task<IssuedPaper> IssueAsync(CaseDbContext db, Act act, NewIssued paper, Func<VerifyMark, byte[]> draw, CancellationToken cancel = default)
    {
        var code = VerifyCode.New();
        var pdf = draw(MarkOf(code));
        var made = paper.IsSealed ? await seals.TryAsync(db, pdf, act.At, cancel) : null;
        var body = await bodies.WriteAsync(db, pdf = made?.Pdf ?? pdf, cancel);
        var issued = new IssuedDocument(act, paper, cipher.Lookup(CodeKind, code), body);
        db.Add(issued);
        if (made is not null)
            db.Add(new IssuedSeal(issued.Id, act.At, made.Signer, made.Subject, later: null));
        db.AddRange(paper.Signers.Select((signer, place) => new IssuedSigner(issued.Id, place, signer)));
        db.Record(act, "documents.paper.issue", paper.RecordId, paper.RecordType, paper.Number);
        return new IssuedPaper(issued.Id, pdf);
    }

    /// <summary>What these papers of the record say no longer holds: whoever asks about one is told so. In the transaction of the act that voids them, which it records itself.</summary>
    public static async Task VoidAsync(CaseDbContext db, Act act, Guid recordId, IssuedKind kind, CancellationToken cancel)
    {
        var papers = db.IssuedDocuments;
        foreach (var paper in await papers.Where(d => d.RecordId == recordId && d.Kind == kind && d.VoidedAt == null).ToListAsync(cancel))
            paper.Void(act);
    }

    /// <summary>A later paper adds to this one: whoever asks about it is told so. In the transaction of that paper's act.</summary>
    public static async Task SupplementAsync(CaseDbContext db, Act act, Guid id, CancellationToken cancel)
    {
        var papers = db.IssuedDocuments;
        (await papers.SingleAsync(d => d.Id == id, cancel)).Supplement(act);
    }

    /// <summary>The papers issued about a record, newest first.</summary>
    /// <exception cref="AccessDenied">The record is not this person's to see.</exception>
    public async Task<IReadOnlyList<IssuedRow>> OfRecordAsync(Act act, string recordType, Guid recordId, CancellationToken cancel = default)
    {
        await guard.RequireOpenAsync(act, new DocumentOwner(recordType, recordId), Sensitivity.Normal, cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.IssuedDocuments.AsNoTracking().Where(d => d.RecordId == recordId && d.RecordType == recordType)
            .OrderByDescending(d => d.IssuedAt).ThenByDescending(d => d.Id)
            .Select(d => new IssuedRow(d.Id, d.Kind, d.Number, d.IssuedAt, d.IssuedByName, d.Length, d.VoidedAt)).ToListAsync(cancel);
    }

    /// <summary>The paper as it was issued, byte for byte, for printing again; with its seal, when that came later. Logged.</summary>
    /// <exception cref="AccessDenied">Not this person's to open, or no such paper.</exception>
    public async Task<OpenedDocument> OpenAsync(Act act, Guid id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var paper = await db.IssuedDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel)
            ?? throw act.Refuse(DocumentsModule.OpenRule, id);
        await guard.RequireOpenAsync(act, new DocumentOwner(paper.RecordType, paper.RecordId), Sensitivity.Normal, cancel);
        await access.LookedAsync(act, nameof(IssuedDocument), id, cancel);
        var name = FileNames.Shown($"{paper.Kind}-{paper.Number}", DocumentKind.Pdf);
        var laterSeals = db.IssuedSeals;
        var (body, length, sha256) = await laterSeals.AsNoTracking().SingleOrDefaultAsync(s => s.IssuedId == id && s.BodyId != null, cancel) is { } later
            ? (later.BodyId!.Value, later.Length!.Value, later.Sha256!)
            : (paper.BodyId, paper.Length, paper.Sha256);
        return new OpenedDocument(paper.Id, name, DocumentKind.Pdf, length, sha256, bodies.Open(body, length, sha256));
    }

    private VerifyMark MarkOf(string code) =>
        new(VerifyCode.Shown(code), $"{options.Value.PublicUrl.TrimEnd('/')}{DocumentLinks.Verify(code)}");
}
