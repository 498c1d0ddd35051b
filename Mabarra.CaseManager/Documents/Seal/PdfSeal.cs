using System.Globalization;
using System.Text;

namespace Mabarra.CaseManager.Documents;

/// <summary>What the seal says of itself.</summary>
internal sealed record SealNote(string Name, string Reason, DateTime At);

/// <summary>
/// Appends the seal to a drawn paper as an incremental update: what was drawn stays byte for byte, and a signature dictionary, its hidden field, the first page and
/// the catalog that name it come behind it. Takes the plain files our own drawing makes (one xref table), nobody else's.
/// </summary>
internal static class PdfSeal
{
    private const int RangeWidth = 10;

    public static byte[] Of(byte[] pdf, SealSigner signer, SealNote note)
    {
        var paper = new DrawnPdf(pdf);
        var (signature, field) = (paper.Size, paper.Size + 1);
        var room = SealCms.RoomFor(signer);
        using var file = new MemoryStream(pdf.Length + (room * 2) + 4096);
        file.Write(pdf);
        if (pdf[^1] != '\n')
            file.WriteByte((byte)'\n');
        var places = new SortedDictionary<int, long>();
        var range = AddSignature(file, places, signature, note, room);
        Add(file, places, field, $"<</Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (Seal)\n/F 132\n/Rect [0 0 0 0]\n/P {Ref(paper.FirstPage)}\n/V {Ref(signature)}>>");
        Add(file, places, paper.FirstPage, DrawnPdf.With(paper.Body(paper.FirstPage), "/Type /Page", $"/Annots [{Ref(field)}]"));
        Add(file, places, paper.Catalog, DrawnPdf.With(paper.Body(paper.Catalog), "/Type /Catalog", $"/AcroForm <</Fields [{Ref(field)}] /SigFlags 3>>"));
        End(file, places, paper, field + 1);
        return Signed(file.ToArray(), signer, range, room);
    }

    /// <returns>Where the byte range stands; the contents follow it.</returns>
    private static int AddSignature(MemoryStream file, SortedDictionary<int, long> places, int number, SealNote note, int room)
    {
        places[number] = file.Position;
        var at = note.At.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        Write(file, $"{Text(number)} 0 obj\n<</Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/Name {Words(note.Name)}\n/Reason {Words(note.Reason)}\n/M (D:{at}+00'00')\n/ByteRange ");
        var range = (int)file.Position;
        Write(file, $"[0 {new string(' ', RangeWidth)} {new string(' ', RangeWidth)} {new string(' ', RangeWidth)}]\n/Contents <{new string('0', room * 2)}>>>\nendobj\n");
        return range;
    }

    private static byte[] Signed(byte[] file, SealSigner signer, int range, int room)
    {
        var open = range + "[0 ".Length + ((RangeWidth + 1) * 3) + "\n/Contents ".Length;
        var behind = open + (room * 2) + 2;
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{open,-RangeWidth} {behind,-RangeWidth} {file.Length - behind,-RangeWidth}"), file.AsSpan(range + "[0 ".Length));
        var cms = SealCms.Sign(signer, [.. file.AsSpan(0, open), .. file.AsSpan(behind)]);
        if (cms.Length > room)
            throw new InvalidOperationException("The seal's certificates are larger than its room.");
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms), file.AsSpan(open + 1));
        return file;
    }

    private static void Add(MemoryStream file, SortedDictionary<int, long> places, int number, string body)
    {
        places[number] = file.Position;
        Write(file, $"{Text(number)} 0 obj\n{body}\nendobj\n");
    }

    private static void End(MemoryStream file, SortedDictionary<int, long> places, DrawnPdf paper, int size)
    {
        var xref = file.Position;
        Write(file, "xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, at) in places)
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{at:D10} 00000 n \n"));
        Write(file, string.Create(CultureInfo.InvariantCulture, $"trailer\n{paper.TrailerWith(size)}\nstartxref\n{xref}\n%%EOF\n"));
    }

    /// <summary>Any language: UTF-16 in hexadecimal.</summary>
    private static string Words(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static string Ref(int number) => $"{Text(number)} 0 R";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
