using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>What anybody may read without an account: the versions in force of the policies marked public (ب; خ-٢).</summary>
public sealed class PublicPolicies(IDbContextFactory<CaseDbContext> contexts, BodyStore bodies)
{
    private static readonly Act Nobody = new(new Actor(Guid.Empty, "public", new Dictionary<string, Reach>(StringComparer.Ordinal)), DateTime.UnixEpoch);

    public async Task<IReadOnlyList<PolicyRow>> ListAsync(CancellationToken cancel)
    {
        var all = await new PolicyQueries(contexts).ListAsync(Nobody, cancel);
        return [.. all.Where(p => p is { IsPublic: true, Current.Status: VersionStatus.Effective })];
    }

    /// <summary>Null for one that is not there, not public or not in force: the answer is the same.</summary>
    public async Task<PolicyReading?> ReadAsync(Guid policyId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (versions, policies) = (db.PolicyVersions, db.Policies);
        var id = await versions.Where(v => v.PolicyId == policyId && v.Status == VersionStatus.Effective && policies.Any(p => p.Id == policyId && p.IsPublic))
            .Select(v => (Guid?)v.Id).SingleOrDefaultAsync(cancel);
        return id is null ? null : await PolicyQueries.ReadAsync(db, Nobody, id.Value, cancel);
    }

    /// <summary>The paper of the version in force, as it was issued when it was published, or the file itself.</summary>
    public async Task<(Stream Content, long Length)?> PdfAsync(Guid policyId, CancellationToken cancel)
    {
        if (await ReadAsync(policyId, cancel) is not { } reading)
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (papers, files) = (db.Set<IssuedDocument>(), db.Set<StoredDocument>());
        var paper = await papers.AsNoTracking().Where(d => d.RecordId == reading.Row.Id && d.Kind == IssuedKind.PolicyText).OrderByDescending(d => d.IssuedAt).FirstOrDefaultAsync(cancel);
        if (paper is not null)
            return (bodies.Open(paper.BodyId, paper.Length, paper.Sha256), paper.Length);
        var file = await files.AsNoTracking().SingleOrDefaultAsync(d => d.Id == reading.Row.FileId && d.Kind == DocumentKind.Pdf, cancel);
        return file?.BodyId is { } body ? (bodies.Open(body, file.Length, file.Sha256), file.Length) : null;
    }
}
