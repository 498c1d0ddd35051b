using System.Globalization;
using Mabarra.CaseManager.Documents.Pdf;

namespace Mabarra.CaseManager.PolicyLibrary.Papers;

/// <summary>نص السياسة: the text verbatim, its letters and numbers as they are, its approval, and the editor's remarks at the end (DOMAIN.md part 8, document 10; R2).</summary>
internal static class PolicyPaper
{
    public static PdfDocumentModel Of(LibraryPaper paper, Policy policy, PolicyVersion version)
    {
        var rows = version.Clauses.OrderBy(c => c.Order).ToList();
        return paper.Model(policy.TitleAr, LibraryWords.Format("policy.subtitle", PdfRun.Ltr(version.No.ToString(CultureInfo.InvariantCulture))), version.EffectiveOn!.Value,
            [new PdfKeyValues([.. Facts(version)], Columns: 2), .. Groups(rows).Select(Group), .. Footnotes(rows)]);
    }

    private static IEnumerable<PdfField> Facts(PolicyVersion version) =>
    [
        new(LibraryWords.Of("policy.approval"), version.ApprovalRef),
        LibraryWords.DayField("policy.approvedon", version.ApprovedOn),
        LibraryWords.DayField("policy.effectiveon", version.EffectiveOn),
        LibraryWords.DayField("policy.reviewon", version.ReviewDueOn),
        .. version.ChangeNote is { } note ? [new PdfField(LibraryWords.Of(version.IsMinor ? "policy.minor" : "policy.change"), note, Wide: true)] : Array.Empty<PdfField>(),
    ];

    /// <summary>A heading with what stands under it: kept on one page where it fits.</summary>
    private static IEnumerable<List<PolicyClause>> Groups(List<PolicyClause> rows)
    {
        var group = new List<PolicyClause>();
        foreach (var row in rows)
        {
            // A part that has nothing but sections stays with the first of them.
            if (!row.IsClause && group.Exists(c => c.IsClause))
            {
                yield return group;
                group = [];
            }
            group.Add(row);
        }
        if (group.Count > 0)
            yield return group;
    }

    private static PdfTogether Group(List<PolicyClause> rows)
    {
        var blocks = new List<PdfBlock>();
        foreach (var row in rows)
        {
            if (row.Kind == ClauseKind.Running && blocks is [.., PdfParagraph last])
                blocks[^1] = last with { Text = new PdfText([.. last.Text.Runs, " ", .. Words(row).Runs]) };
            else
                blocks.Add(Block(row));
        }
        return new PdfTogether(blocks);
    }

    private static PdfBlock Block(PolicyClause row) => row.Kind switch
    {
        ClauseKind.Part => new PdfHeading(row.TextAr),
        ClauseKind.Section => new PdfHeading(row.TextAr, Level: 2),
        ClauseKind.Item => new PdfParagraph(new PdfText([PdfRun.Strong($"{row.Mark}. "), .. Words(row).Runs])),
        _ => new PdfParagraph(Words(row)),
    };

    private static PdfText Words(PolicyClause row) => row.Footnote is null ? row.TextAr : new PdfText(row.TextAr, " ", PdfRun.Strong("*"));

    private static IEnumerable<PdfBlock> Footnotes(List<PolicyClause> rows)
    {
        var noted = rows.Where(r => r.Footnote is not null).ToList();
        if (noted.Count == 0)
            yield break;
        yield return new PdfTogether(
        [
            new PdfHeading(LibraryWords.Of("policy.footnotes"), Level: 2),
            .. noted.Select(r => new PdfParagraph(LibraryWords.Format("policy.footnote", PdfRun.Strong(ClauseKey.Shown(r.Key)), r.Footnote!), PdfTextLook.Small)),
        ]);
    }
}
