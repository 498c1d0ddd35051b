namespace Mabarra.CaseManager.Documents;

/// <summary>Bytes of a seekable stream, one after the other, through a small window.</summary>
internal sealed class ByteReader
{
    private readonly Stream stream;
    private readonly byte[] window = new byte[16 * 1024];
    private long start;
    private int length;
    private int at;

    public ByteReader(Stream stream, long position)
    {
        this.stream = stream;
        MoveTo(position);
    }

    public long Position => start + at;

    /// <summary>The next byte, or -1 at the end.</summary>
    public int Next() => at < length || Fill() ? window[at++] : -1;

    public bool Take(Span<byte> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            var next = Next();
            if (next < 0)
                return false;
            target[i] = (byte)next;
        }

        return true;
    }

    public bool MoveTo(long position)
    {
        if (position > stream.Length)
            return false;
        if (position >= start && position <= start + length)
        {
            at = (int)(position - start);
            return true;
        }

        (start, length, at) = (position, 0, 0);
        return true;
    }

    /// <summary>Stands behind the next such byte; false when there is none.</summary>
    public bool SkipPast(byte value)
    {
        while (at < length || Fill())
        {
            var found = window.AsSpan(at, length - at).IndexOf(value);
            if (found >= 0)
            {
                at += found + 1;
                return true;
            }

            at = length;
        }

        return false;
    }

    private bool Fill()
    {
        start += at;
        at = 0;
        stream.Position = start;
        length = stream.Read(window);
        return length > 0;
    }
}
