using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.PolicyLibrary.Roster;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Signing;

/// <summary>Those for whom a special policy was issued: human resources asks with its reference, senior management approves (النطاق).</summary>
public sealed class ExemptionService(CaseWriter writer)
{
    /// <param name="key">The form's own key: sent twice, it asks once (C6).</param>
    public Task<Guid> AskAsync(Act act, Guid key, Guid policyId, Guid memberId, string? specialPolicyRef, string? reason, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.RecordPermission);
        var check = new FieldChecks();
        var reference = check.Line(specialPolicyRef, nameof(specialPolicyRef), 120, min: 3);
        var why = check.Line(reason, nameof(reason), 400, min: 3);
        check.ThrowIfAny();
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var (members, policies, exemptions) = (db.StaffMembers, db.Policies, db.PolicyExemptions);
            var member = await members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == memberId, cancel) ?? throw act.Refuse(PolicyLibraryModule.RecordPermission, memberId);
            if (!await policies.AnyAsync(p => p.Id == policyId, cancel))
                throw act.Refuse(PolicyLibraryModule.RecordPermission, policyId);
            if (await exemptions.AnyAsync(e => e.PolicyId == policyId && e.MemberId == memberId && e.EndedAt == null, cancel))
                throw new RuleViolation("policies.exempt.twice");
            var exemption = new PolicyExemption(act, policyId, memberId, reference, why);
            db.Add(exemption);
            db.Record(act, "policies.exempt.ask", exemption, member.FullName, Clauses.Scope);
            return exemption.Id;
        }, cancel);
    }

    public Task ApproveAsync(Act act, Guid id, CancellationToken cancel = default) => ChangeAsync(act, PolicyLibraryModule.ExemptPermission, id, "policies.exempt.approve", async (db, exemption, member) =>
    {
        exemption.Approve(act);
        var (acknowledgements, versions) = (db.Acknowledgements, db.PolicyVersions);
        foreach (var ack in await acknowledgements.Where(a => a.MemberId == member.Id && a.SignedAt == null && versions.Any(v => v.Id == a.VersionId && v.PolicyId == exemption.PolicyId)).ToListAsync(cancel))
        {
            ack.Exempt(act);
            db.Record(act, "policies.ack.exempt", ack.VersionId, nameof(PolicyVersion), member.FullName, Clauses.Scope);
        }
    }, cancel);

    /// <summary>The special policy no longer holds, or it was not approved: what everybody owes is owed again.</summary>
    public Task EndAsync(Act act, Guid id, CancellationToken cancel = default) => ChangeAsync(act, PolicyLibraryModule.ExemptPermission, id, "policies.exempt.end", async (db, exemption, member) =>
    {
        exemption.End(act);
        await db.SaveChangesAsync(cancel);
        await Scope.JoinAsync(db, act, member, cancel);
    }, cancel);

    private Task ChangeAsync(Act act, string permission, Guid id, string action, Func<CaseDbContext, PolicyExemption, StaffMember, Task> change, CancellationToken cancel)
    {
        act.Require(permission);
        return writer.SaveAsync(async db =>
        {
            var (exemptions, members) = (db.PolicyExemptions, db.StaffMembers);
            var exemption = await exemptions.SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw act.Refuse(permission, id);
            var member = await members.SingleAsync(m => m.Id == exemption.MemberId, cancel);
            db.Record(act, action, exemption, member.FullName, Clauses.Scope);
            await change(db, exemption, member);
        }, cancel);
    }
}
