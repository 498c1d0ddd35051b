using System.Security.Cryptography;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Documents;

/// <summary>Bodies in and out of the database, one block in memory at a time.</summary>
public sealed class BodyStore(IDbContextFactory<CaseDbContext> contexts, FieldCipher cipher, StorageState storage, IOptions<DatabaseOptions> database)
{
    // Beside the database and not in the temp folder, which may be memory.
    private readonly string spools = Path.Combine(database.Value.Folder, "spool");

    /// <exception cref="RuleViolation">More than <paramref name="limit"/> bytes came, or the disk has no room for them.</exception>
    internal async Task<SpooledBody> SpoolAsync(Stream content, int limit, IProgress<long>? progress, CancellationToken cancel)
    {
        try
        {
            return await SpooledBody.FillAsync(cipher, spools, content, limit, progress, cancel);
        }
        catch (IOException e) when (StorageFaults.Of(e) is not null)
        {
            throw storage.Met(StorageFaults.Of(e)!.Value, e);
        }
    }

    /// <summary>Writes all blocks in the transaction of <paramref name="db"/>. Past EF's tracker, which would keep a copy of each until the save.</summary>
    internal static async Task<DocumentBody> WriteAsync(CaseDbContext db, SpooledBody spool, CancellationToken cancel)
    {
        var body = await AddAsync(db, spool.Id, spool.Length, spool.Sha256, cancel);
        for (var index = 0; index < spool.BlockCount; index++)
            await AddBlockAsync(db, body.Id, index, await spool.ReadSealedAsync(index, cancel), cancel);
        return body;
    }

    /// <summary>As above for bytes the app made itself, which are in memory anyway.</summary>
    internal async Task<DocumentBody> WriteAsync(CaseDbContext db, ReadOnlyMemory<byte> plain, CancellationToken cancel)
    {
        var body = await AddAsync(db, Guid.CreateVersion7(), plain.Length, SHA256.HashData(plain.Span), cancel);
        var blocks = DocumentBody.BlocksOf(plain.Length);
        for (var index = 0; index < blocks; index++)
        {
            var start = index * DocumentLimits.BlockSize;
            var block = plain.Slice(start, Math.Min(DocumentLimits.BlockSize, plain.Length - start));
            await AddBlockAsync(db, body.Id, index, BlockSeal.Seal(cipher, body.Id, index, index == blocks - 1, block.Span), cancel);
        }

        return body;
    }

    internal static Task DeleteAsync(CaseDbContext db, Guid body, CancellationToken cancel) =>
        db.Set<DocumentBody>().Where(b => b.Id == body).ExecuteDeleteAsync(cancel);

    internal Stream Open(Guid body, long length, byte[] sha256) => new SealedBodyStream(contexts, cipher, body, length, sha256);

    private static async Task<DocumentBody> AddAsync(CaseDbContext db, Guid id, long length, byte[] sha256, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A body is written in the transaction of the row that names it.");
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "DocumentBodies" ("Id", "Length", "Sha256") VALUES ({id}, {length}, {sha256})""", cancel);
        return new DocumentBody { Id = id, Length = length, Sha256 = sha256 };
    }

    private static async Task AddBlockAsync(CaseDbContext db, Guid body, int index, byte[] block, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "DocumentBlocks" ("BodyId", "Index", "Sealed") VALUES ({body}, {index}, {block})""", cancel);
}
