using System.IO.Compression;
using System.Xml;

namespace Mabarra.CaseManager.Ui;

/// <summary>
/// A workbook somebody hands in, opened for reading row by row (docs/adr/0024-import.md). Looked at before anything is unpacked: what is no .xlsx, what carries
/// macros, what would grow beyond reason is refused with words a clerk understands. Nothing of it is run, followed or fetched.
/// </summary>
public sealed class Workbook : IDisposable
{
    private const string Book = "xl/workbook.xml";
    private readonly ZipArchive _file;
    private readonly Dictionary<string, ZipArchiveEntry> _parts;

    private Workbook(ZipArchive file, Dictionary<string, ZipArchiveEntry> parts) => (_file, _parts) = (file, parts);

    /// <summary>Days are counted from 1904 instead of 1900 (workbooks of old Macs).</summary>
    internal bool From1904 { get; private set; }

    internal ZipArchiveEntry Sheet { get; private set; } = null!;

    internal SharedTexts Texts { get; private set; } = null!;

    /// <param name="content">Seekable; stays open.</param>
    /// <exception cref="RuleViolation"><c>ui.workbook.…</c>: not a workbook we read.</exception>
    public static Workbook Open(Stream content)
    {
        WorkbookKind.Check(content);
        return Reading(() =>
        {
            content.Position = 0;
            var file = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var book = new Workbook(file, PartsOf(file));
            book.Find();
            return book;
        });
    }

    /// <summary>A broken file is a broken file, whichever part of the reading noticed.</summary>
    internal static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException or IOException or FormatException or OverflowException or ArgumentException)
        {
            throw WorkbookLimits.Refused("damaged");
        }
    }

    internal static XmlReader Xml(ZipArchiveEntry part, long most = WorkbookLimits.LargestIndex) => XmlReader.Create(
        new PartStream(part, most),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreComments = true, IgnoreProcessingInstructions = true });

    public void Dispose() => _file.Dispose();

    private static Dictionary<string, ZipArchiveEntry> PartsOf(ZipArchive file)
    {
        if (file.Entries.Count > WorkbookLimits.MostEntries)
            throw WorkbookLimits.Refused("bomb");
        var parts = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in file.Entries)
        {
            // Two parts of one name: another program would read the other one.
            if (!parts.TryAdd(entry.FullName.Replace('\\', '/'), entry))
                throw WorkbookLimits.Refused("damaged");
        }
        if (parts.Keys.Any(IsMacro))
            throw WorkbookLimits.Refused("macros");
        if (parts.Values.Any(e => e.Length > WorkbookLimits.Harmless && e.Length / Math.Max(1, e.CompressedLength) > WorkbookLimits.Ratio))
            throw WorkbookLimits.Refused("bomb");
        return parts;
    }

    private static bool IsMacro(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase);

    private void Find()
    {
        if (!_parts.TryGetValue(Book, out var book))
            throw WorkbookLimits.Refused(_parts.ContainsKey("xl/workbook.bin") ? "binary" : "type");
        if (_parts.TryGetValue("[Content_Types].xml", out var types) && Declares(types, "macroEnabled"))
            throw WorkbookLimits.Refused("macros");
        var sheet = FirstVisible(book) ?? throw WorkbookLimits.Refused("nosheet");
        Sheet = _parts.GetValueOrDefault(TargetOf(sheet)) ?? throw WorkbookLimits.Refused("damaged");
        using var texts = _parts.TryGetValue("xl/sharedStrings.xml", out var part) ? Xml(part, WorkbookLimits.LargestPart) : null;
        Texts = texts is null ? new SharedTexts() : SharedTexts.Read(texts);
    }

    private static bool Declares(ZipArchiveEntry types, string word)
    {
        using var xml = Xml(types);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("ContentType")?.Contains(word, StringComparison.OrdinalIgnoreCase) == true)
                return true;
        }
        return false;
    }

    /// <summary>Hidden sheets hold lists of choices, as in our own template.</summary>
    private string? FirstVisible(ZipArchiveEntry book)
    {
        string? first = null;
        using var xml = Xml(book);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
                From1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && xml.GetAttribute("state") is null or "visible")
                first ??= Attribute(xml, "id");
        }
        return first;
    }

    private static string? Attribute(XmlReader xml, string localName)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == localName)
            {
                var value = xml.Value;
                xml.MoveToElement();
                return value;
            }
        }
        xml.MoveToElement();
        return null;
    }

    private string TargetOf(string id)
    {
        using var xml = Xml(_parts.GetValueOrDefault("xl/_rels/workbook.xml.rels") ?? throw WorkbookLimits.Refused("damaged"));
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") == id)
                return xml.GetAttribute("Target") is ['/', .. var whole] ? whole : "xl/" + xml.GetAttribute("Target");
        }
        throw WorkbookLimits.Refused("damaged");
    }
}
