using System.Globalization;
using System.Text;

namespace Mabarra.CaseManager.Documents.Pdf;

/// <summary>
/// Puts papers as they were issued one behind the other, so that many print at once: each keeps its pages, number and code, byte for byte within. Takes the plain files our own
/// drawing makes (one xref table, <see cref="PdfFinish"/>), nobody else's.
/// </summary>
public static class PdfJoin
{
    private const int XrefEntry = 20;

    /// <exception cref="ArgumentException">None was given.</exception>
    public static byte[] Of(IReadOnlyList<byte[]> papers)
    {
        if (papers.Count == 0)
            throw new ArgumentException("Nothing to join.", nameof(papers));
        using var joined = new Joined();
        // Object 1 is the catalog, 2 the root of all pages.
        var next = 3;
        var roots = new List<(int Root, int Pages)>();
        foreach (var paper in papers)
        {
            var objects = Objects(paper);
            var catalog = objects[Reference(paper, "/Root ", paper.AsSpan().LastIndexOf("trailer"u8))];
            var root = Reference(paper[catalog], "/Pages ", 0);
            var shift = next - 1;
            foreach (var (number, range) in objects)
                joined.Add(number + shift, Moved(paper[range], shift, number == root));
            roots.Add((root + shift, Count(paper[objects[root]])));
            next += objects.Keys.Max();
        }
        joined.Add(1, Encoding.ASCII.GetBytes("<</Type /Catalog\n/Pages 2 0 R\n/Lang (ar-SA)\n/ViewerPreferences <</Direction /R2L>>>>"));
        var kids = string.Join(' ', roots.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Root} 0 R")));
        joined.Add(2, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<</Type /Pages\n/Kids [{kids}]\n/Count {roots.Sum(r => r.Pages)}>>")));
        return joined.End(next);
    }

    /// <summary>Where the content of each object lies, by the file's own table.</summary>
    private static Dictionary<int, Range> Objects(byte[] pdf)
    {
        var xref = Number(pdf, pdf.AsSpan().LastIndexOf("startxref\n"u8) + "startxref\n".Length);
        var at = xref + "xref\n0 ".Length;
        var count = Number(pdf, at);
        var entries = at + pdf.AsSpan(at).IndexOf((byte)'\n') + 1;
        var starts = Enumerable.Range(1, count - 1).Where(i => pdf[entries + (XrefEntry * i) + 17] == (byte)'n')
            .Select(i => (Number: i, At: Number(pdf, entries + (XrefEntry * i)))).OrderBy(o => o.At).ToList();
        var objects = new Dictionary<int, Range>();
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1].At : xref;
            var body = starts[i].At + pdf.AsSpan(starts[i].At).IndexOf("obj"u8) + "obj".Length;
            objects[starts[i].Number] = body..(body + pdf.AsSpan(body, end - body).LastIndexOf("endobj"u8));
        }
        return objects;
    }

    /// <summary>Every reference moves on; what stands in a stream is not ours to touch.</summary>
    private static byte[] Moved(byte[] content, int shift, bool isRoot)
    {
        var stream = content.AsSpan().IndexOf("stream\n"u8) is var unix and >= 0 ? unix : content.AsSpan().IndexOf("stream\r\n"u8);
        var (head, rest) = stream < 0 ? (content, []) : (content[..stream], content[stream..]);
        var text = References(Encoding.Latin1.GetString(head), shift);
        if (isRoot && text.IndexOf("/Type /Pages", StringComparison.Ordinal) is var at and >= 0)
            text = text.Insert(at + "/Type /Pages".Length, "\n/Parent 2 0 R");
        return [.. Encoding.Latin1.GetBytes(text), .. rest];
    }

    /// <summary><c>12 0 R</c>, outside of texts.</summary>
    private static string References(string text, int shift)
    {
        var moved = new StringBuilder(text.Length + 64);
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (depth > 0 && c == '\\' && i + 1 < text.Length)
            {
                moved.Append(c).Append(text[++i]);
                continue;
            }
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            if (depth == 0 && char.IsAsciiDigit(c) && (i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1]) && text[i - 1] is not ('.' or '-')) && Length(text, i) is var digits && Is(text, i + digits))
            {
                moved.Append(int.Parse(text.AsSpan(i, digits), NumberStyles.None, CultureInfo.InvariantCulture) + shift);
                i += digits - 1;
            }
            else
            {
                moved.Append(c);
            }
        }
        return moved.ToString();
    }

    private static int Length(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - at;
    }

    private static bool Is(string text, int at) =>
        at + 4 <= text.Length && text.AsSpan(at, 4) is " 0 R" && (at + 4 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 4]));

    private static int Reference(ReadOnlySpan<byte> bytes, string name, int from)
    {
        var at = bytes[from..].IndexOf(Encoding.ASCII.GetBytes(name));
        return at >= 0 ? Number(bytes, from + at + name.Length) : throw new InvalidDataException($"The paper has no {name.Trim()}.");
    }

    private static int Count(ReadOnlySpan<byte> pages) => Reference(pages, "/Count ", 0);

    private static int Number(ReadOnlySpan<byte> bytes, int at)
    {
        var end = at;
        while (bytes[end] is >= (byte)'0' and <= (byte)'9')
            end++;
        return int.Parse(bytes[at..end], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private sealed class Joined : IDisposable
    {
        private readonly MemoryStream _file = new();
        private readonly Dictionary<int, long> _places = [];

        public Joined() => Write("%PDF-1.4\n%\u00E2\u00E3\u00CF\u00D3\n");

        public void Add(int number, byte[] content)
        {
            _places[number] = _file.Position;
            Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
            _file.Write(content);
            Write("\nendobj\n");
        }

        public void Dispose() => _file.Dispose();

        public byte[] End(int count)
        {
            var xref = _file.Position;
            Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {count}\n0000000000 65535 f \n"));
            for (var number = 1; number < count; number++)
                Write(_places.TryGetValue(number, out var at) ? string.Create(CultureInfo.InvariantCulture, $"{at:D10} 00000 n \n") : "0000000000 65535 f \n");
            Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<</Size {count}\n/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF\n"));
            return _file.ToArray();
        }

        private void Write(string text) => _file.Write(Encoding.Latin1.GetBytes(text));
    }
}
