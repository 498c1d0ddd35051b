using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Mabarra.CaseManager.Data.Boot;

/// <summary>
/// Whether SQLite's log still holds what it held when its writes were acknowledged (D8). SQLite itself passes over a log that was cut or overwritten as if nothing
/// had been in it, and the acts saved last would be gone without a word. The index beside the log (<c>-shm</c>) outlives a killed process and says how far the
/// log went; it is only ever written after the log is on the disk.
/// </summary>
internal static class SqliteLog
{
    private const int HeaderSize = 32;
    private const int FrameHeaderSize = 24;
    private const uint Magic = 0x377F0682;

    /// <summary>Reads only; to be asked before the first connection, which takes log and index as they are.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static string? BeforeStart(string databaseFile)
    {
        var index = Index.Read(databaseFile + "-shm");
        using var log = Open(databaseFile + "-wal");
        if (log is null || log.Length == 0)
            return index is { Unfolded: true } ? "its log (-wal) is gone" : null;
        // Nothing is acknowledged before the header is whole on the disk.
        if (log.Length < HeaderSize)
            return index is { Unfolded: true } ? "its log (-wal) was cut short" : null;
        var header = new byte[HeaderSize];
        log.ReadExactly(header);
        if (!IsHeader(header, out var big, out var sum))
            return "its log (-wal) is not one of SQLite's";
        // An index of an earlier log says nothing about this one.
        return index is { Frames: > 0 } known && header.AsSpan(16, 8).SequenceEqual(known.Salt) ? Walk(log, known, big, sum) : null;
    }

    /// <summary>Follows the chain of checksums to the last frame that was acknowledged.</summary>
    private static string? Walk(FileStream log, Index index, bool big, (uint A, uint B) sum)
    {
        var frame = new byte[FrameHeaderSize + index.PageSize];
        for (var i = 0; i < index.Frames; i++)
        {
            if (log.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) < frame.Length)
                return "its log (-wal) was cut short";
            sum = Sum(frame.AsSpan(0, 8), big, sum);
            sum = Sum(frame.AsSpan(FrameHeaderSize), big, sum);
            if (sum != (BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(20))))
                return "its log (-wal) was changed";
        }

        return null;
    }

    private static bool IsHeader(ReadOnlySpan<byte> header, out bool big, out (uint A, uint B) sum)
    {
        var magic = BinaryPrimitives.ReadUInt32BigEndian(header);
        big = (magic & 1) == 1;
        sum = Sum(header[..24], big, (0, 0));
        return (magic & ~1u) == Magic && sum == (BinaryPrimitives.ReadUInt32BigEndian(header[24..]), BinaryPrimitives.ReadUInt32BigEndian(header[28..]));
    }

    /// <summary>The checksum of SQLite's file format, in the byte order the log's header names.</summary>
    private static (uint A, uint B) Sum(ReadOnlySpan<byte> bytes, bool big, (uint A, uint B) sum)
    {
        var (a, b) = sum;
        for (var i = 0; i < bytes.Length; i += 8)
        {
            a += Word(bytes[i..], big) + b;
            b += Word(bytes[(i + 4)..], big) + a;
        }

        return (a, b);
    }

    private static uint Word(ReadOnlySpan<byte> bytes, bool big) => big ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private static FileStream? Open(string file) =>
        File.Exists(file) ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete) : null;

    /// <summary>What the index says of the log, as the machine that wrote it has its numbers.</summary>
    /// <param name="Frames">Frames that were acknowledged.</param>
    /// <param name="Unfolded">Some of them stand nowhere but in the log.</param>
    private sealed record Index(int Frames, int PageSize, byte[] Salt, bool Unfolded)
    {
        private const int CopySize = 48;
        private const uint Version = 3007000;

        /// <returns>Null when there is none, or it was left in the middle of a change.</returns>
        public static Index? Read(string file)
        {
            using var stream = Open(file);
            var bytes = new byte[(2 * CopySize) + 4];
            if (stream is null || stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
                return null;
            var copy = bytes.AsSpan(0, CopySize);
            if (!copy.SequenceEqual(bytes.AsSpan(CopySize, CopySize)) || Number(copy) != Version || copy[12] == 0)
                return null;
            var pageSize = MemoryMarshal.Read<ushort>(copy[14..]) is var size and not 1 ? size : 65536;
            var frames = (int)Number(copy[16..]);
            return new Index(frames, pageSize, copy.Slice(32, 8).ToArray(), Number(bytes.AsSpan(2 * CopySize)) < frames);
        }

        private static uint Number(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<uint>(bytes);
    }
}
