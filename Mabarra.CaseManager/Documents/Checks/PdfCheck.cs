using System.Buffers;
using System.IO.Compression;

namespace Mabarra.CaseManager.Documents;

/// <summary>
/// Refuses PDFs that do something when opened, carry files, are locked, or are something else as well (B46, B51). A scan of bytes, not a parse:
/// a hostile file can send a parser round in circles or deep enough to end the process; a scan takes one look at each byte.
/// Names are looked for everywhere in the file, inside stream data too, since a cross-reference may point anywhere; object streams are unpacked and scanned.
/// </summary>
internal static class PdfCheck
{
    /// <summary>Unpacked bytes of all object streams together. Those of a 1,000-page book are about 10 MB.</summary>
    private const long LargestUnpacked = 64L * DocumentLimits.MegaByte;

    /// <summary>A zip's directory ends within this many bytes of the file's end.</summary>
    private const int ZipTail = 22 + ushort.MaxValue;

    private static readonly SearchValues<byte> Blank = SearchValues.Create("\0\t\n\f\r "u8);

    /// <returns>The file's length.</returns>
    public static long Of(Stream plain)
    {
        CheckTail(plain);
        var scan = new PdfScan();
        plain.Position = 0;
        scan.Read(plain, isFile: true);
        Throw(scan);
        // An object stream whose dictionary we could not make out may hide anything.
        if (scan.ObjectStreams.Count(s => s.IsDeclared) != scan.ObjectStreamNames)
            throw FileCheck.Refused("pdf.unreadable");
        CheckObjectStreams(plain, scan.ObjectStreams);
        return plain.Length;
    }

    private static void CheckObjectStreams(Stream plain, IReadOnlyList<PdfObjectStream> streams)
    {
        var budget = LargestUnpacked;
        foreach (var stream in streams.Where(s => s.IsPacked))
        {
            if (!stream.IsReadable)
                throw FileCheck.Refused("pdf.unreadable");
            plain.Position = stream.Start;
            using var unpacked = new ZLibStream(plain, CompressionMode.Decompress, leaveOpen: true);
            var inner = new PdfScan();
            try
            {
                budget -= inner.Read(unpacked, isFile: false, budget);
            }
            catch (InvalidDataException)
            {
                throw FileCheck.Refused("pdf.unreadable");
            }

            if (budget <= 0)
                throw FileCheck.Refused("pdf.toocomplex");
            Throw(inner);
        }
    }

    private static void Throw(PdfScan scan)
    {
        if (scan.IsLocked)
            throw FileCheck.Refused("pdf.locked");
        if (scan.IsActive)
            throw FileCheck.Refused("pdf.active");
        if (scan.IsTooComplex)
            throw FileCheck.Refused("pdf.toocomplex");
    }

    /// <summary>The file must end where the PDF ends, and not as a zip.</summary>
    private static void CheckTail(Stream plain)
    {
        var tail = new byte[(int)Math.Min(plain.Length, ZipTail)];
        plain.Position = plain.Length - tail.Length;
        plain.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("%%EOF"u8);
        if (end < 0)
            throw FileCheck.Refused("damaged");
        if (tail.AsSpan(end + 5).ContainsAnyExcept(Blank) || IsZip(tail))
            throw FileCheck.Refused("pdf.tail");
    }

    private static bool IsZip(ReadOnlySpan<byte> tail)
    {
        for (var at = tail.IndexOf("PK\x05\x06"u8); at >= 0;)
        {
            // The directory's end names the length of the comment that follows it.
            if (at + 22 <= tail.Length && at + 22 + (tail[at + 20] | (tail[at + 21] << 8)) <= tail.Length)
                return true;
            var next = tail[(at + 1)..].IndexOf("PK\x05\x06"u8);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }
}
