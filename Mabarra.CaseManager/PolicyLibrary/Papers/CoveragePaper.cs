using System.Globalization;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.PolicyLibrary.Signing;

namespace Mabarra.CaseManager.PolicyLibrary.Papers;

/// <summary>How far a version is signed, for a meeting or a file: the numbers by department and kind, who is late by how long, and the departments' copies (مسؤوليات-١, مسؤوليات-٤).</summary>
internal static class CoveragePaper
{
    public static PdfDocumentModel Of(LibraryPaper paper, Policy policy, PolicyVersion version, Coverage coverage, IReadOnlyList<AckRow> late, IReadOnlyList<CopyRow> copies) =>
        paper.Model(LibraryWords.Of("cover.title"), LibraryWords.Format("ack.subtitle", policy.TitleAr, PdfRun.Ltr(No(version.No))), paper.Act.On,
        [
            new PdfNotice(LibraryWords.Of("cover.signed"), PdfRun.Ltr($"{coverage.All.Percent}%"), LibraryWords.Format("cover.of", PdfRun.Ltr(No(coverage.All.Signed)), PdfRun.Ltr(No(coverage.All.Owed)), PdfRun.Ltr(No(coverage.All.Late)), PdfRun.Ltr(No(coverage.All.Exempt))),
                coverage.All.Late > 0 ? PdfTone.Attention : PdfTone.Calm),
            Counts("cover.departments", coverage.Departments.Select(d => d with { Name = d.Name.Length == 0 ? LibraryWords.Of("none") : d.Name })),
            Counts("cover.kinds", coverage.Kinds.Select(k => k.Row with { Name = LibraryWords.Of($"cover.kind.{k.Kind}") })),
            .. Late(late),
            .. Copies(copies),
        ]);

    private static PdfTogether Counts(string title, IEnumerable<CoverageRow> rows) => new(
        new PdfHeading(LibraryWords.Of(title), Level: 2),
        new PdfTable(
            [new(LibraryWords.Of("cover.name"), 4), Number("cover.count.signed"), Number("cover.count.owed"), Number("cover.count.late"), Number("cover.count.exempt"), Number("cover.percent")],
            [.. rows.Select(r => (IReadOnlyList<PdfText>)[r.Name, Latin(r.Signed), Latin(r.Owed), Latin(r.Late), Latin(r.Exempt), PdfRun.Ltr($"{r.Percent}%")])]));

    private static IEnumerable<PdfBlock> Late(IReadOnlyList<AckRow> late)
    {
        yield return new PdfHeading(LibraryWords.Of("cover.late"), Level: 2);
        if (late.Count == 0)
        {
            yield return new PdfParagraph(LibraryWords.Of("cover.nobody"));
            yield break;
        }
        yield return new PdfTable(
            [new(LibraryWords.Of("ack.name"), 3), new(LibraryWords.Of("ack.department"), 3), new(LibraryWords.Of("cover.due"), 3), Number("cover.days"), Number("cover.reminders")],
            [.. late.Select(r => (IReadOnlyList<PdfText>)[r.Name, r.DepartmentAr ?? LibraryWords.Of("none"), LibraryWords.Day(r.DueOn), Latin(r.DaysLate ?? 0), Latin(r.Reminders)])]);
    }

    private static IEnumerable<PdfBlock> Copies(IReadOnlyList<CopyRow> copies)
    {
        if (copies.Count == 0)
            yield break;
        yield return new PdfHeading(LibraryWords.Of("copy.annex"), Level: 2);
        yield return new PdfTable(
            [new(LibraryWords.Of("ack.department"), 3), new(LibraryWords.Of("copy.state"), 2), new(LibraryWords.Of("copy.on"), 3)],
            [.. copies.Select(c => (IReadOnlyList<PdfText>)[c.DepartmentAr, LibraryWords.Of(c.ReceivedAt is not null ? "copy.received" : c.IsLate ? "copy.late" : "copy.waiting"), c.ReceivedAt is { } at ? LibraryWords.Day(RiyadhTime.DayOf(at)) : LibraryWords.Of("none")])]);
    }

    private static PdfColumn Number(string key) => new(LibraryWords.Of(key), 1.3f, PdfAlign.Center);

    private static PdfText Latin(int number) => PdfRun.Ltr(No(number));

    private static string No(int number) => number.ToString(CultureInfo.InvariantCulture);
}
