using System.Runtime.InteropServices;

namespace Mabarra.CaseManager.Documents;

/// <summary>Between bytes in memory and streams, for what is known to be small.</summary>
internal static class Streams
{
    public static MemoryStream Over(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    public static async Task<byte[]> ToArrayAsync(Stream content, CancellationToken cancel)
    {
        using var whole = new MemoryStream((int)content.Length);
        await content.CopyToAsync(whole, cancel);
        return whole.ToArray();
    }
}
