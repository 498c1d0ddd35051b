using System.Globalization;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.PolicyLibrary.Copies;
using Mabarra.CaseManager.PolicyLibrary.Roster;
using Mabarra.CaseManager.PolicyLibrary.Signing;

namespace Mabarra.CaseManager.PolicyLibrary.Papers;

/// <summary>إقرار الاطلاع على السياسة: who, which text, and the three facts with their times (DOMAIN.md part 8, document 11; R7).</summary>
internal static class AckPaper
{
    public static PdfDocumentModel Of(LibraryPaper paper, Policy policy, PolicyVersion version, Acknowledgement ack, StaffMember member, string? department, ReadOnlyMemory<byte>? signature) =>
        paper.Model(LibraryWords.Of("ack.title"), LibraryWords.Format("ack.subtitle", policy.TitleAr, PdfRun.Ltr(No(version.No))), RiyadhTime.DayOf(ack.SignedAt!.Value),
        [
            new PdfKeyValues([.. Person(member, department)]),
            new PdfParagraph(LibraryWords.Format("ack.words", PdfRun.Strong(policy.TitleAr), PdfRun.Ltr(No(version.No)), version.ApprovalRef!), PdfTextLook.Lead),
            new PdfTable(
                [new(LibraryWords.Of("ack.fact"), 2), new(LibraryWords.Of("ack.when"), 3.2f), new(LibraryWords.Of("ack.how"), 3)],
                [
                    [LibraryWords.Of("ack.read"), LibraryWords.Moment(ack.ReadAt!.Value), LibraryWords.Of(ack.UnderstoodBy == UnderstandingProof.ReadAloud ? "ack.read.aloud" : "ack.read.whole")],
                    [LibraryWords.Of("ack.understood"), LibraryWords.Moment(ack.UnderstoodAt!.Value), Understood(ack)],
                    [LibraryWords.Of("ack.signed"), LibraryWords.Moment(ack.SignedAt!.Value), LibraryWords.Of($"ack.by.{ack.SignedBy}")],
                ]),
            .. Told(ack),
            new PdfSignatures(
                new PdfSignature(LibraryWords.Of("ack.signature"), member.FullName, signature, LibraryWords.DayField("date", RiyadhTime.DayOf(ack.SignedAt!.Value))),
                new PdfSignature(LibraryWords.Of("ack.hr"), "", null, new PdfField(LibraryWords.Of("ack.stamp"), ""))),
        ]);

    private static string No(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<PdfField> Person(StaffMember member, string? department)
    {
        yield return new(LibraryWords.Of("ack.name"), PdfRun.Strong(member.FullName));
        yield return new(LibraryWords.Of("ack.id"), member.IdTail is { } tail ? PdfRun.Ltr($"••••••{tail}") : LibraryWords.Of("none"));
        yield return new(LibraryWords.Of("ack.job"), member.JobTitle ?? LibraryWords.Of("none"));
        yield return new(LibraryWords.Of("ack.department"), department ?? LibraryWords.Of("none"));
    }

    private static PdfText Understood(Acknowledgement ack) => ack.UnderstoodBy switch
    {
        UnderstandingProof.Check => LibraryWords.Format("ack.proof.check", PdfRun.Ltr(No(ack.Score ?? 0)), PdfRun.Ltr(No(ack.Asked ?? 0))),
        UnderstandingProof.Statement => LibraryWords.Of("ack.proof.statement"),
        UnderstandingProof.ReadAloud => LibraryWords.Format("ack.proof.aloud", ack.AttestedByName ?? ""),
        _ => LibraryWords.Format("ack.proof.attested", ack.AttestedByName ?? ""),
    };

    private static IEnumerable<PdfBlock> Told(Acknowledgement ack)
    {
        if (ack.RecordedByName is null)
            yield break;
        List<PdfField> fields = [new(LibraryWords.Of("ack.recorded"), ack.RecordedByName)];
        if (ack.WitnessName is { } witness)
            fields.Add(new(LibraryWords.Of("ack.witness"), witness));
        if (ack.Remark is { } remark)
            fields.Add(new(LibraryWords.Of("ack.remark"), remark, Wide: true));
        yield return new PdfKeyValues(fields);
    }
}

/// <summary>إيصال استلام نسخة الإدارة, with the list of all departments as its annex (DOMAIN.md part 8, document 12; مسؤوليات-٤).</summary>
internal static class CopyPaper
{
    public static PdfDocumentModel Of(
        LibraryPaper paper, Policy policy, PolicyVersion version, DepartmentCopy copy, Dictionary<Guid, string> names, List<DepartmentCopy> all, ReadOnlyMemory<byte>? signature) =>
        paper.Model(LibraryWords.Of("copy.title"), LibraryWords.Format("ack.subtitle", policy.TitleAr, PdfRun.Ltr(version.No.ToString(CultureInfo.InvariantCulture))), RiyadhTime.DayOf(copy.ReceivedAt!.Value),
        [
            new PdfKeyValues(
            [
                new(LibraryWords.Of("ack.department"), PdfRun.Strong(names[copy.DepartmentId])),
                new(LibraryWords.Of("copy.head"), copy.ReceivedByName!),
                new(LibraryWords.Of("copy.sent"), LibraryWords.Day(RiyadhTime.DayOf(copy.SentAt))),
                new(LibraryWords.Of("copy.medium"), LibraryWords.Of(copy.IsOnPaper ? "copy.paper" : "copy.electronic")),
            ]),
            new PdfParagraph(LibraryWords.Format("copy.words", PdfRun.Strong(policy.TitleAr)), PdfTextLook.Lead),
            new PdfSignatures(new PdfSignature(LibraryWords.Of("copy.signature"), copy.ReceivedByName!, signature, LibraryWords.DayField("date", RiyadhTime.DayOf(copy.ReceivedAt!.Value)))),
            new PdfHeading(LibraryWords.Of("copy.annex"), Level: 2),
            new PdfTable(
                [new(LibraryWords.Of("ack.department"), 3), new(LibraryWords.Of("copy.state"), 2), new(LibraryWords.Of("copy.on"), 3)],
                [.. all.OrderBy(c => names[c.DepartmentId], StringComparer.Ordinal).Select(c => Row(paper, names[c.DepartmentId], c))]),
        ]);

    private static IReadOnlyList<PdfText> Row(LibraryPaper paper, string name, DepartmentCopy copy) =>
    [
        name,
        LibraryWords.Of(copy.ReceivedAt is not null ? "copy.received" : copy.IsLate(paper.Act.On) ? "copy.late" : "copy.waiting"),
        copy.ReceivedAt is { } at ? LibraryWords.Day(RiyadhTime.DayOf(at)) : LibraryWords.Of("none"),
    ];
}
