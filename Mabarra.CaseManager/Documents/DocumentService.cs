using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Documents;

/// <summary>Keeping files with records, and taking them away.</summary>
public sealed class DocumentService(CaseWriter writer, IDbContextFactory<CaseDbContext> contexts, DocumentIntake intake, DocumentGuard guard, SettingReader settings)
{
    private const int LongestReason = 400;

    /// <summary>Takes a file in and keeps it. The bytes go sealed into a temporary file first and into the database in one transaction at the end: the network's pace never holds the write gate.</summary>
    /// <param name="progress">Told how many bytes have come.</param>
    /// <returns>The document's id, the first one's when the same key comes again.</returns>
    public async Task<Guid> StoreAsync(Act act, NewDocument file, Stream content, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        await guard.RequireChangeAsync(act, file.Owner, file.Sensitivity, cancel);
        await RequireRoomAsync(file.OwnerId, cancel);
        await using var staged = await StageAsync(file, content, progress, cancel);
        return await writer.SaveOnceAsync(file.Key, act, async db => (await AttachAsync(db, act, staged, cancel)).Id, cancel);
    }

    /// <summary>Keeps a small picture the app got another way, such as a signature drawn on the screen: a PNG of at most 300 KB.</summary>
    public async Task<Guid> StoreBytesAsync(Act act, NewDocument file, ReadOnlyMemory<byte> png, CancellationToken cancel = default)
    {
        await guard.RequireChangeAsync(act, file.Owner, file.Sensitivity, cancel);
        await using var staged = await StagePngAsync(file, png, cancel);
        return await writer.SaveOnceAsync(file.Key, act, async db => (await AttachAsync(db, act, staged, cancel)).Id, cancel);
    }

    /// <summary>Takes a file in for a caller who keeps it with <see cref="AttachAsync"/> in a transaction of his own, so that both commit together. The caller has checked that the person may.</summary>
    public async Task<StagedDocument> StageAsync(NewDocument file, Stream content, IProgress<long>? progress = null, CancellationToken cancel = default) =>
        await intake.ReceiveAsync(file, content, await settings.OfAsync(Limits.LargestFile, cancel) * DocumentLimits.MegaByte, progress, cancel);

    /// <summary>As <see cref="StageAsync"/> for a small PNG such as a signature.</summary>
    public async Task<StagedDocument> StagePngAsync(NewDocument file, ReadOnlyMemory<byte> png, CancellationToken cancel = default)
    {
        await using var content = Streams.Over(png);
        var staged = await intake.ReceiveAsync(file, content, DocumentLimits.LargestSignature, progress: null, cancel);
        if (staged.Kind == DocumentKind.Png)
            return staged;
        await staged.DisposeAsync();
        throw FileCheck.Refused("notpng");
    }

    /// <summary>Keeps a staged file in the caller's transaction (<see cref="CaseWriter"/>), with its entry in the trail of the record it belongs to.</summary>
    /// <exception cref="RuleViolation">The record is full.</exception>
    public async Task<StoredDocument> AttachAsync(CaseDbContext db, Act act, StagedDocument staged, CancellationToken cancel = default)
    {
        await RequireRoomAsync(db, staged.Owner.Id, cancel);
        var body = await BodyStore.WriteAsync(db, staged.Body, cancel);
        var document = new StoredDocument(act, staged.Owner, staged.FileName, staged.Kind, staged.Sensitivity, body);
        db.Add(document);
        db.Record(act, "documents.document.store", staged.Owner.Id, staged.Owner.Type);
        return document;
    }

    /// <summary>Deletes a document's bytes and keeps the line that says there was one, who removed it and why.</summary>
    public async Task RemoveAsync(Act act, Guid id, string reason, CancellationToken cancel = default)
    {
        await RequireRemovableAsync(act, id, cancel);
        var check = new FieldChecks();
        var why = check.Line(reason, nameof(reason), LongestReason, min: 3);
        check.ThrowIfAny();
        await writer.SaveAsync(async db =>
        {
            var document = await db.StoredDocuments.SingleAsync(d => d.Id == id, cancel);
            if (document is { CanRemove: true, BodyId: { } body })
                await BodyStore.DeleteAsync(db, body, cancel);
            document.Remove(act, why);
            db.Record(act with { Why = why }, "documents.document.remove", document.OwnerId, document.OwnerType);
        }, cancel);
    }

    /// <summary>As <see cref="RemoveAsync"/>, in the transaction of an act that has checked that the person may (a withdrawn consent takes its photo along). Nothing happens when it is gone already.</summary>
    public async Task TakeAwayAsync(CaseDbContext db, Act act, Guid id, string why, CancellationToken cancel = default)
    {
        var document = await db.StoredDocuments.SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (document is not { CanRemove: true })
            return;
        if (document.BodyId is { } body)
            await BodyStore.DeleteAsync(db, body, cancel);
        document.Remove(act, why);
        db.Record(act with { Why = why }, "documents.document.remove", document.OwnerId, document.OwnerType);
    }

    private async Task RequireRemovableAsync(Act act, Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var document = await db.StoredDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel)
            ?? throw act.Refuse(DocumentsModule.ChangeRule, id);
        await guard.RequireChangeAsync(act, new DocumentOwner(document.OwnerType, document.OwnerId), document.Sensitivity, cancel);
    }

    private async Task RequireRoomAsync(Guid owner, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await RequireRoomAsync(db, owner, cancel);
    }

    private static async Task RequireRoomAsync(CaseDbContext db, Guid owner, CancellationToken cancel)
    {
        if (await db.StoredDocuments.CountAsync(d => d.OwnerId == owner && d.RemovedAt == null, cancel) >= DocumentLimits.FilesPerOwner)
            throw FileCheck.Refused("toomany", DocumentLimits.FilesPerOwner);
    }
}
