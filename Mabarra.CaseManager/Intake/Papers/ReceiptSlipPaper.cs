using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>إشعار استلام ومراجعة: the request is complete, and this is the last day for its reply (ت-٥, ت-٦; DOMAIN.md part 8, document 4).</summary>
internal static class ReceiptSlipPaper
{
    public static PdfDocumentModel Of(PaperFrame frame, PaperSource source) =>
        PaperParts.Model(frame, source, IssuedKind.ReceiptSlip, Blocks(frame, source));

    private static IEnumerable<PdfBlock> Blocks(PaperFrame frame, PaperSource source) =>
    [
        PaperParts.Salutation(frame.Words, source, "slip.lead"),
        Due(frame.Words, source.Request),
        new PdfKeyValues(
        [
            .. PaperParts.Heads(frame.Words, source),
            PaperParts.ChannelField(frame.Words, source.Request),
            .. PaperParts.Tracking(frame.Words, source),
        ], Columns: 3),
        .. PaperParts.Received(frame.Words, source),
        new PdfTogether(
        [
            .. PaperParts.Contact(frame, source, new PdfParagraph(frame.Words["slip.explained"])),
            PaperParts.Signatures(frame, source, "slip.sign.staff", "slip.sign", frame.Act.On, null),
        ]),
    ];

    /// <summary>The day that is true now; when a holiday moved it, the one promised before is named beside it.</summary>
    private static PdfNotice Due(PaperWords words, ServiceRequest request)
    {
        var completed = PdfRun.Strong(words.Day(request.CompletedOn!.Value));
        var note = request.PromisedDueOn is { } promised && promised != request.DueOn
            ? words.Format("slip.due.moved", completed, words.Day(promised))
            : words.Format("slip.due.note", completed);
        return new PdfNotice(words["slip.due"], words.Day(request.DueOn!.Value), note);
    }
}
