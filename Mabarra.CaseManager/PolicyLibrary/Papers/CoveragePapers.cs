using System.Globalization;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Papers;

/// <summary>Issues the paper of a version's coverage, anew each time: it says how things stood at that hour.</summary>
public sealed class CoveragePapers(IDbContextFactory<CaseDbContext> contexts, CaseWriter writer, IssuedDocuments issued, Association association, PolicyPapers policies, CoverageQueries coverage)
{
    /// <summary>What the paper belongs to; whoever follows signatures up may print it again.</summary>
    internal const string RecordType = "PolicyCoverage";

    /// <summary>Names of late people on one paper; the workbook has them all.</summary>
    private const int MostNames = 300;

    /// <returns>Id of the issued paper.</returns>
    public async Task<Guid> PrintAsync(Act act, Guid versionId, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.TrackPermission);
        if ((await coverage.VersionsAsync(act, cancel)).All(v => v.Id != versionId))
            throw act.Refuse(PolicyLibraryModule.TrackPermission, versionId);
        var (counts, copies) = (await coverage.OfAsync(act, versionId, cancel), await coverage.CopiesAsync(act, versionId, cancel));
        var late = await LateAsync(act, versionId, cancel);
        var (policy, version) = await TextAsync(versionId, cancel);
        return await writer.SaveAsync(async db =>
        {
            var (profile, isDemonstration) = (await association.ReadAsync(db, cancel), await policies.IsDemonstrationAsync(db, act, cancel));
            var number = string.Create(CultureInfo.InvariantCulture, $"COV-{(int)policy.Kind + 1:00}-{version.No}-{RiyadhTime.WallClock(act.At):yyMMddHHmmss}");
            var paper = new NewIssued { Kind = IssuedKind.PolicyCoverage, Number = number, RecordId = versionId, RecordType = RecordType };
            var made = await issued.IssueAsync(db, act, paper, mark => PdfRenderer.Render(CoveragePaper.Of(
                new LibraryPaper(act, number, version.No.ToString(CultureInfo.InvariantCulture), mark, profile, isDemonstration), policy, version, counts, late, copies)), cancel);
            return made.Id;
        }, cancel);
    }

    private async Task<IReadOnlyList<AckRow>> LateAsync(Act act, Guid versionId, CancellationToken cancel)
    {
        var (rows, cursor) = (new List<AckRow>(), (string?)null);
        do
        {
            var page = await coverage.PageAsync(act, versionId, new PageQuery { Size = PageQuery.LargestSize, Cursor = cursor }, cancel);
            rows.AddRange(page.Rows);
            cursor = page.NextCursor;
        }
        while (cursor is not null && rows.Count < MostNames);
        return rows.Count > MostNames ? rows[..MostNames] : rows;
    }

    private async Task<(Policy Policy, PolicyVersion Version)> TextAsync(Guid versionId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (versions, all) = (db.PolicyVersions, db.Policies);
        var version = await versions.AsNoTracking().SingleAsync(v => v.Id == versionId, cancel);
        return (await all.AsNoTracking().SingleAsync(p => p.Id == version.PolicyId, cancel), version);
    }
}

/// <summary>The paper names people who are late: only for who follows signatures up.</summary>
internal sealed class CoverageDocumentAccess : IDocumentAccess
{
    public string OwnerType => CoveragePapers.RecordType;

    public Task<RecordAccess> OfAsync(Act act, Guid ownerId, CancellationToken cancel) =>
        Task.FromResult(new RecordAccess(act.Actor.May(PolicyLibraryModule.TrackPermission), MayChange: false, IsOwn: false, IsBeingTakenIn: false));
}
