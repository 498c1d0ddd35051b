using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>إشعار نواقص: what is still missing. It names no date, for no period has begun (ت-٣; R4; DOMAIN.md part 8, document 4).</summary>
internal static class DeficiencyPaper
{
    public static PdfDocumentModel Of(PaperFrame frame, PaperSource source) =>
        PaperParts.Model(frame, source, IssuedKind.DeficiencyNotice, Blocks(frame, source));

    private static IEnumerable<PdfBlock> Blocks(PaperFrame frame, PaperSource source)
    {
        var words = frame.Words;
        return
        [
            PaperParts.Salutation(words, source, "deficiency.lead"),
            new PdfNotice(words["deficiency.label"], words["deficiency.big"], words["deficiency.note"], PdfTone.Attention),
            .. Revoked(words, source),
            new PdfKeyValues([.. PaperParts.Heads(words, source), .. PaperParts.Tracking(words, source)], Columns: 3),
            new PdfHeading(words["deficiency.missing"]),
            Missing(words, source),
            .. PaperParts.Received(words, source),
            new PdfTogether([.. PaperParts.Contact(frame, source), PaperParts.Signatures(frame, source, "sign.staff", "beneficiary", frame.Act.On, null)]),
        ];
    }

    /// <summary>After completeness was taken back, the date on the slip no longer holds, and the notice says so and why.</summary>
    private static IEnumerable<PdfBlock> Revoked(PaperWords words, PaperSource source)
    {
        if (source.Detail.Revocations is [.., var last])
            yield return new PdfParagraph(words.Format("deficiency.revoked", words.Day(last.RevokedOn), last.Reason.Arabic, words.Day(last.PromisedDueOn)));
    }

    /// <summary>A short list reads best as one column; a long one must not fill the page alone.</summary>
    private static PdfChecklist Missing(PaperWords words, PaperSource source)
    {
        const int Short = 5;
        var items = source.Items.ToDictionary(i => i.Id);
        var missing = source.ToBring.Select(m => Missing(words, m, items)).ToList();
        return new PdfChecklist(missing, missing.Count > Short ? 2 : 1);
    }

    private static PdfCheckItem Missing(PaperWords words, MissingThing missing, Dictionary<Guid, RequestItem> items)
    {
        if (missing.ItemId is { } id)
            return new PdfCheckItem(PaperParts.Name(words, items[id]), PdfMark.Missing, Why(words, missing, items[id]) ?? HowToBring(words, items[id]));
        var key = missing.Section switch
        {
            RequestSection.Declaration => "deficiency.sign",
            RequestSection.Beneficiary => "deficiency.review",
            _ => "deficiency.channel",
        };
        return new PdfCheckItem(words[key], PdfMark.Missing, words["deficiency.atdesk"]);
    }

    /// <summary>What was brought before and was not good: without the reason it would only be brought again.</summary>
    private static PdfText? Why(PaperWords words, MissingThing missing, RequestItem item)
    {
        if (missing.Code == "intake.complete.expired")
            return words["deficiency.expired"];
        return item is { Status: ItemStatus.Rejected, Reason: { } reason } ? words.Format("deficiency.refused", reason.Arabic) : null;
    }

    private static PdfText HowToBring(PaperWords words, RequestItem item)
    {
        var how = words.OfScreen($"handling.print.{item.Handling}");
        return PaperParts.Validity(words, item) is { } age ? $"{how}{words["list.comma"]}{words.Format("sheet.age", age).Plain}" : how;
    }
}
