using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mabarra.CaseManager.Documents.Pdf;

/// <summary>
/// What Skia leaves to do: an identity made from the content instead of the clock, so that the same model gives the same bytes,
/// and the document's language and direction in its catalog. The file stays a plain one with one xref table, ready for an appended seal.
/// </summary>
internal static class PdfFinish
{
    private const int UuidLength = 36;
    private const int IdLength = 32;
    private const int XrefEntry = 20;

    public static byte[] Of(byte[] drawn, PdfDocumentModel model)
    {
        var pdf = WithLanguage(drawn, model.IsRightToLeft ? "ar-SA" : "en", model.IsRightToLeft);
        SetIdentity(pdf);
        return pdf;
    }

    /// <summary>The catalog grows, so every object behind it moves by as much in the xref table.</summary>
    private static byte[] WithLanguage(byte[] pdf, string language, bool rightToLeft)
    {
        var catalog = Find(pdf, "/Type /Catalog", 0);
        var at = catalog + "/Type /Catalog".Length;
        var added = Encoding.ASCII.GetBytes($"\n/Lang ({language})\n/ViewerPreferences <</DisplayDocTitle true /Direction /{(rightToLeft ? "R2L" : "L2R")}>>");
        var xref = Number(pdf, pdf.AsSpan().LastIndexOf("startxref"u8) + "startxref\n".Length);
        // Skia writes /ID as hexadecimal or as a literal string, whichever is shorter for this clock's bytes: ours has one length.
        var id = Find(pdf, "/ID [", xref);
        var tail = $"/ID [<{new string('0', IdLength)}> <{new string('0', IdLength)}>]>>\nstartxref\n{(xref + added.Length).ToString(CultureInfo.InvariantCulture)}\n%%EOF\n";
        byte[] grown = [.. pdf.AsSpan(0, at), .. added, .. pdf.AsSpan(at, id - at), .. Encoding.ASCII.GetBytes(tail)];
        var table = xref + added.Length + "xref\n0 ".Length;
        var count = Number(grown, table);
        var entries = Find(grown, "\n", table) + 1;
        for (var i = 0; i < count; i++)
        {
            var entry = grown.AsSpan(entries + (XrefEntry * i), 10);
            var offset = int.Parse(entry, NumberStyles.None, CultureInfo.InvariantCulture);
            if (offset > at)
                Encoding.ASCII.GetBytes((offset + added.Length).ToString("D10", CultureInfo.InvariantCulture), entry);
        }
        return grown;
    }

    /// <summary>Skia writes one clock-made UUID four times: twice in the XMP metadata, twice as the file's /ID.</summary>
    private static void SetIdentity(byte[] pdf)
    {
        var first = Find(pdf, "DocumentID>uuid:", 0) + "DocumentID>uuid:".Length;
        var second = Find(pdf, "InstanceID>uuid:", first) + "InstanceID>uuid:".Length;
        var id = pdf.AsSpan().LastIndexOf("/ID [<"u8) + "/ID [<".Length;
        int[] places = [id, Find(pdf, "<", id) + 1];
        pdf.AsSpan(first, UuidLength).Fill((byte)'0');
        pdf.AsSpan(second, UuidLength).Fill((byte)'0');
        var hex = Convert.ToHexString(SHA256.HashData(pdf).AsSpan(0, 16));
        // Version 8: a UUID of one's own making (RFC 9562).
        hex = hex[..12] + "8" + hex[13..16] + "8" + hex[17..];
        var uuid = Guid.ParseExact(hex, "N").ToString("D");
        foreach (var at in (int[])[first, second])
            Encoding.ASCII.GetBytes(uuid, pdf.AsSpan(at));
        foreach (var at in places)
            Encoding.ASCII.GetBytes(hex, pdf.AsSpan(at));
    }

    private static int Find(byte[] pdf, string mark, int from)
    {
        var found = pdf.AsSpan(from).IndexOf(Encoding.ASCII.GetBytes(mark));
        return found >= 0 ? from + found : throw new InvalidOperationException($"The drawn PDF has no {mark.Trim()}.");
    }

    private static int Number(byte[] pdf, int at)
    {
        var end = at;
        while (pdf[end] is >= (byte)'0' and <= (byte)'9')
            end++;
        return int.Parse(pdf.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
