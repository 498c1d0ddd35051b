using System.Globalization;
using System.Text;

namespace Mabarra.CaseManager.Documents;

/// <summary>Reads a PDF our own drawing made (one xref table, plain objects): its catalog, its first page, its trailer.</summary>
internal sealed class DrawnPdf
{
    private const int XrefEntry = 20;
    private readonly byte[] pdf;
    private readonly int xref;
    private readonly int entries;

    public DrawnPdf(byte[] pdf)
    {
        this.pdf = pdf;
        xref = Number(pdf.AsSpan().LastIndexOf("startxref\n"u8) + "startxref\n".Length);
        var table = xref + "xref\n0 ".Length;
        Size = Number(table);
        entries = Find("\n"u8, table) + 1;
        Catalog = Reference("/Root ", Find("trailer"u8, xref));
        FirstPage = Page(Reference("/Pages ", At(Catalog)));
    }

    /// <summary>One more than the highest object.</summary>
    public int Size { get; }

    public int Catalog { get; }

    public int FirstPage { get; }

    /// <summary>What stands between <c>obj</c> and <c>endobj</c>.</summary>
    public string Body(int number)
    {
        var start = Find("obj"u8, At(number)) + "obj".Length;
        return Encoding.Latin1.GetString(pdf, start, Find("endobj"u8, start) - start).Trim('\n', '\r', ' ');
    }

    /// <summary>The dictionary with one entry more.</summary>
    public static string With(string dictionary, string behind, string entry)
    {
        var at = dictionary.IndexOf(behind, StringComparison.Ordinal);
        return at >= 0 ? dictionary.Insert(at + behind.Length, $"\n{entry}") : throw new InvalidDataException($"The paper has no {behind}.");
    }

    /// <summary>The trailer of an update that comes behind this file.</summary>
    public string TrailerWith(int size)
    {
        var start = Find("<<"u8, Find("trailer"u8, xref));
        var trailer = Encoding.Latin1.GetString(pdf, start, pdf.AsSpan().LastIndexOf("startxref"u8) - start).TrimEnd();
        var old = string.Create(CultureInfo.InvariantCulture, $"/Size {Size}");
        return trailer.Replace(old, string.Create(CultureInfo.InvariantCulture, $"/Size {size}\n/Prev {xref}"), StringComparison.Ordinal);
    }

    /// <summary>Down the tree of pages to the first of them.</summary>
    private int Page(int node)
    {
        var body = Body(node);
        var kids = body.IndexOf("/Kids", StringComparison.Ordinal);
        return kids < 0 ? node : Page(Number(Encoding.Latin1.GetBytes(body[(body.IndexOf('[', kids) + 1)..].TrimStart()), 0));
    }

    private int At(int number) => Number(entries + (XrefEntry * number));

    private int Reference(string name, int from)
    {
        var bytes = Encoding.ASCII.GetBytes(name);
        return Number(Find(bytes, from) + bytes.Length);
    }

    private int Find(ReadOnlySpan<byte> mark, int from)
    {
        var found = pdf.AsSpan(from).IndexOf(mark);
        return found >= 0 ? from + found : throw new InvalidDataException("The paper is not one of ours.");
    }

    private int Number(int at) => Number(pdf, at);

    private static int Number(ReadOnlySpan<byte> bytes, int at)
    {
        var end = at;
        while (end < bytes.Length && bytes[end] is >= (byte)'0' and <= (byte)'9')
            end++;
        return int.Parse(bytes[at..end], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
