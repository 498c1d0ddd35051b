using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>The documents of the library themselves: what they are called, who keeps them, whom they bind (ب, النطاق).</summary>
public sealed class PolicyService(CaseWriter writer)
{
    /// <summary>A further policy of the association.</summary>
    /// <param name="key">The form's own key: sent twice, it makes one (C6).</param>
    public Task<Guid> AddAsync(Act act, Guid key, PolicyForm form, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.EditPermission);
        var facts = form.Check();
        return writer.SaveOnceAsync(key, act, async db =>
        {
            await RequireNewAsync(db, facts, except: null, cancel);
            var policy = new Policy(PolicyKind.Other, facts);
            db.Add(policy);
            db.Record(act, "policies.policy.add", policy, policy.TitleAr);
            return policy.Id;
        }, cancel);
    }

    public Task ChangeAsync(Act act, Guid id, Guid version, PolicyForm form, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.EditPermission);
        var facts = form.Check();
        return writer.SaveAsync(async db =>
        {
            var policies = db.Policies;
            var policy = await policies.SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw act.Refuse(PolicyLibraryModule.EditPermission, id);
            policy.ExpectVersion(version);
            await RequireNewAsync(db, facts, policy.Id, cancel);
            policy.Change(facts);
            db.Record(act, "policies.policy.change", policy, policy.TitleAr);
        }, cancel);
    }

    private static async Task RequireNewAsync(CaseDbContext db, PolicyFacts facts, Guid? except, CancellationToken cancel)
    {
        var (policies, departments) = (db.Policies, db.Set<Department>());
        var check = new FieldChecks();
        check.That(!await policies.AnyAsync(p => p.TitleAr == facts.TitleAr && p.Id != except, cancel), "policies.policy.exists", nameof(PolicyForm.TitleAr));
        check.That(facts.OwnerDepartmentId is null || await departments.AnyAsync(d => d.Id == facts.OwnerDepartmentId, cancel), "policies.policy.owner", nameof(PolicyForm.OwnerDepartmentId));
        check.ThrowIfAny();
    }
}
