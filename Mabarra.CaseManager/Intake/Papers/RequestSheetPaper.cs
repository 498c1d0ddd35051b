using System.Globalization;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>كشف اشتراطات الخدمة: everything this service asks of this person, handed over before anything else (ت-٢; DOMAIN.md part 8, document 3).</summary>
internal static class RequestSheetPaper
{
    public static PdfDocumentModel Of(PaperFrame frame, PaperSource source) =>
        PaperParts.Model(frame, source, IssuedKind.RequirementsSheet, Blocks(frame, source));

    private static IEnumerable<PdfBlock> Blocks(PaperFrame frame, PaperSource source)
    {
        var words = frame.Words;
        return
        [
            new PdfNotice(words["sheet.period"], words.Format("sheet.period.days", Days), words["sheet.period.note"]),
            new PdfKeyValues(
            [
                .. PaperParts.Heads(words, source),
                new(words["committee"], words["committee.name"], Wide: true),
            ], Columns: 3),
            new PdfHeading(words["sheet.requirements"]),
            Requirements(words, source),
            // On a second page signatures never stand without what they are under.
            new PdfTogether(
                new PdfHeading(words["sheet.channels"]),
                new PdfKeyValues([.. Channels(words, frame.Association)]),
                new PdfHeading(words["sheet.handed"]),
                new PdfParagraph(words["sheet.handed.text"]),
                PaperParts.Signatures(frame, source, "sign.staff", "sheet.sign", HandedOn(source), HandedOn(source))),
        ];
    }

    internal static PdfRun Days => ReplyPeriod.WorkingDays.ToString(CultureInfo.InvariantCulture);

    /// <summary>The day it was handed over, when that is on record; otherwise the hand writes it.</summary>
    private static DateOnly? HandedOn(PaperSource source) => source.Request.SheetIssuedAt is { } at ? RiyadhTime.DayOf(at) : null;

    private static PdfTable Requirements(PaperWords words, PaperSource source) => new(
        [
            new(words["sheet.no"], 0.75f, PdfAlign.Center),
            new(words["sheet.requirement"], 4),
            new(words["sheet.handling"], 1.8f),
            new(words["sheet.validity"], 1.4f),
            new(words["sheet.notes"], 3),
        ],
        [.. source.Items.Select((item, i) => Row(words, item, i + 1))]);

    private static IReadOnlyList<PdfText> Row(PaperWords words, RequestItem item, int number) =>
    [
        number.ToString(CultureInfo.InvariantCulture),
        PaperParts.Name(words, item),
        words.OfScreen($"handling.print.{item.Handling}"),
        PaperParts.Validity(words, item) ?? words["none"],
        string.Join(words["list.comma"], Notes(words, item)),
    ];

    private static IEnumerable<string> Notes(PaperWords words, RequestItem item)
    {
        if (!item.IsMandatory)
            yield return words["sheet.note.optional"];
        if (item.Handling is Handling.Sight or Handling.Verify)
            yield return words[$"sheet.note.{item.Handling}"];
        if (item.IsHealth)
            yield return words["sheet.note.health"];
        if (item.IsDeclaration)
            yield return words["sheet.note.declaration"];
        if (item.Hint is { } hint)
            yield return hint;
    }

    private static IEnumerable<PdfField> Channels(PaperWords words, AssociationProfile association) =>
        from channel in new[] { ("sheet.phone", association.Phone), ("sheet.fax", association.Fax), ("sheet.website", association.Website), ("sheet.email", association.Email) }
        where !string.IsNullOrWhiteSpace(channel.Item2)
        select new PdfField(words[channel.Item1], PdfRun.Ltr(channel.Item2));
}
