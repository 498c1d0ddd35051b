namespace Mabarra.CaseManager.Documents;

/// <summary>A body's plain bytes for reading back and forth, opening one block at a time.</summary>
internal sealed class PlainBlocks(long length, Func<int, byte[]> open) : Stream
{
    private int index = -1;
    private byte[] block = [];

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= length || buffer.IsEmpty)
            return 0;
        var wanted = (int)(Position / DocumentLimits.BlockSize);
        if (wanted != index)
            (index, block) = (wanted, open(wanted));
        var available = block.AsSpan((int)(Position % DocumentLimits.BlockSize));
        var taken = (int)Math.Min(Math.Min(available.Length, buffer.Length), length - Position);
        available[..taken].CopyTo(buffer);
        Position += taken;
        return taken;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
