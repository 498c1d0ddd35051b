using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Documents;

/// <summary>What a telephone that holds a code is told: never whose record it is.</summary>
public sealed record PhoneDoor(PhoneDoorState State, string? TitleAr = null, string? TitleEn = null, DateTime? ExpiresAt = null);

/// <summary>
/// Takes what telephones send, without a sign-in: the code is the key, and the clerk who opened it stands behind the act. What she may no longer add is not added.
/// </summary>
public sealed class PhoneInbox(IDbContextFactory<CaseDbContext> contexts, CaseWriter writer, DocumentService documents, DocumentGuard guard, StaffDirectory staff, TimeProvider clock) : IDisposable
{
    /// <summary>Pages of one paper.</summary>
    public const int MostPhotos = 10;

    private const int LongestCode = 100;

    // Drawing a photo afresh takes up to 160 MB for a moment: one after another.
    private readonly SemaphoreSlim drawing = new(1, 1);

    public async Task<PhoneDoor> LookAsync(string code, CancellationToken cancel = default)
    {
        var found = await FindAsync(code, cancel);
        return found is null ? new PhoneDoor(PhoneDoorState.Unknown) : new PhoneDoor(found.StateAt(clock.Now), found.TitleAr, found.TitleEn, found.ExpiresAt);
    }

    /// <summary>Keeps the photos as one document. What was begun within the ten minutes counts, however slow the network; and one code takes one sending.</summary>
    /// <exception cref="RuleViolation">The code is not open, or a file is none we take.</exception>
    /// <exception cref="AccessDenied">Whoever opened the code may not add to this record any more.</exception>
    internal async Task ReceiveAsync(string code, IAsyncEnumerable<MultipartFile> parts, CancellationToken cancel)
    {
        var began = clock.Now;
        var found = await FindAsync(code, cancel);
        if (found?.StateAt(began) is not PhoneDoorState.Open)
            throw Shut();
        var owner = new DocumentOwner(found!.OwnerType, found.OwnerId);
        var act = new Act(await staff.ActorAsync(found.OpenedById), began);
        await guard.RequireChangeAsync(act, owner, found.Sensitivity, cancel);
        var photos = await PhotosAsync(parts, cancel);
        var file = new NewDocument { Key = found.Id, OwnerId = owner.Id, OwnerType = owner.Type, FileName = found.TitleAr, Sensitivity = found.Sensitivity };
        await using var content = new MemoryStream(photos.Count == 1 ? photos[0] : PhonePhotos.Bind(photos), writable: false);
        await using var staged = await documents.StageAsync(file, content, cancel: cancel);
        await writer.SaveAsync(async db => await KeepAsync(db, act, found.Id, await documents.AttachAsync(db, act, staged, cancel), cancel), cancel);
    }

    public void Dispose() => drawing.Dispose();

    /// <summary>In the save that keeps the document: of two sendings at once one is kept, and the other leaves nothing.</summary>
    private static async Task KeepAsync(CaseDbContext db, Act act, Guid id, StoredDocument document, CancellationToken cancel)
    {
        var (at, made) = (act.At, document.Id);
        var taken = await db.Set<PhoneCode>().Where(c => c.Id == id && c.UsedAt == null && c.ClosedAt == null && c.ExpiresAt > at)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, at).SetProperty(c => c.DocumentId, made), cancel);
        if (taken == 0)
            throw Shut();
    }

    private async Task<List<byte[]>> PhotosAsync(IAsyncEnumerable<MultipartFile> parts, CancellationToken cancel)
    {
        var photos = new List<byte[]>();
        await foreach (var part in parts.WithCancellation(cancel))
        {
            if (!part.IsFile)
                continue;
            if (photos.Count == MostPhotos)
                throw FileCheck.Refused("phone.many", MostPhotos);
            photos.Add(await RedrawAsync(await BytesAsync(part.Content, cancel), cancel));
        }

        return photos.Count > 0 ? photos : throw FileCheck.Refused("phone.none");
    }

    private async Task<byte[]> RedrawAsync(byte[] file, CancellationToken cancel)
    {
        await drawing.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => PhonePhotos.Redraw(file), cancel);
        }
        finally
        {
            drawing.Release();
        }
    }

    private static async Task<byte[]> BytesAsync(Stream content, CancellationToken cancel)
    {
        using var whole = new MemoryStream();
        var block = new byte[DocumentLimits.BlockSize];
        for (int read; (read = await content.ReadAsync(block, cancel)) > 0;)
        {
            if (whole.Length + read > DocumentLimits.LargestFile)
                throw FileCheck.Refused("toolarge", DocumentLimits.LargestFile / DocumentLimits.MegaByte);
            whole.Write(block, 0, read);
        }

        return whole.ToArray();
    }

    private async Task<PhoneCode?> FindAsync(string code, CancellationToken cancel)
    {
        if (code.Length > LongestCode)
            return null;
        var hash = PhoneUploadService.HashOf(code);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<PhoneCode>().AsNoTracking().SingleOrDefaultAsync(c => c.Hash == hash, cancel);
    }

    /// <summary>The page says which it is: expired, used, closed or none at all.</summary>
    private static RuleViolation Shut() => FileCheck.Refused("phone.shut");
}
