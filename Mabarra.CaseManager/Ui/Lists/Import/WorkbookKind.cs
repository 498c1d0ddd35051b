using System.Text;

namespace Mabarra.CaseManager.Ui;

/// <summary>What a file called .xlsx really is, by its first bytes: the words differ, for the way out differs.</summary>
internal static class WorkbookKind
{
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    /// <summary>Excel before 2007, and every workbook with a password.</summary>
    private static readonly byte[] Old = [0xD0, 0xCF, 0x11, 0xE0];

    public static void Check(Stream content)
    {
        Span<byte> head = stackalloc byte[512];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.IsEmpty)
            throw WorkbookLimits.Refused("empty");
        if (head.StartsWith(Zip))
            return;
        if (head.StartsWith(Old))
            throw WorkbookLimits.Refused("old");
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        throw WorkbookLimits.Refused(text.StartsWith('<') ? "html" : "type");
    }
}
