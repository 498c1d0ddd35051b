using System.Security.Cryptography;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Documents;

/// <summary>
/// Reads a body from the database as it is asked for: one block in memory, and no connection held while a slow line takes it away.
/// The SHA-256 is compared before the last block is handed out, so a changed file never arrives whole.
/// </summary>
internal sealed class SealedBodyStream(IDbContextFactory<CaseDbContext> contexts, FieldCipher cipher, Guid body, long length, byte[] sha256) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly int blocks = DocumentBody.BlocksOf(length);
    private int next;
    private ReadOnlyMemory<byte> rest;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
            return 0;
        if (rest.IsEmpty && next < blocks)
            rest = await OpenNextAsync(cancellationToken);
        var taken = Math.Min(rest.Length, buffer.Length);
        rest[..taken].CopyTo(buffer);
        rest = rest[taken..];
        position += taken;
        return taken;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            hash.Dispose();
        base.Dispose(disposing);
    }

    private async Task<byte[]> OpenNextAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var block = await db.Set<DocumentBlock>().Where(b => b.BodyId == body && b.Index == next).Select(b => b.Sealed).SingleOrDefaultAsync(cancel)
            ?? throw new CryptographicException($"Block {next} of body {body} is missing.");
        var isLast = next == blocks - 1;
        var plain = BlockSeal.Open(cipher, body, next, isLast, block);
        if (!isLast && plain.Length != DocumentLimits.BlockSize)
            throw new CryptographicException($"Block {next} of body {body} is not full.");
        hash.AppendData(plain);
        if (isLast && !CryptographicOperations.FixedTimeEquals(hash.GetHashAndReset(), sha256))
            throw new CryptographicException($"Body {body} is not what was stored.");
        next++;
        return plain;
    }
}
