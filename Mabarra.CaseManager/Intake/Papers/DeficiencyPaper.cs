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
            new PdfKeyValues([.. PaperParts.Heads(words, source)], Columns: 3),
            new PdfHeading(words["deficiency.missing"]),
            Missing(words, source),
            .. PaperParts.Received(words, source),
            new PdfTogether([.. PaperParts.Contact(frame), PaperParts.Signatures(frame, source, "sign.staff", "beneficiary", frame.Act.On, null)]),
        ];
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
            return new PdfCheckItem(PaperParts.Name(words, items[id]), PdfMark.Missing, HowToBring(words, items[id]));
        var key = missing.Section switch
        {
            RequestSection.Declaration => "deficiency.sign",
            RequestSection.Beneficiary => "deficiency.review",
            _ => "deficiency.channel",
        };
        return new PdfCheckItem(words[key], PdfMark.Missing, words["deficiency.atdesk"]);
    }

    private static PdfText HowToBring(PaperWords words, RequestItem item)
    {
        var how = words.OfScreen($"handling.print.{item.Handling}");
        return PaperParts.Validity(words, item) is { } age ? $"{how}{words["list.comma"]}{words.Format("sheet.age", age).Plain}" : how;
    }
}
