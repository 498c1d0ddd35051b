using System.Globalization;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>The empty form's end: the notice of privacy, the declaration to be signed (ت-٤), and what the association fills in.</summary>
internal static class BlankFormFoot
{
    public static IEnumerable<PdfBlock> Of(PaperFrame frame)
    {
        var words = frame.Words;
        yield return new PdfTogether(
            new PdfHeading(words["form.privacy"]),
            new PdfParagraph(words["form.privacy.purpose"], PdfTextLook.Small),
            new PdfParagraph(words.Fill("form.privacy.rights", ("phone", PdfRun.Ltr(frame.Association.Phone ?? words["none"]))), PdfTextLook.Small));
        yield return new PdfTogether(
            new PdfHeading(words["form.declaration"]),
            new PdfParagraph(words.OfScreen(IntakeTexts.Declaration), PdfTextLook.Lead),
            new PdfParagraph(words.Fill("form.declaration.period", ("days", RequestSheetPaper.Days))),
            new PdfParagraph(words.Format("form.declaration.version", PdfRun.Ltr(words.VersionOf(IntakeTexts.Declaration).ToString(CultureInfo.InvariantCulture))), PdfTextLook.Small),
            new PdfSignatures(
                new PdfSignature(words["blank.sign"], PdfText.Empty, null, new PdfField(words["blank.name"], ""), new PdfField(words["date"], "")),
                new PdfSignature(words["form.sign.witness"], PdfText.Empty, null, new PdfField(words["blank.name"], ""), new PdfField(words["date"], ""))));
        yield return new PdfTogether(
            new PdfHeading(words["form.office"]),
            new PdfBlanks([[new(words["number"]), new(words["sign.staff"]), new(words["form.taken"]), new(words["completed"])]]));
    }
}
