using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>إشعار تعديل موعد الرد: a holiday moved the last day for the reply; the day she knows, the day that holds now, and why (ت-٦; DOMAIN.md §3.9, part 8).</summary>
internal static class MovedDuePaper
{
    public static PdfDocumentModel Of(PaperFrame frame, PaperSource source) =>
        PaperParts.Model(frame, source, IssuedKind.DueDateNotice, Blocks(frame, source, source.Moved!));

    private static IEnumerable<PdfBlock> Blocks(PaperFrame frame, PaperSource source, DueNotice moved)
    {
        var words = frame.Words;
        return
        [
            PaperParts.Salutation(words, source, "moved.lead"),
            new PdfNotice(words["moved.new"], words.Day(moved.NewDueOn), words.Format("moved.note", words.Day(moved.KnownDueOn))),
            new PdfKeyValues(
            [
                .. PaperParts.Heads(words, source),
                new(words["moved.known"], words.Day(moved.KnownDueOn)),
                new(words["moved.now"], new PdfText(PdfRun.Strong(words.Day(moved.NewDueOn)))),
                new(words["moved.cause"], moved.Cause),
                new(words["channel"], PaperParts.Channel(words, source.Request), Wide: true),
            ], Columns: 3),
            new PdfParagraph(words["moved.stays"]),
            new PdfTogether([.. PaperParts.Contact(frame, source), PaperParts.Signatures(frame, source, "sign.staff", "beneficiary", frame.Act.On, null)]),
        ];
    }
}
