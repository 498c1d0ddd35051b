using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.Intake.Tracking;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>A request with all that its papers say about it.</summary>
/// <param name="Categories">Names of the beneficiary's categories, without those that are sensitive: these are never printed (DOMAIN.md §2.3).</param>
internal sealed record PaperSource(RequestDetail Detail, IReadOnlyList<CodeRow> Categories)
{
    /// <summary>The last move of her reply date, told or not; null when it never moved, or came back to the day she knew before she was told.</summary>
    public DueNotice? Moved { get; init; }

    /// <summary>The code she follows the request by; only the papers she takes home for that have one.</summary>
    public TrackingMark? Track { get; init; }

    public ServiceRequest Request => Detail.Request;

    public Beneficiary Beneficiary => Detail.Beneficiary;

    public Gender Gender => Detail.Beneficiary.Gender;

    public IEnumerable<RequestItem> Items => Detail.Request.Items.OrderBy(i => i.Order);

    /// <summary>What the beneficiary still has to bring or do; the desk's own omissions are not his.</summary>
    public IEnumerable<MissingThing> ToBring => Detail.Missing.Where(m => m.Section is not RequestSection.Sheet && m.Code is not "intake.complete.nochecklist");
}

/// <summary>What only the filled-in form shows.</summary>
/// <param name="IdNumber">Whole.</param>
/// <param name="Signature">PNG or JPEG; null when the signature is on a scanned page, or there is none yet.</param>
internal sealed record FormSecrets(string IdNumber, ReadOnlyMemory<byte>? Signature);

/// <summary>What stands round the content of one paper.</summary>
internal sealed record PaperFrame
{
    public required PaperWords Words { get; init; }

    public required Act Act { get; init; }

    public required string Number { get; init; }

    public required VerifyMark Mark { get; init; }

    public required AssociationProfile Association { get; init; }

    /// <summary>The paper is marked as not being about anybody.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>The paper in its frame: letterhead, both calendars, mark to verify it by, and who printed it when.</summary>
    /// <param name="on">The day the paper is of.</param>
    public PdfDocumentModel Model(IssuedKind kind, PdfText subtitle, string version, DateOnly on, IEnumerable<PdfBlock> blocks) => new()
    {
        Title = Words[$"title.{kind}"],
        Subtitle = subtitle,
        Number = Number,
        Version = version,
        Language = Words.Culture.TwoLetterISOLanguageName,
        Letterhead = Association.ToLetterhead(),
        DateHijri = DateText.Hijri(on, Words.Culture) ?? Words["none"],
        DateGregorian = DateText.Gregorian(on, Words.Culture),
        Watermark = IsDemonstration ? Words["watermark"] : null,
        VerifyUrl = Mark.Url,
        VerifyCode = Mark.Code,
        PrintedAt = Words.Format("printed", DateText.Gregorian(Act.On, Words.Culture), PaperWords.Clock(Act.At), Act.Actor.Name).Plain,
        CreatedAt = Act.At,
        Blocks = [.. blocks],
    };
}
