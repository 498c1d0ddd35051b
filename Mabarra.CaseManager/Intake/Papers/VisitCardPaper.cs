using System.Globalization;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>بطاقة زيارة: the number of the day, large; who, when and what for (ت-١; DOMAIN.md part 8). The question stays in the house: the card is seen by others in the hall.</summary>
internal static class VisitCardPaper
{
    private const float NumberSize = 46;
    private const int OneLine = 24;

    /// <summary>Nothing on the card changes after arrival, so there is one card a visit.</summary>
    public static string NumberOf(Visit visit, NumberFormat format) => format.Of(RiyadhTime.DayOf(visit.ArrivedAt), visit.SlipNo ?? visit.Serial);

    public static PdfDocumentModel Of(PaperFrame frame, Visit visit)
    {
        var (words, on) = (frame.Words, RiyadhTime.DayOf(visit.ArrivedAt));
        return frame.Model(IssuedKind.VisitCard, PdfText.Empty, version: "1", on,
        [
            new PdfNotice(words["card.slip"], PdfRun.Ltr((visit.SlipNo ?? visit.Serial).ToString(CultureInfo.InvariantCulture), bold: true), words["card.keep"], Size: NumberSize),
            new PdfKeyValues([.. Fields(words, visit, on)]),
        ]);
    }

    private static IEnumerable<PdfField> Fields(PaperWords words, Visit visit, DateOnly on)
    {
        yield return new(words["card.name"], visit.VisitorName, Wide: true);
        yield return new(words["card.date"], DateText.Hijri(on, words.Culture) ?? words["none"]);
        yield return new(words["card.corresponding"], DateText.Gregorian(on, words.Culture));
        yield return new(words["card.time"], PdfRun.Ltr(PaperWords.Clock(visit.ArrivedAt)));
        if (visit.Purpose is { } purpose)
            yield return new(words["card.purpose"], purpose, Wide: purpose.Length > OneLine);
        if (visit.VolunteerName is { } volunteer)
            yield return new(words["card.volunteer"], words.Format("card.volunteer.of", volunteer, visit.SupervisorName ?? ""), Wide: true);
    }
}
