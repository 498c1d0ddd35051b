using System.Globalization;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>The foot of the form: the declaration with its signatures (ت-٤), and what the association fills in.</summary>
internal static class RequestFormSignatures
{
    public static PdfTogether Declaration(PaperFrame frame, PaperSource source, FormSecrets secrets)
    {
        var (words, signed) = (frame.Words, source.Request.Declaration);
        var version = (signed?.TextVersion ?? words.VersionOf(IntakeTexts.Declaration)).ToString(CultureInfo.InvariantCulture);
        return new PdfTogether(
            new PdfHeading(words["form.declaration"]),
            new PdfParagraph(signed?.Words ?? words.OfScreen(IntakeTexts.Declaration), PdfTextLook.Lead),
            new PdfParagraph(words.Fill("form.declaration.period", ("days", RequestSheetPaper.Days))),
            new PdfParagraph(words.Format("form.declaration.version", PdfRun.Ltr(version)), PdfTextLook.Small),
            new PdfSignatures([.. Places(frame, source, secrets)]));
    }

    /// <summary>Registered, sheet, explained, complete: each with its day, and the number as a square code for the reader at the desk.</summary>
    public static PdfTogether Office(PaperWords words, PaperSource source)
    {
        var request = source.Request;
        return new PdfTogether(
            new PdfHeading(words["form.office"]),
            new PdfColumns(
                new PdfColumnOfBlocks(
                [
                    new PdfKeyValues(
                    [
                        new(words["form.taken"], words.Moment(request.CreatedAt)),
                        new(words["form.sheet"], Moment(words, request.SheetIssuedAt)),
                        new(words["form.explained"], Moment(words, request.ExplainedAt)),
                        new(words["completed"], request.CompletedOn is { } on ? words.Date(on) : words["form.pending"]),
                    ], Columns: 1),
                ], 3),
                new PdfColumnOfBlocks([new PdfQr(request.Number, PdfRun.Ltr(request.Number, bold: true), 60)], 1.6f)));
    }

    private static IEnumerable<PdfSignature> Places(PaperFrame frame, PaperSource source, FormSecrets secrets)
    {
        var (words, declaration) = (frame.Words, source.Request.Declaration);
        yield return new PdfSignature(
            declaration?.SignerKind is { } kind ? words[$"form.sign.{kind}"] : words.For("form.sign.applicant", source.Gender), declaration?.SignerName ?? source.Beneficiary.FullName, declaration is null ? null : secrets.Signature, [.. Signed(words, declaration)]);
        if (declaration?.WitnessName is { } witness)
            yield return new PdfSignature(words["form.sign.witness"], witness, null, PaperParts.Date(words, declaration.SignedOn));
        yield return new PdfSignature(words["sign.staff"], frame.Act.Actor.Name, null, PaperParts.Date(words, frame.Act.On));
    }

    private static IEnumerable<PdfField> Signed(PaperWords words, Declaration? declaration)
    {
        if (declaration is null)
        {
            yield return PaperParts.Date(words, null);
            yield break;
        }

        yield return new PdfField(words["form.sign.method"], words.OfScreen($"method.{declaration.Method}"));
        if (declaration.SignerProofNo is { } proof)
            yield return new PdfField(words["form.sign.proof"], PdfRun.Ltr(proof));
        if (declaration.Method == SignatureMethod.PaperScan)
            yield return new PdfField("", words["form.sign.scan"]);
        yield return new PdfField(words["date"], words.Moment(declaration.SignedAt));
    }

    private static PdfText Moment(PaperWords words, DateTime? at) => at is { } there ? words.Moment(there) : words["none"];
}
