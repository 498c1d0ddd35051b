using System.Globalization;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Papers;

/// <summary>The paper of a policy's text: made once, when the version is published, and given out ever after as it was.</summary>
/// <param name="environment">Absent where there is no host, which is in no production.</param>
public sealed class PolicyPapers(IDbContextFactory<CaseDbContext> contexts, IssuedDocuments issued, Association association, IHostEnvironment? environment = null)
{
    /// <returns>Id of the issued paper (<see cref="DocumentLinks.Issued"/>).</returns>
    /// <exception cref="RuleViolation"><c>policies.print.draft</c>: not published yet.</exception>
    public async Task<Guid> PrintAsync(Act act, Guid versionId, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var reading = await PolicyQueries.ReadAsync(db, act, versionId, cancel);
        if (reading.Row.Status == VersionStatus.Draft)
            throw new RuleViolation("policies.print.draft");
        var papers = db.Set<IssuedDocument>();
        return await papers.Where(d => d.RecordId == versionId && d.Kind == IssuedKind.PolicyText).Select(d => d.Id).SingleAsync(cancel);
    }

    /// <summary>In the transaction that publishes.</summary>
    internal async Task IssueAsync(CaseDbContext db, Act act, Policy policy, PolicyVersion version, CancellationToken cancel)
    {
        var number = NumberOf(policy, version);
        var (profile, isDemonstration) = (await association.ReadAsync(db, cancel), await IsDemonstrationAsync(db, act, cancel));
        var paper = new NewIssued { Kind = IssuedKind.PolicyText, Number = number, RecordId = version.Id, RecordType = nameof(PolicyVersion) };
        await issued.IssueAsync(db, act, paper, mark => PdfRenderer.Render(PolicyPaper.Of(
            new LibraryPaper(act, number, version.No.ToString(CultureInfo.InvariantCulture), mark, profile, isDemonstration), policy, version)), cancel);
    }

    /// <summary><c>POL-01-2</c>: the second version of the first document of the policy's own list; further policies go by the end of their id.</summary>
    internal static string NumberOf(Policy policy, PolicyVersion version) => string.Create(CultureInfo.InvariantCulture,
        $"POL-{(policy.Kind == PolicyKind.Other ? policy.Id.ToString("N")[^6..].ToUpperInvariant() : ((int)policy.Kind + 1).ToString("00", CultureInfo.InvariantCulture))}-{version.No}");

    internal async Task<bool> IsDemonstrationAsync(CaseDbContext db, Act act, CancellationToken cancel) =>
        environment?.IsDevelopment() == true || await db.Users.AnyAsync(u => u.IsDemonstration && u.Id == act.Actor.Id, cancel);
}
