using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>إشعار سحب طلب, إشعار حفظ طلب: the request ended without a reply, why, and that it may be asked for again (DOMAIN.md §3.1).</summary>
internal static class EndingPaper
{
    public static PdfDocumentModel Of(PaperFrame frame, PaperSource source, IssuedKind kind) =>
        PaperParts.Model(frame, source, kind, Blocks(frame, source, kind));

    private static IEnumerable<PdfBlock> Blocks(PaperFrame frame, PaperSource source, IssuedKind kind)
    {
        var (words, ending) = (frame.Words, source.Request.Ending!);
        return
        [
            PaperParts.Salutation(words, source, $"ending.lead.{kind}"),
            new PdfNotice(words[$"ending.label.{kind}"], words.Day(ending.On), words[$"ending.note.{kind}"], PdfTone.Attention),
            new PdfKeyValues([.. PaperParts.Heads(words, source), .. Facts(words, source)], Columns: 3),
            .. PaperParts.Received(words, source),
            new PdfTogether([.. PaperParts.Contact(frame, source), PaperParts.Signatures(frame, source, "sign.staff", "beneficiary", frame.Act.On, null)]),
        ];
    }

    private static IEnumerable<PdfField> Facts(PaperWords words, PaperSource source)
    {
        var ending = source.Request.Ending!;
        if (ending.Arabic is { } reason)
            yield return new(words["ending.reason"], reason, Wide: true);
        if (ending is { WishChannel: { } channel, WishOn: { } on })
            yield return new(words["ending.wish"], words.Format("ending.wish.by", words.OfScreen($"channel.{channel}"), words.Date(on)), Wide: true);
    }
}
