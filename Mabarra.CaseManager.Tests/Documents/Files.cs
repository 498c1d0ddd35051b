using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Mabarra.CaseManager.Tests.Documents;

/// <summary>Files of every sort people hand in, good and bad, made by hand so that each says what it is about.</summary>
internal static class Files
{
    public static byte[] Png(int width = 40, int height = 20, params ReadOnlySpan<byte> tail)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 0);
        Chunk(file, "IHDR", header);
        Chunk(file, "IDAT", Zip(new byte[Math.Min(width * height, 4096)]));
        Chunk(file, "IEND", []);
        file.Write(tail);
        return file.ToArray();
    }

    public static byte[] PngWith(string chunk)
    {
        var png = Png();
        using var file = new MemoryStream();
        file.Write(png.AsSpan(0, 33));
        Chunk(file, chunk, new byte[8]);
        file.Write(png.AsSpan(33));
        return file.ToArray();
    }

    public static byte[] Jpeg(int width = 40, int height = 20, params ReadOnlySpan<byte> tail)
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        file.Write([0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);
        file.Write([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0, 0x56, 0xFF, 0xD0, 0x78, 0xFF, 0xD9]);
        file.Write(tail);
        return file.ToArray();
    }

    /// <summary>A whole small PDF, with more objects and more in its catalog where a test wants them.</summary>
    public static byte[] Pdf(string inCatalog = "", string objects = "", string head = "%PDF-1.7\n", string tail = "", int padding = 0) =>
        PdfWith(inCatalog, Encoding.Latin1.GetBytes(objects), head, Encoding.Latin1.GetBytes(tail), padding);

    public static byte[] PdfWith(string inCatalog = "", byte[]? objects = null, string head = "%PDF-1.7\n", byte[]? tail = null, int padding = 0)
    {
        using var file = new MemoryStream();
        void Say(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        Say(head);
        Say($"1 0 obj\n<< /Type /Catalog /Pages 2 0 R {inCatalog} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n");
        file.Write(objects ?? []);
        if (padding > 0)
        {
            Say(string.Create(CultureInfo.InvariantCulture, $"\n9 0 obj\n<< /Length {padding} >>\nstream\n"));
            file.Write(Noise(padding));
            Say("\nendstream\nendobj\n");
        }

        Say("xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size 3 >>\nstartxref\n9\n%%EOF\n");
        file.Write(tail ?? []);
        return file.ToArray();
    }

    /// <summary>Objects packed away in a stream, as newer PDFs keep them.</summary>
    public static byte[] ObjectStream(string inside, string dictionary = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode") =>
        [.. Encoding.Latin1.GetBytes($"5 0 obj\n<< {dictionary} >>\nstream\n"), .. Zip(Encoding.Latin1.GetBytes(inside)), .. "\nendstream\nendobj\n"u8];

    /// <summary>Bytes that do not repeat, the same every time.</summary>
    public static byte[] Noise(int length, int seed = 7)
    {
        var bytes = new byte[length];
#pragma warning disable CA5394 // Repeatable and not secret.
        new Random(seed).NextBytes(bytes);
#pragma warning restore CA5394
        return bytes;
    }

    public static byte[] Zip(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(plain);
        return packed.ToArray();
    }

    public static byte[] Archive(string entry = "a.txt")
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(zip.CreateEntry(entry).Open()))
            writer.Write("hello");
        return file.ToArray();
    }

    private static void Chunk(Stream file, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(typed);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(typed));
        file.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
