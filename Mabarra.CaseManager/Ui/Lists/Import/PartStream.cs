using System.IO.Compression;

namespace Mabarra.CaseManager.Ui;

/// <summary>Unpacks one part of a workbook and stops where it grows beyond reason, whatever sizes the file claims (B49).</summary>
internal sealed class PartStream(ZipArchiveEntry entry, long most) : Stream
{
    private readonly Stream _inner = entry.Open();
    private readonly long _most = Math.Min(most, Math.Max(WorkbookLimits.Harmless, entry.CompressedLength * WorkbookLimits.Ratio));
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = _inner.Read(buffer);
        _read += count;
        return _read > _most ? throw WorkbookLimits.Refused("bomb") : count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }
}
