using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Documents;

/// <summary>Bodies in and out of the database, one block in memory at a time.</summary>
public sealed class BodyStore(IDbContextFactory<CaseDbContext> contexts, FieldCipher cipher, IOptions<DatabaseOptions> database)
{
    // Beside the database and not in the temp folder, which may be memory.
    private readonly string spools = Path.Combine(database.Value.Folder, "spool");

    internal Task<SpooledBody> SpoolAsync(Stream content, int limit, IProgress<long>? progress, CancellationToken cancel) =>
        SpooledBody.FillAsync(cipher, spools, content, limit, progress, cancel);

    /// <summary>Writes all blocks in the transaction of <paramref name="db"/>. Past EF's tracker, which would keep a copy of each until the save.</summary>
    internal static async Task<DocumentBody> WriteAsync(CaseDbContext db, SpooledBody spool, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A body is written in the transaction of the row that names it.");
        var body = new DocumentBody { Id = spool.Id, Length = spool.Length, Sha256 = spool.Sha256 };
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "DocumentBodies" ("Id", "Length", "Sha256") VALUES ({body.Id}, {body.Length}, {body.Sha256})""", cancel);
        for (var index = 0; index < spool.BlockCount; index++)
        {
            var block = await spool.ReadSealedAsync(index, cancel);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "DocumentBlocks" ("BodyId", "Index", "Sealed") VALUES ({body.Id}, {index}, {block})""", cancel);
        }

        return body;
    }

    internal static Task DeleteAsync(CaseDbContext db, Guid body, CancellationToken cancel) =>
        db.Set<DocumentBody>().Where(b => b.Id == body).ExecuteDeleteAsync(cancel);

    internal Stream Open(Guid body, long length, byte[] sha256) => new SealedBodyStream(contexts, cipher, body, length, sha256);
}
