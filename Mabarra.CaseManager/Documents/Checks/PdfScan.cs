namespace Mabarra.CaseManager.Documents;

/// <summary>A stream of the file that holds objects of its own.</summary>
/// <param name="Start">Where its data begin.</param>
/// <param name="IsDeclared">Its dictionary says it is one; others only look like one.</param>
/// <param name="IsPacked">It has a filter; without one the scan of the file has read it already.</param>
/// <param name="IsReadable">We know the filter.</param>
internal sealed record PdfObjectStream(long Start, bool IsDeclared, bool IsPacked, bool IsReadable);

/// <summary>One pass over PDF bytes, through a window: names that matter, and where object streams begin.</summary>
internal sealed class PdfScan
{
    private const int LookBack = 4096;
    private const int LookAhead = 512;
    private const int Chunk = 64 * 1024;
    private const int MostObjectStreams = 20_000;
    private readonly byte[] window = new byte[LookBack + Chunk + LookAhead];
    private readonly List<PdfObjectStream> streams = [];

    public bool IsLocked { get; private set; }

    public bool IsActive { get; private set; }

    public bool IsTooComplex => streams.Count > MostObjectStreams;

    /// <summary>How often the file says that something is an object stream.</summary>
    public int ObjectStreamNames { get; private set; }

    public IReadOnlyList<PdfObjectStream> ObjectStreams => streams;

    /// <returns>Bytes read, at most a chunk more than <paramref name="most"/>.</returns>
    public long Read(Stream source, bool isFile, long most = long.MaxValue)
    {
        var (start, filled, looked) = (0L, 0, 0);
        while (true)
        {
            var read = source.ReadAtLeast(window.AsSpan(filled), window.Length - filled, throwOnEndOfStream: false);
            filled += read;
            var isEnd = filled < window.Length;
            var until = isEnd ? filled : filled - LookAhead;
            LookAtNames(window.AsSpan(0, filled), looked, until);
            if (isFile)
                LookAtStreams(window.AsSpan(0, filled), looked, until, start);
            if (isEnd || start + filled > most || IsTooComplex)
                return start + filled;
            var keepFrom = until - LookBack;
            window.AsSpan(keepFrom, filled - keepFrom).CopyTo(window);
            (start, filled, looked) = (start + keepFrom, filled - keepFrom, LookBack);
        }
    }

    private void LookAtNames(ReadOnlySpan<byte> bytes, int from, int until)
    {
        Span<byte> name = stackalloc byte[PdfName.Longest];
        for (var at = from; at < until; at++)
        {
            var found = bytes[at..until].IndexOf((byte)'/');
            if (found < 0)
                return;
            at += found;
            Note(name[..PdfName.Read(bytes[(at + 1)..], name)]);
        }
    }

    private void Note(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("Encrypt"u8))
            IsLocked = true;
        else if (name.SequenceEqual("ObjStm"u8))
            ObjectStreamNames++;
        else if (PdfName.IsActive(name))
            IsActive = true;
    }

    private void LookAtStreams(ReadOnlySpan<byte> bytes, int from, int until, long start)
    {
        for (var at = from; at < until; at++)
        {
            // The word may lie across the edge, but begins before it.
            var found = bytes[at..Math.Min(bytes.Length, until + 5)].IndexOf("stream"u8);
            if (found < 0)
                return;
            at += found;
            var isEndstream = at >= 3 && bytes[(at - 3)..at].SequenceEqual("end"u8);
            if (!isEndstream && DataAfter(bytes, at + 6) is { } data)
                Consider(bytes[Math.Max(0, at - LookBack)..at], start + data);
        }
    }

    /// <summary>A stream's data begin after one line break.</summary>
    private static int? DataAfter(ReadOnlySpan<byte> bytes, int at)
    {
        if (at < bytes.Length && bytes[at] == '\n')
            return at + 1;
        if (at >= bytes.Length || bytes[at] != '\r')
            return null;
        return at + 1 < bytes.Length && bytes[at + 1] == '\n' ? at + 2 : at + 1;
    }

    private void Consider(ReadOnlySpan<byte> before, long data)
    {
        var dictionary = before[(before.LastIndexOf("obj"u8) + 1)..];
        var names = PdfName.In(dictionary);
        var isDeclared = names.Contains("ObjStm");
        if (!isDeclared && !(names.Contains("First") && names.Contains("N")))
            return;
        var isReadable = names.Contains("FlateDecode") && !names.Overlaps(PdfName.OtherFilters) && !names.Contains("DecodeParms") && !names.Contains("F");
        streams.Add(new PdfObjectStream(data, isDeclared, names.Contains("Filter") || names.Contains("F"), isReadable));
    }
}
