namespace Mabarra.CaseManager.Documents;

/// <summary>What a file turned out to be.</summary>
/// <param name="Kind">By its bytes.</param>
/// <param name="Length">Where the picture ends: what phones and pranksters append after that is not kept (B46). The whole length for a PDF.</param>
internal sealed record FileVerdict(DocumentKind Kind, long Length);

/// <summary>Looks at a whole file by its bytes before anything is kept. Reads back and forth, decodes nothing (B44–B52).</summary>
internal static class FileCheck
{
    /// <exception cref="RuleViolation">Not a file we take; the text says what to do instead.</exception>
    public static FileVerdict Of(Stream plain)
    {
        if (plain.Length == 0)
            throw Refused("empty");
        Span<byte> head = stackalloc byte[16];
        plain.Position = 0;
        head = head[..plain.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.StartsWith("%PDF-"u8))
            return new FileVerdict(DocumentKind.Pdf, PdfCheck.Of(plain));
        if (head.StartsWith(PngCheck.Signature))
            return new FileVerdict(DocumentKind.Png, PngCheck.Of(plain));
        if (head.StartsWith(JpegCheck.Signature))
            return new FileVerdict(DocumentKind.Jpeg, JpegCheck.Of(plain));
        throw Refused(IsHeic(head) ? "heic" : "type");
    }

    /// <summary>Refuses a picture too large to be decoded safely, or with no size at all (B50).</summary>
    internal static void CheckSize(long width, long height)
    {
        if (width <= 0 || height <= 0)
            throw Refused("damaged");
        if (width * height > DocumentLimits.LargestPicture)
            throw Refused("pixels", DocumentLimits.LargestPicture / 1_000_000);
    }

    internal static RuleViolation Refused(string reason, params IReadOnlyList<object> args) =>
        new($"documents.store.{reason}", nameof(NewDocument.FileName), args);

    /// <summary>What iPhones take by default; named because it will be tried daily.</summary>
    private static bool IsHeic(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) && (head[8..11].SequenceEqual("hei"u8) || head[8..11].SequenceEqual("hev"u8) || head[8..12].SequenceEqual("mif1"u8));
}
