using System.Security.Cryptography;
using Mabarra.CaseManager.Data.Encryption;

namespace Mabarra.CaseManager.Documents;

/// <summary>
/// A file on its way in: sealed block by block into a nameless temporary file while the network delivers it, so that nobody's slow line holds
/// the write gate or 20 MB of memory, and no plain byte reaches a disk. Disposed without being attached, it leaves nothing.
/// </summary>
internal sealed class SpooledBody : IAsyncDisposable
{
    private readonly FileStream file;
    private readonly FieldCipher cipher;

    private SpooledBody(FileStream file, FieldCipher cipher)
    {
        this.file = file;
        this.cipher = cipher;
    }

    public Guid Id { get; } = Guid.CreateVersion7();

    public long Length { get; private set; }

    public byte[] Sha256 { get; private set; } = [];

    public int BlockCount => DocumentBody.BlocksOf(Length);

    /// <exception cref="RuleViolation">More than <paramref name="limit"/> bytes came.</exception>
    public static async Task<SpooledBody> FillAsync(FieldCipher cipher, string folder, Stream content, int limit, IProgress<long>? progress, CancellationToken cancel)
    {
        var spool = new SpooledBody(NewFile(folder), cipher);
        try
        {
            await spool.FillAsync(content, limit, progress, cancel);
            return spool;
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }

    /// <summary>The sealed form, exactly as the database will keep it.</summary>
    public async Task<byte[]> ReadSealedAsync(int index, CancellationToken cancel)
    {
        var block = new byte[SealedLength(index)];
        await ReadExactlyAsync(block, index, cancel);
        return block;
    }

    /// <summary>The plain bytes, to look at before they are kept. Several may be open at once.</summary>
    /// <param name="length">Reads only so far; the whole without it.</param>
    public Stream OpenPlain(long? length = null) => new PlainBlocks(length ?? Length, index =>
    {
        var block = new byte[SealedLength(index)];
        RandomAccess.Read(file.SafeFileHandle, block, Offset(index));
        return BlockSeal.Open(cipher, Id, index, index == BlockCount - 1, block);
    });

    public ValueTask DisposeAsync() => file.DisposeAsync();

    private async Task FillAsync(Stream content, int limit, IProgress<long>? progress, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (block, next) = (new byte[DocumentLimits.BlockSize], new byte[DocumentLimits.BlockSize]);
        var length = await content.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancel);
        for (var index = 0; ; index++)
        {
            Length += length;
            if (Length > limit)
                throw new RuleViolation("documents.store.toolarge", nameof(NewDocument.FileName), limit / DocumentLimits.MegaByte);
            hash.AppendData(block, 0, length);
            var following = length < block.Length ? 0 : await content.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, cancel);
            var sealedBlock = BlockSeal.Seal(cipher, Id, index, isLast: following == 0, block.AsSpan(0, length));
            await RandomAccess.WriteAsync(file.SafeFileHandle, sealedBlock, Offset(index), cancel);
            progress?.Report(Length);
            if (following == 0)
                break;
            (block, next, length) = (next, block, following);
        }

        Sha256 = hash.GetHashAndReset();
    }

    private async Task ReadExactlyAsync(byte[] block, int index, CancellationToken cancel)
    {
        if (await RandomAccess.ReadAsync(file.SafeFileHandle, block, Offset(index), cancel) != block.Length)
            throw new EndOfStreamException("The spooled file is shorter than it was.");
    }

    private int SealedLength(int index) =>
        index < BlockCount - 1 ? BlockSeal.SealedSize : (int)(Length - ((long)index * DocumentLimits.BlockSize)) + FieldCipher.Overhead;

    private static long Offset(int index) => (long)index * BlockSeal.SealedSize;

    private static FileStream NewFile(string folder)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            BufferSize = 0,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var made = new FileStream(Path.Combine(folder, Guid.NewGuid().ToString("N")), options);
        // Unix keeps a nameless file until its handle goes, so even a killed process leaves nothing behind.
        if (!OperatingSystem.IsWindows())
            File.Delete(made.Name);
        return made;
    }
}
