using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.PolicyLibrary.Papers;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>Puts a version in force: from that moment everybody in its scope owes a signature and every department a receipt (مسؤوليات-١, مسؤوليات-٤).</summary>
public sealed class PublishingService(CaseWriter writer, PolicyPapers papers)
{
    /// <summary>All of it or none of it, in one transaction: the version in force, the one it replaces, its paper, what everybody owes and every department's copy. A minor correction opens nothing new.</summary>
    /// <param name="progress">Told how many people have been reached.</param>
    public Task PublishAsync(Act act, Guid versionId, Guid version, PublishForm form, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.PublishPermission);
        return writer.SaveAsync(async db =>
        {
            var (versions, policies) = (db.PolicyVersions, db.Policies);
            var draft = await versions.Include(v => v.Clauses).SingleOrDefaultAsync(v => v.Id == versionId, cancel) ?? throw act.Refuse(PolicyLibraryModule.PublishPermission, versionId);
            draft.RequireDraft();
            draft.ExpectVersion(version);
            var before = await versions.SingleOrDefaultAsync(v => v.PolicyId == draft.PolicyId && v.Status == VersionStatus.Effective, cancel);
            var policy = await policies.AsNoTracking().SingleAsync(p => p.Id == draft.PolicyId, cancel);
            draft.Publish(act, form.Check(act.On, before is null), before);
            db.Record(act, "policies.version.publish", draft, policy.TitleAr, Clauses.Sign);
            if (before is not null)
                db.Record(act, "policies.version.supersede", before, policy.TitleAr, Clauses.Sign);
            await papers.IssueAsync(db, act, policy, draft, cancel);
            await db.SaveChangesAsync(cancel);
            if (!draft.IsMinor && policy.IsSigned)
                await Scope.OpenAsync(db, act, policy, draft, progress, cancel);
        }, cancel);
    }
}
