using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Encryption;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Roster;

/// <summary>Who works here. Whoever is added owes the policies in force from that very day (مسؤوليات-١).</summary>
public sealed class RosterService(CaseWriter writer, FieldCipher cipher)
{
    /// <param name="key">The form's own key: sent twice, it makes one (C6).</param>
    public Task<Guid> AddAsync(Act act, Guid key, MemberForm form, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.RosterPermission);
        var facts = form.Check(act.On, cipher);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            await RequireFreeAsync(db, facts, except: null, cancel);
            var member = new StaffMember(facts);
            await KeepAsync(db, act, member, cancel);
            return member.Id;
        }, cancel);
    }

    public Task ChangeAsync(Act act, Guid id, Guid version, MemberForm form, CancellationToken cancel = default)
    {
        var facts = Asked(act, form);
        return ChangeAsync(act, id, version, "policies.member.change", async (db, member) =>
        {
            await RequireFreeAsync(db, facts, member.Id, cancel);
            member.Change(facts);
            await Scope.JoinAsync(db, act, member, cancel);
        }, cancel);
    }

    /// <summary>Leaves the association: what is unsigned is owed no more, what was signed stays.</summary>
    public Task DeactivateAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "policies.member.leave", async (db, member) =>
        {
            member.Leave(act.On);
            var acknowledgements = db.Acknowledgements;
            foreach (var open in (await acknowledgements.Where(a => a.MemberId == id && a.SignedAt == null).ToListAsync(cancel)).Where(a => a.IsOpen))
            {
                open.Replace(act);
                db.Record(act, "policies.ack.end", open.VersionId, nameof(PolicyVersion), member.FullName, Clauses.Scope);
            }
        }, cancel);

    public Task ReactivateAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "policies.member.return", async (db, member) =>
        {
            member.Return();
            await Scope.JoinAsync(db, act, member, cancel);
        }, cancel);

    /// <summary>Everybody who has an account and does not stand on the roster yet.</summary>
    /// <returns>How many were added.</returns>
    public Task<int> AddAccountsAsync(Act act, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.RosterPermission);
        return writer.SaveAsync(async db =>
        {
            var members = db.StaffMembers;
            var accounts = await db.Users.Where(u => u.IsActive && !members.Any(m => m.AccountId == u.Id)).OrderBy(u => u.FullName).ToListAsync(cancel);
            foreach (var account in accounts)
                await KeepAsync(db, act, new StaffMember(new MemberFacts(account.FullName, StaffKind.Employee, account.DepartmentId, null, null, null, account.Id, null, CannotRead: false)), cancel);
            return accounts.Count;
        }, cancel);
    }

    private static async Task KeepAsync(CaseDbContext db, Act act, StaffMember member, CancellationToken cancel)
    {
        db.Add(member);
        db.Record(act, "policies.member.add", member, member.FullName, Clauses.Scope);
        await Scope.JoinAsync(db, act, member, cancel);
        // One entry of the trail tells of one save: the next joiner owes the same versions.
        await db.SaveChangesAsync(cancel);
    }

    private MemberFacts Asked(Act act, MemberForm form)
    {
        act.Require(PolicyLibraryModule.RosterPermission);
        return form.Check(act.On, cipher);
    }

    private Task ChangeAsync(Act act, Guid id, Guid version, string action, Func<CaseDbContext, StaffMember, Task> change, CancellationToken cancel)
    {
        act.Require(PolicyLibraryModule.RosterPermission);
        return writer.SaveAsync(async db =>
        {
            var members = db.StaffMembers;
            var member = await members.SingleOrDefaultAsync(m => m.Id == id, cancel) ?? throw act.Refuse(PolicyLibraryModule.RosterPermission, id);
            member.ExpectVersion(version);
            await change(db, member);
            db.Record(act, action, member, member.FullName, Clauses.Scope);
        }, cancel);
    }

    private static async Task RequireFreeAsync(CaseDbContext db, MemberFacts facts, Guid? except, CancellationToken cancel)
    {
        var (members, departments) = (db.StaffMembers, db.Set<Department>());
        var check = new FieldChecks();
        check.That(facts.DepartmentId is null || await departments.AnyAsync(d => d.Id == facts.DepartmentId && d.IsActive, cancel), "policies.member.department", nameof(MemberForm.DepartmentId));
        check.That(facts.AccountId is null || await db.Users.AnyAsync(u => u.Id == facts.AccountId && u.IsActive, cancel), "policies.member.account", nameof(MemberForm.AccountId));
        check.That(facts.AccountId is null || !await members.AnyAsync(m => m.AccountId == facts.AccountId && m.Id != except, cancel), "policies.member.accounttaken", nameof(MemberForm.AccountId));
        check.That(facts.IdKey is null || !await members.AnyAsync(m => m.IdKey == facts.IdKey && m.Id != except, cancel), "policies.member.idtaken", nameof(MemberForm.IdNumber));
        // A person in two departments stands once; two persons of one name are told apart by the tail.
        check.That(!await members.AnyAsync(m => m.FullName == facts.FullName && m.IdTail == facts.IdTail && m.Id != except, cancel), "policies.member.twice", nameof(MemberForm.FullName));
        check.ThrowIfAny();
    }
}
