using System.Text;

namespace Mabarra.CaseManager.Documents;

/// <summary>Names in PDF bytes (<c>/Launch</c>), whose letters may be written as <c>#4c</c> to hide them.</summary>
internal static class PdfName
{
    public const int Longest = 40;

    /// <summary>Ways to pack an object stream that no ordinary program uses.</summary>
    public static readonly IReadOnlyCollection<string> OtherFilters = ["LZWDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode", "DCTDecode", "CCITTFaxDecode", "JBIG2Decode", "JPXDecode", "Crypt"];

    private static readonly byte[][] Active =
    [
        .. new[] { "JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "XFA", "RichMedia", "Rendition", "ImportData", "SubmitForm", "GoToE" }.Select(Encoding.ASCII.GetBytes),
    ];

    public static bool IsActive(ReadOnlySpan<byte> name)
    {
        foreach (var active in Active)
        {
            if (name.SequenceEqual(active))
                return true;
        }

        return false;
    }

    /// <summary>Writes the name that begins here, and gives its length; longer ones than matter to us come cut.</summary>
    public static int Read(ReadOnlySpan<byte> bytes, Span<byte> name)
    {
        var length = 0;
        for (var at = 0; at < bytes.Length && length < name.Length && !IsDelimiter(bytes[at]); at++)
        {
            if (bytes[at] == '#' && at + 2 < bytes.Length && Hex(bytes[at + 1]) is { } high && Hex(bytes[at + 2]) is { } low)
            {
                name[length++] = (byte)((high << 4) | low);
                at += 2;
            }
            else
            {
                name[length++] = bytes[at];
            }
        }

        return length;
    }

    /// <summary>All names in a dictionary.</summary>
    public static HashSet<string> In(ReadOnlySpan<byte> dictionary)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Span<byte> name = stackalloc byte[Longest];
        for (var at = dictionary.IndexOf((byte)'/'); at >= 0;)
        {
            names.Add(Encoding.Latin1.GetString(name[..Read(dictionary[(at + 1)..], name)]));
            var next = dictionary[(at + 1)..].IndexOf((byte)'/');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return names;
    }

    private static bool IsDelimiter(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32
        or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    private static int? Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => null,
    };
}
