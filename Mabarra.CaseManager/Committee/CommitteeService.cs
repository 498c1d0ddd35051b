using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>Committees as data: formed, manned and ended by an administrator or the committee's own chair (ت-٥, ث-٢, ج-١).</summary>
public sealed class CommitteeService(CaseWriter writer)
{
    /// <param name="key">The form's own key: sent twice, it makes one committee (C6).</param>
    public Task<Guid> AddAsync(Act act, Guid key, CommitteeForm form, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.EditPermission);
        if (act.Actor.ReachOf(CommitteeModule.EditPermission) != Reach.All)
            throw act.Refuse(CommitteeModule.EditPermission);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var words = CommitteeChecks.Words(form, await ServicesAsync(db, cancel), act.On);
            await RequireOwnNameAsync(db, Guid.Empty, words, cancel);
            var committee = new StandingCommittee(words);
            db.Add(committee);
            db.Record(act, "committees.committee.add", committee, committee.NameAr, "ت-5");
            return committee.Id;
        }, cancel);
    }

    public Task ChangeAsync(Act act, Guid id, Guid version, CommitteeForm form, CancellationToken cancel = default) =>
        SaveAsync(act, id, version, "committees.committee.change", async (db, committee) =>
        {
            var words = CommitteeChecks.Words(form, await ServicesAsync(db, cancel), act.On);
            await RequireOwnNameAsync(db, id, words, cancel);
            committee.Describe(words);
        }, cancel);

    /// <summary>It sits no more; what it decided stays.</summary>
    public Task SetActiveAsync(Act act, Guid id, Guid version, bool active, CancellationToken cancel = default) =>
        SaveAsync(act, id, version, "committees.committee.use", (_, committee) =>
        {
            committee.SetActive(active);
            return Task.CompletedTask;
        }, cancel);

    /// <summary>Somebody with the account of a committee member takes a place in it.</summary>
    public Task AppointAsync(Act act, Guid id, Guid version, MembershipForm form, CancellationToken cancel = default) =>
        SaveAsync(act, id, version, "committees.member.appoint", async (db, committee) =>
        {
            CommitteeChecks.Member(form);
            var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == form.EmployeeId, cancel);
            if (user is not { IsActive: true } || !user.Roles.Contains(StaffRole.CommitteeMember))
                throw new RuleViolation("committees.member.role", nameof(form.EmployeeId));
            var votes = form.Position != CommitteePosition.Secretary || form.IsVoting;
            committee.Appoint(new Appointment(user.Id, user.FullName, form.Position, form.FromOn!.Value, form.ToOn, votes));
        }, cancel);

    /// <summary>A membership ends, with its reason; it stays in old minutes.</summary>
    public Task EndMemberAsync(Act act, Guid id, Guid version, Guid memberId, EndForm form, CancellationToken cancel = default) =>
        SaveAsync(act, id, version, "committees.member.end", (_, committee) =>
        {
            var (on, reason) = CommitteeChecks.End(form);
            committee.EndMember(memberId, on, reason);
            return Task.CompletedTask;
        }, cancel);

    private Task SaveAsync(Act act, Guid id, Guid version, string action, Func<CaseDbContext, StandingCommittee, Task> change, CancellationToken cancel)
    {
        act.Require(CommitteeModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var committee = await db.CommitteeAsync(id, cancel);
            if (!CommitteeAccess.MayEdit(act, committee))
                throw act.Refuse(CommitteeModule.EditPermission, id);
            committee.ExpectVersion(version);
            await change(db, committee);
            // A new version even when only one of its members changed.
            db.Entry(committee).Property(c => c.Version).IsModified = true;
            db.Record(act, action, committee, committee.NameAr, "ت-5");
        }, cancel);
    }

    private static async Task<HashSet<string>> ServicesAsync(CaseDbContext db, CancellationToken cancel)
    {
        var services = db.ServiceTypes;
        return (await services.Select(s => s.Code).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
    }

    private static async Task RequireOwnNameAsync(CaseDbContext db, Guid id, CommitteeWords words, CancellationToken cancel)
    {
        var (name, committees) = (words.NameAr, db.StandingCommittees);
        if (await committees.AnyAsync(c => c.NameAr == name && c.Id != id, cancel))
            throw new RuleViolation("committees.committee.exists", nameof(CommitteeForm.NameAr));
    }
}
