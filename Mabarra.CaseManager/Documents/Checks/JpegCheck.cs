using System.Buffers.Binary;

namespace Mabarra.CaseManager.Documents;

/// <summary>Walks a JPEG's segments: a frame with a sane size, at least one scan, an end.</summary>
internal static class JpegCheck
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    /// <returns>Where the picture ends.</returns>
    public static long Of(Stream plain)
    {
        var reader = new ByteReader(plain, 2);
        var (hasFrame, hasScan) = (false, false);
        while (Marker(reader) is { } marker)
        {
            if (marker == EndOfImage)
                return hasFrame && hasScan ? reader.Position : throw FileCheck.Refused("damaged");
            if (IsLone(marker))
                continue;
            if (!Segment(reader, marker, ref hasFrame))
                break;
            if (marker != StartOfScan)
                continue;
            hasScan = true;
            SkipScan(reader);
        }

        throw FileCheck.Refused("damaged");
    }

    /// <summary>The next marker, over any fill bytes; null where there should be one and is none.</summary>
    private static byte? Marker(ByteReader reader)
    {
        if (reader.Next() != 0xFF)
            return null;
        int marker;
        do
            marker = reader.Next();
        while (marker == 0xFF);
        return marker > 0 ? (byte)marker : null;
    }

    private static bool IsLone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD7);

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool Segment(ByteReader reader, byte marker, ref bool hasFrame)
    {
        Span<byte> head = stackalloc byte[7];
        var start = reader.Position;
        if (!reader.Take(head[..2]))
            return false;
        var length = BinaryPrimitives.ReadUInt16BigEndian(head);
        if (length < 2)
            return false;
        if (IsFrame(marker))
        {
            if (hasFrame || length < 8 || !reader.Take(head[..5]))
                return false;
            // A height of 0 means "told later", which no scanner writes and some decoders trip over.
            FileCheck.CheckSize(BinaryPrimitives.ReadUInt16BigEndian(head[3..]), BinaryPrimitives.ReadUInt16BigEndian(head[1..]));
            hasFrame = true;
        }

        return reader.MoveTo(start + length);
    }

    /// <summary>Over the picture's data to the next marker that is not part of it.</summary>
    private static void SkipScan(ByteReader reader)
    {
        while (reader.SkipPast(0xFF))
        {
            int marker;
            do
                marker = reader.Next();
            while (marker == 0xFF);
            if (marker < 0)
                return;
            if (marker is 0 or (>= 0xD0 and <= 0xD7))
                continue;
            reader.MoveTo(reader.Position - 2);
            return;
        }
    }
}
