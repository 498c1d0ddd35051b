using System.Buffers.Binary;

namespace Mabarra.CaseManager.Documents;

/// <summary>Walks a PNG's chunks: header first and sane, picture data there, an end there.</summary>
internal static class PngCheck
{
    private const int ChunkFrame = 12;
    private const uint Header = 0x49484452;
    private const uint Data = 0x49444154;
    private const uint End = 0x49454E44;
    private const uint Animation = 0x6163544C;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>Where the picture ends.</returns>
    public static long Of(Stream plain)
    {
        var (position, hasHeader, hasData) = (8L, false, false);
        while (position + ChunkFrame <= plain.Length)
        {
            var (length, type) = Chunk(plain, position);
            if (!hasHeader && type != Header)
                break;
            if (!hasHeader)
                CheckHeader(plain, length);
            hasHeader = true;
            if (type == Animation)
                throw FileCheck.Refused("animated");
            hasData |= type == Data && length > 0;
            position += ChunkFrame + length;
            if (type == End)
                return hasData && length == 0 && position <= plain.Length ? position : throw FileCheck.Refused("damaged");
        }

        throw FileCheck.Refused("damaged");
    }

    private static (uint Length, uint Type) Chunk(Stream plain, long position)
    {
        Span<byte> frame = stackalloc byte[8];
        plain.Position = position;
        plain.ReadExactly(frame);
        return (BinaryPrimitives.ReadUInt32BigEndian(frame), BinaryPrimitives.ReadUInt32BigEndian(frame[4..]));
    }

    private static void CheckHeader(Stream plain, uint length)
    {
        if (length != 13 || plain.Length < 8 + ChunkFrame + 13)
            throw FileCheck.Refused("damaged");
        Span<byte> header = stackalloc byte[13];
        plain.ReadExactly(header);
        FileCheck.CheckSize(BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        var isKnown = header[8] is 1 or 2 or 4 or 8 or 16 && header[9] is 0 or 2 or 3 or 4 or 6 && header[10] == 0 && header[11] == 0 && header[12] <= 1;
        if (!isKnown)
            throw FileCheck.Refused("damaged");
    }
}
