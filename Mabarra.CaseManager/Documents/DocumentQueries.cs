using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Documents;

/// <summary>One line of a record's list of papers.</summary>
/// <param name="FileName">Null for a sensitive paper that is not this person's to open: even its name says something.</param>
/// <param name="NeedsReason">Opening it asks why first.</param>
public sealed record DocumentRow(
    Guid Id, string? FileName, DocumentKind Kind, long Length, Sensitivity Sensitivity, string UploadedByName, DateTime UploadedAt,
    bool MayOpen, bool NeedsReason, DateTime? RemovedAt, string? RemovedByName, string? RemovedReason);

/// <summary>A document being read. Dispose it.</summary>
/// <param name="Content">Opens block by block; read it asynchronously. A file that was changed on disk ends in a CryptographicException before its last block.</param>
public sealed record OpenedDocument(Guid Id, string FileName, DocumentKind Kind, long Length, ReadOnlyMemory<byte> Sha256, Stream Content) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <summary>Reads of stored documents.</summary>
public sealed class DocumentQueries(IDbContextFactory<CaseDbContext> contexts, BodyStore bodies, DocumentGuard guard, AccessLog access)
{
    /// <summary>The papers of a record, oldest first, the removed ones included.</summary>
    /// <exception cref="AccessDenied">The record is not this person's to see.</exception>
    public async Task<IReadOnlyList<DocumentRow>> OfOwnerAsync(Act act, string ownerType, Guid ownerId, CancellationToken cancel = default)
    {
        var reach = await guard.OfAsync(act, new DocumentOwner(ownerType, ownerId), cancel);
        if (!reach.MaySee)
            throw act.Refuse(DocumentsModule.OpenRule, ownerId);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.StoredDocuments.AsNoTracking().Where(d => d.OwnerId == ownerId && d.OwnerType == ownerType)
            .OrderBy(d => d.CreatedAt).ThenBy(d => d.Id).ToListAsync(cancel);
        return [.. rows.Select(d => Row(act, reach, d))];
    }

    /// <summary>Opens a document and writes down who opened it, when and why (ح-٢, P5) before the first byte is given.</summary>
    /// <exception cref="AccessDenied">Not this person's to open, removed, or no such document: the answer is the same.</exception>
    public async Task<OpenedDocument> OpenAsync(Act act, Guid id, CancellationToken cancel = default)
    {
        var document = await FindAsync(id, cancel) ?? throw act.Refuse(DocumentsModule.OpenRule, id);
        await guard.RequireOpenAsync(act, new DocumentOwner(document.OwnerType, document.OwnerId), document.Sensitivity, cancel);
        if (document.BodyId is null)
            throw act.Refuse(DocumentsModule.OpenRule, id);
        await access.LookedAsync(act, nameof(StoredDocument), id, cancel);
        return Open(document);
    }

    /// <summary>A small file for drawing into a paper (a signature), for a module that has checked the record's access and logs its own act.</summary>
    /// <returns>Null when there is none or it is larger.</returns>
    public async Task<byte[]?> BytesForDrawingAsync(Guid id, int most = DocumentLimits.LargestSignature, CancellationToken cancel = default)
    {
        var document = await FindAsync(id, cancel);
        if (document is null or { BodyId: null } || document.Length > most)
            return null;
        await using var opened = Open(document);
        return await Streams.ToArrayAsync(opened.Content, cancel);
    }

    private static DocumentRow Row(Act act, RecordAccess reach, StoredDocument d)
    {
        var mayOpen = DocumentGuard.Reaches(act, reach, d.Sensitivity);
        return new DocumentRow(
            d.Id, mayOpen ? d.FileName : null, d.Kind, d.Length, d.Sensitivity, d.UploadedByName, d.CreatedAt,
            mayOpen && !d.IsRemoved, DocumentGuard.NeedsReason(act, d.Sensitivity), d.RemovedAt, d.RemovedByName, mayOpen ? d.RemovedReason : null);
    }

    private OpenedDocument Open(StoredDocument d) =>
        new(d.Id, d.FileName, d.Kind, d.Length, d.Sha256, bodies.Open(d.BodyId!.Value, d.Length, d.Sha256));

    private async Task<StoredDocument?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.StoredDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel);
    }
}
