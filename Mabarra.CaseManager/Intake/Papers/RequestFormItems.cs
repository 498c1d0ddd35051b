using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>The form's table of papers: each with its state, number and day.</summary>
internal static class RequestFormItems
{
    public static PdfTable Table(PaperWords words, PaperSource source) => new(
        [
            new(words["form.paper"], 3.2f),
            new(words["form.state"], 0.9f),
            new(words["sheet.handling"], 1.5f),
            new(words["form.reference"], 2.3f),
            new(words["date"], 1.9f),
        ],
        [.. source.Items.Select(item => Row(words, item))]);

    private static IReadOnlyList<PdfText> Row(PaperWords words, RequestItem item) =>
    [
        PaperParts.Name(words, item),
        State(words, item),
        words.OfScreen($"handling.{item.Handling}"),
        Reference(words, item),
        item.ReceivedOn is { } on ? Day(words, on) : words["none"],
    ];

    private static string State(PaperWords words, RequestItem item) =>
        item is { IsMandatory: false, Status: ItemStatus.Missing } ? words["sheet.note.optional"] : words.OfScreen($"item.{item.Status}");

    private static PdfText Reference(PaperWords words, RequestItem item)
    {
        var lines = new List<PdfRun>();
        if (item.RefNo is { } number)
            lines.Add(PdfRun.Ltr(number));
        if (item.CarriedFromNumber is { } source)
            lines.AddRange(words.Format("form.carried", PdfRun.Ltr(source)).Runs);
        lines.AddRange(new[] { item.ReasonIn(words.Culture), item.Note }.Where(t => !string.IsNullOrEmpty(t)).Select(t => new PdfRun(t!)));
        return new PdfText([.. lines.SelectMany((line, i) => i == 0 ? [line] : new[] { new PdfRun("\n"), line })]);
    }

    /// <summary>Both calendars, short enough for a narrow column.</summary>
    private static PdfText Day(PaperWords words, DateOnly day)
    {
        var gregorian = PdfRun.Ltr(DateText.ShortGregorian(day));
        return HijriDate.TryFrom(day, out var hijri) ? words.Format("date.lines", PdfRun.Ltr(hijri.ToString()), gregorian) : gregorian;
    }
}
