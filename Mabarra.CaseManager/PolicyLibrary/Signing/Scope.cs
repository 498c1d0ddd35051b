using System.Globalization;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.PolicyLibrary.Copies;
using Mabarra.CaseManager.PolicyLibrary.Roster;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Signing;

/// <summary>Who owes what: everybody of the policy's audience who works here and is not exempt, and every department its copy (النطاق, مسؤوليات-١, مسؤوليات-٤).</summary>
internal static class Scope
{
    /// <summary>So many are saved at once and then let go of: five thousand would weigh on the context more with each save. One entry of the trail holds what became of all of them.</summary>
    private const int Batch = 200;

    /// <summary>In the transaction that publishes.</summary>
    public static async Task OpenAsync(CaseDbContext db, Act act, Policy policy, PolicyVersion version, IProgress<int>? progress, CancellationToken cancel)
    {
        var calendar = await CalendarReader.ReadAsync(db, cancel);
        await ReplaceAsync(db, act, policy.Id, version.Id, cancel);
        var due = calendar.AddWorkingDays(act.On, await SettingReader.OfAsync(db, Limits.SignWithin, cancel));
        var members = await InScope(db, policy).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(cancel);
        var done = 0;
        foreach (var batch in members.Chunk(Batch))
        {
            db.AddRange(batch.Select(member => new Acknowledgement(version.Id, member, act.On, due)));
            db.Record(act, "policies.ack.open", version, string.Create(CultureInfo.InvariantCulture, $"{done + 1}–{done + batch.Length}"), Clauses.Scope);
            await db.SaveChangesAsync(cancel);
            LetGo(db);
            done += batch.Length;
            progress?.Report(done);
        }
        await SendCopiesAsync(db, act, version, calendar, cancel);
    }

    /// <summary>Somebody joins, comes back or becomes something else: what everybody like her owes, she owes from today.</summary>
    public static async Task JoinAsync(CaseDbContext db, Act act, StaffMember member, CancellationToken cancel)
    {
        if (!member.IsActive)
            return;
        var due = (await CalendarReader.ReadAsync(db, cancel)).AddWorkingDays(act.On, await SettingReader.OfAsync(db, Limits.JoinerSignWithin, cancel));
        var (versions, policies, exemptions) = (db.PolicyVersions, db.Policies, db.PolicyExemptions);
        var inForce = await versions.AsNoTracking().Where(v => v.Status == VersionStatus.Effective).Select(v => new { v.PolicyId, SignatureVersionId = v.SignatureVersionId!.Value }).ToListAsync(cancel);
        var audiences = await policies.AsNoTracking().ToDictionaryAsync(p => p.Id, cancel);
        var exempt = await exemptions.Where(e => e.MemberId == member.Id && e.ApprovedAt != null && e.EndedAt == null).Select(e => e.PolicyId).ToListAsync(cancel);
        foreach (var version in inForce.Where(v => audiences[v.PolicyId].Audience.Contains(member.Kind) && !exempt.Contains(v.PolicyId)))
            await OweAsync(db, act, version.SignatureVersionId, member, due, cancel);
    }

    private static async Task OweAsync(CaseDbContext db, Act act, Guid versionId, StaffMember member, DateOnly due, CancellationToken cancel)
    {
        var acknowledgements = db.Acknowledgements;
        var owed = await acknowledgements.SingleOrDefaultAsync(a => a.VersionId == versionId && a.MemberId == member.Id, cancel);
        if (owed is { Status: not (AckStatus.Replaced or AckStatus.Exempt) })
            return;
        if (owed is null)
            db.Add(new Acknowledgement(versionId, member.Id, act.On, due));
        else
            owed.Reopen(due);
        db.Record(act, "policies.ack.open", versionId, nameof(PolicyVersion), member.FullName, Clauses.Scope);
    }

    /// <summary>A new department owes a receipt for what is in force.</summary>
    public static async Task JoinAsync(CaseDbContext db, Act act, Department department, CancellationToken cancel)
    {
        var due = (await CalendarReader.ReadAsync(db, cancel)).AddWorkingDays(act.On, await SettingReader.OfAsync(db, Limits.ReceiveWithin, cancel));
        var versions = db.PolicyVersions;
        foreach (var version in await versions.Where(v => v.Status == VersionStatus.Effective && v.SignatureVersionId != null).Select(v => v.SignatureVersionId!.Value).ToListAsync(cancel))
        {
            db.Add(new DepartmentCopy(version, department.Id, act.At, due));
            db.Record(act, "policies.copy.send", version, nameof(PolicyVersion), department.NameAr, Clauses.Copies);
        }
    }

    public static IQueryable<StaffMember> InScope(CaseDbContext db, Policy policy)
    {
        var (members, exemptions) = (db.StaffMembers, db.PolicyExemptions);
        var kinds = policy.Audience.ToList();
        return members.Where(m => m.IsActive && kinds.Contains(m.Kind)
            && !exemptions.Any(e => e.MemberId == m.Id && e.PolicyId == policy.Id && e.ApprovedAt != null && e.EndedAt == null));
    }

    /// <summary>What nobody signed of earlier versions is owed no more. One statement: the entry about the superseded version tells of it.</summary>
    private static async Task ReplaceAsync(CaseDbContext db, Act act, Guid policyId, Guid versionId, CancellationToken cancel)
    {
        var (acknowledgements, versions) = (db.Acknowledgements, db.PolicyVersions);
        await acknowledgements
            .Where(a => a.SignedAt == null && a.ExemptedAt == null && a.ReplacedAt == null && a.VersionId != versionId && versions.Any(v => v.Id == a.VersionId && v.PolicyId == policyId))
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.ReplacedAt, act.At), cancel);
    }

    private static async Task SendCopiesAsync(CaseDbContext db, Act act, PolicyVersion version, WorkingDayCalendar calendar, CancellationToken cancel)
    {
        var due = calendar.AddWorkingDays(act.On, await SettingReader.OfAsync(db, Limits.ReceiveWithin, cancel));
        var departments = await db.Set<Department>().Where(d => d.IsActive).Select(d => d.Id).ToListAsync(cancel);
        if (departments.Count == 0)
            return;
        db.AddRange(departments.Select(department => new DepartmentCopy(version.Id, department, act.At, due)));
        db.Record(act, "policies.copy.send", version, departments.Count.ToString(CultureInfo.InvariantCulture), Clauses.Copies);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>What is saved is let go of, so that the next batch is as quick as the first.</summary>
    public static void LetGo(CaseDbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is Acknowledgement or StaffMember or AuditEntry && e.State == EntityState.Unchanged).ToList())
            entry.State = EntityState.Detached;
    }
}
