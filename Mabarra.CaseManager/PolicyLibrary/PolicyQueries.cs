using System.Linq.Expressions;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>Reads of the library. What is in force, and what was, is for everybody who signs in (المسؤوليات: الاطلاع); drafts are for those who write or publish them.</summary>
public sealed class PolicyQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>A few dozen rows: every policy with the version that is read.</summary>
    public async Task<IReadOnlyList<PolicyRow>> ListAsync(Act act, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var policies = await db.Policies.AsNoTracking().ToListAsync(cancel);
        var rows = await db.PolicyVersions.AsNoTracking().Where(v => v.Status != VersionStatus.Superseded).Select(OfPolicy).ToListAsync(cancel);
        var departments = await db.Set<Department>().AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.NameAr, cancel);
        var writes = Writes(act.Actor);
        return [.. policies.OrderBy(p => p.Kind).ThenBy(p => p.CreatedAt).Select(p => Row(p, rows, departments, writes))];
    }

    /// <summary>A policy with its versions, newest first.</summary>
    /// <exception cref="AccessDenied">No such policy.</exception>
    public async Task<PolicyDetail> OpenAsync(Act act, Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var policy = await db.Policies.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw act.Refuse(PolicyLibraryModule.EditPermission, id);
        var versions = await db.PolicyVersions.AsNoTracking().Where(v => v.PolicyId == id).OrderByDescending(v => v.No).Select(OfPolicy).ToListAsync(cancel);
        var writes = Writes(act.Actor);
        var owner = await db.Set<Department>().AsNoTracking().Where(d => d.Id == policy.OwnerDepartmentId).Select(d => d.NameAr).SingleOrDefaultAsync(cancel);
        return new PolicyDetail(policy.Id, policy.Version, policy.Kind, policy.TitleAr, policy.TitleEn, policy.IsPublic, policy.OwnerDepartmentId, owner, [.. policy.Audience.Order()],
            [.. versions.Select(v => v.Row).Where(v => writes || IsReadable(v, versions.Exists(o => o.Row.Status == VersionStatus.Effective)))]);
    }

    /// <summary>This policy's text: the version in force, or the one waiting for its approval.</summary>
    public async Task<PolicyReading?> CurrentAsync(Act act, PolicyKind kind, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var id = await CurrentIdAsync(db, kind, cancel);
        return id is null ? null : await ReadAsync(db, act, id.Value, cancel);
    }

    /// <exception cref="AccessDenied">No such version, or a draft of somebody else's.</exception>
    public async Task<PolicyReading> ReadAsync(Act act, Guid versionId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ReadAsync(db, act, versionId, cancel);
    }

    /// <summary>What changed from one version to the other; both must be the policy's.</summary>
    public async Task<(PolicyReading From, PolicyReading To, IReadOnlyList<ClauseChange> Changes)> CompareAsync(Act act, Guid from, Guid to, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (older, newer) = (await ReadAsync(db, act, from, cancel), await ReadAsync(db, act, to, cancel));
        if (older.PolicyId != newer.PolicyId)
            throw act.Refuse(PolicyLibraryModule.EditPermission, to);
        return (older, newer, PolicyComparison.Of(older.Clauses, newer.Clauses));
    }

    internal static async Task<PolicyReading> ReadAsync(CaseDbContext db, Act act, Guid versionId, CancellationToken cancel)
    {
        var (versions, policies, all) = (db.PolicyVersions, db.Policies, db.Set<PolicyClause>());
        var version = await versions.AsNoTracking().Where(v => v.Id == versionId).Select(OfPolicy).SingleOrDefaultAsync(cancel);
        if (version is null || !(Writes(act.Actor) || IsReadable(version.Row, await versions.AnyAsync(v => v.PolicyId == version.PolicyId && v.Status == VersionStatus.Effective, cancel))))
            throw act.Refuse(PolicyLibraryModule.EditPermission, versionId);
        var policy = await policies.AsNoTracking().SingleAsync(p => p.Id == version.PolicyId, cancel);
        var clauses = await all.AsNoTracking().Where(c => c.VersionId == versionId).OrderBy(c => c.Order).ToListAsync(cancel);
        return new PolicyReading(policy.Id, policy.Kind, policy.TitleAr, policy.TitleEn, version.Row,
            [.. clauses.Select(c => new ClauseRow(c.Id, c.Order, c.Key, c.Kind, c.Mark, c.TextAr, c.Footnote))],
            Convert.ToHexString(version.TextHash ?? PolicyVersion.HashOf(clauses)), version.MinimumSeconds);
    }

    internal static async Task<Guid?> CurrentIdAsync(CaseDbContext db, PolicyKind kind, CancellationToken cancel)
    {
        var (versions, policies) = (db.PolicyVersions, db.Policies);
        return await versions.Where(v => policies.Any(p => p.Id == v.PolicyId && p.Kind == kind) && (v.Status == VersionStatus.Effective || (v.Status == VersionStatus.Draft && v.IsSeeded)))
            .OrderBy(v => v.Status == VersionStatus.Effective ? 0 : 1).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(cancel);
    }

    internal static bool Writes(Actor actor) => actor.May(PolicyLibraryModule.EditPermission) || actor.May(PolicyLibraryModule.PublishPermission);

    /// <summary>By everybody: whatever was published, and the text the app came with as long as nothing of the policy is in force.</summary>
    private static bool IsReadable(VersionRow version, bool hasEffective) => version.Status != VersionStatus.Draft || (version.IsSeeded && !hasEffective);

    private static PolicyRow Row(Policy policy, List<Versioned> versions, Dictionary<Guid, string> departments, bool writes)
    {
        var mine = versions.Where(v => v.PolicyId == policy.Id).Select(v => v.Row).ToList();
        var effective = mine.Find(v => v.Status == VersionStatus.Effective);
        return new PolicyRow(policy.Id, policy.Kind, policy.TitleAr, policy.TitleEn, policy.IsPublic, policy.OwnerDepartmentId is { } owner ? departments.GetValueOrDefault(owner) : null,
            effective ?? mine.Find(v => v.IsSeeded), writes && mine.Exists(v => v.Status == VersionStatus.Draft));
    }

    private static readonly Expression<Func<PolicyVersion, Versioned>> OfPolicy = v => new Versioned(v.PolicyId, v.TextHash, v.MinimumSeconds, new VersionRow(
        v.Id, v.Version, v.No, v.Status, v.IsSeeded, v.IsMinor, v.ChangeNote, v.ApprovalRef, v.ApprovedOn, v.EffectiveOn, v.ReviewDueOn, v.FileId, v.PublishedAt, v.PublishedByName,
        v.SupersededAt, v.SignatureVersionId));

    private sealed record Versioned(Guid PolicyId, byte[]? TextHash, int MinimumSeconds, VersionRow Row);
}
