using System.Buffers.Binary;

namespace Mabarra.CaseManager.Demo;

/// <summary>
/// How demonstration data is known again: each of its creates carries a key of this series, which the create's own transaction keeps
/// (<see cref="Data.CaseWriter.SaveOnceAsync"/>). So nothing of it can be saved without its mark.
/// </summary>
internal static class DemoKeys
{
    /// <summary>More than the demonstration makes.</summary>
    private const int Most = 2000;

    public static Guid[] All { get; } = [.. Enumerable.Range(1, Most).Select(Of)];

    public static Guid Of(int n)
    {
        if (n is < 1 or > Most)
            throw new ArgumentOutOfRangeException(nameof(n));
        var last = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(last, n);
        return new Guid(0x64656D6F, 0x6D61, 0x6261, last);
    }
}
