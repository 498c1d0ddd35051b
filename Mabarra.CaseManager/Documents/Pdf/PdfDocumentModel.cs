namespace Mabarra.CaseManager.Documents.Pdf;

/// <summary>What a printed document says, with nothing about how it is drawn. Built by a module, drawn by <see cref="PdfRenderer"/>.</summary>
public sealed record PdfDocumentModel
{
    /// <summary>The document's name, printed under the letterhead and kept as the file's title.</summary>
    public required string Title { get; init; }

    /// <summary>A quieter line under the title, such as the service's name.</summary>
    public PdfText Subtitle { get; init; } = PdfText.Empty;

    /// <summary>The document's own number, as people quote it.</summary>
    public required string Number { get; init; }

    /// <summary>Version of the form or text the document was made from.</summary>
    public required string Version { get; init; }

    /// <summary><c>ar</c> or <c>en</c>: the frame's words and the direction follow it.</summary>
    public string Language { get; init; } = "ar";

    public required PdfLetterhead Letterhead { get; init; }

    /// <summary>The document's date in both calendars, as printed after «التاريخ» and «الموافق».</summary>
    public required string DateHijri { get; init; }

    public required string DateGregorian { get; init; }

    /// <summary>What is enclosed («المشفوعات»); a dash is printed when nothing is.</summary>
    public string? Enclosures { get; init; }

    /// <summary>Large pale words across every page, such as «بيانات تجريبية غير حقيقية».</summary>
    public string? Watermark { get; init; }

    /// <summary>The address in the footer's square code.</summary>
    public required string VerifyUrl { get; init; }

    /// <summary>The same code as people can type it.</summary>
    public required string VerifyCode { get; init; }

    /// <summary>When and by whom it was printed, as words.</summary>
    public required string PrintedAt { get; init; }

    /// <summary>The file's creation instant, UTC: the only clock the file knows, so the same model always gives the same bytes.</summary>
    public required DateTime CreatedAt { get; init; }

    public required IReadOnlyList<PdfBlock> Blocks { get; init; }

    public bool IsRightToLeft => !Language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Who issues the document: the head of the first page and the contacts at the foot of every page.</summary>
public sealed record PdfLetterhead
{
    public required string Association { get; init; }

    public string? SupervisedBy { get; init; }

    public required string LicenceNumber { get; init; }

    /// <summary>PNG or JPEG of the association's own logo; the built-in emblem is drawn without one.</summary>
    public ReadOnlyMemory<byte>? Logo { get; init; }

    public string? Phone { get; init; }

    public string? Fax { get; init; }

    public string? Website { get; init; }

    public string? Email { get; init; }
}
