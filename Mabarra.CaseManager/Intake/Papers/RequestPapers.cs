using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.Intake.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>Prints the papers of a request: the sheet, the form, the slip and the deficiency notice (ت-٢ … ت-٦).</summary>
/// <param name="environment">Absent where there is no host, which is in no production.</param>
public sealed class RequestPapers(
    IDbContextFactory<CaseDbContext> contexts, CaseWriter writer, IssuedDocuments issued, DocumentQueries documents, IdNumbers ids, AccessLog log,
    Association association, ProtectedAddresses addresses, HouseTexts texts, TrackingCodes tracking, IHostEnvironment? environment = null)
{
    /// <summary>Papers are the association's official ones, and those are Arabic whatever language the screen is in.</summary>
    private static readonly System.Globalization.CultureInfo Language = AppCulture.Arabic;

    /// <summary>The paper as it stands: the very same one again while nothing it tells of has changed, otherwise a new one.</summary>
    /// <returns>Id of the issued paper (<see cref="DocumentLinks.Issued"/>).</returns>
    /// <exception cref="AccessDenied">Not this person's to see, or no such request.</exception>
    /// <exception cref="RuleViolation"><c>intake.print.…</c>: the paper would not be true of the request.</exception>
    public async Task<Guid> PrintAsync(Act act, Guid requestId, IssuedKind kind, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.ViewPermission);
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            var source = await PaperReader.ReadAsync(db, act, requestId, cancel);
            PaperKinds.RequireFits(kind, source);
            if (await PaperReader.StillTrueAsync(db, source, kind, cancel) is { } same)
                return same;
            // The form is the one paper with the whole identity number on it.
            if (kind == IssuedKind.RequestForm)
                await log.LookedAsync(act, "BeneficiaryIdNumber", source.Beneficiary.Id, cancel);
        }

        return await writer.SaveAsync(db => IssueAsync(db, act, requestId, kind, cancel), cancel);
    }

    /// <summary>Reads everything once more: at the gate nobody can change it under the drawing hand, and a second click finds the first one's paper.</summary>
    private async Task<Guid> IssueAsync(CaseDbContext db, Act act, Guid requestId, IssuedKind kind, CancellationToken cancel)
    {
        var source = await PaperReader.ReadAsync(db, act, requestId, cancel);
        PaperKinds.RequireFits(kind, source);
        if (await PaperReader.StillTrueAsync(db, source, kind, cancel) is { } same)
            return same;
        if (kind == IssuedKind.RequestForm && await addresses.IsProtectedAsync(db, source.Beneficiary.Id, cancel))
            source.Beneficiary.HideAddress();
        if (kind is IssuedKind.ReceiptSlip or IssuedKind.DeficiencyNotice)
            source = source with { Track = tracking.Issue(db, source.Request) };
        var number = await PaperReader.NextNumberAsync(db, source, kind, cancel);
        var isDemonstration = environment?.IsDevelopment() == true || await PaperReader.IsDemonstrationAsync(db, act, requestId, cancel);
        var profile = await association.ReadAsync(db, cancel);
        var words = new PaperWords(Language, await texts.InForceAsync(db, cancel));
        var secrets = kind == IssuedKind.RequestForm ? await SecretsAsync(db, source, cancel) : null;
        var paper = new NewIssued { Kind = kind, Number = number, RecordId = requestId, RecordType = nameof(ServiceRequest) };
        var made = await issued.IssueAsync(db, act, paper, Draw, cancel);
        return made.Id;

        byte[] Draw(VerifyMark mark) => PdfRenderer.Render(Model(kind, source, secrets, new PaperFrame
        {
            Words = words,
            Act = act,
            Number = number,
            Mark = mark,
            Association = profile,
            IsDemonstration = isDemonstration,
        }));
    }

    internal static PdfDocumentModel Model(IssuedKind kind, PaperSource source, FormSecrets? secrets, PaperFrame frame) => kind switch
    {
        IssuedKind.RequirementsSheet => RequestSheetPaper.Of(frame, source),
        IssuedKind.RequestForm => RequestFormPaper.Of(frame, source, secrets!),
        IssuedKind.ReceiptSlip => ReceiptSlipPaper.Of(frame, source),
        IssuedKind.DeficiencyNotice => DeficiencyPaper.Of(frame, source),
        IssuedKind.DueDateNotice => MovedDuePaper.Of(frame, source),
        IssuedKind.WithdrawalSlip or IssuedKind.ArchiveNotice => EndingPaper.Of(frame, source, kind),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a paper of a request."),
    };

    private async Task<FormSecrets> SecretsAsync(CaseDbContext db, PaperSource source, CancellationToken cancel) =>
        new(ids.Open(source.Beneficiary.Id, source.Beneficiary.IdSealed), await SignatureAsync(db, source.Request.Declaration, cancel));

    /// <summary>A drawn signature or a thumbprint; a scanned page would be a smudge at that size, and a PDF is no picture.</summary>
    private async Task<byte[]?> SignatureAsync(CaseDbContext db, Declaration? declaration, CancellationToken cancel)
    {
        if (declaration is null or { Method: SignatureMethod.PaperScan })
            return null;
        var stored = db.StoredDocuments;
        var isPicture = await stored.AnyAsync(d => d.Id == declaration.DocumentId && d.Kind != DocumentKind.Pdf, cancel);
        return isPicture ? await documents.BytesForDrawingAsync(declaration.DocumentId, cancel: cancel) : null;
    }
}
