using System.Security.Cryptography;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Signing;

/// <summary>One line of «سياساتي».</summary>
/// <param name="ShownVersionId">The text to read now: the version in force, or the one that was signed.</param>
public sealed record OwnRow(Guid Id, Guid ShownVersionId, string TitleAr, string TitleEn, int No, AckStatus Status, DateOnly DueOn, DateTime? SignedAt, bool IsLate);

/// <summary>A copy that waits for a head's signature, or was received.</summary>
public sealed record OwnCopy(Guid Id, Guid VersionId, string DepartmentAr, string TitleAr, string TitleEn, int No, DateOnly DueOn, DateTime? ReceivedAt, bool IsLate);

/// <summary>Somebody of a department one heads, who is late: the head was told.</summary>
public sealed record TeamRow(string Name, string DepartmentAr, string TitleAr, string TitleEn, int DaysLate);

/// <summary>«سياساتي»: what I owe and what I signed.</summary>
/// <param name="IsOnRoster">Without a line on the roster nothing can be owed.</param>
/// <param name="Team">Late ones of the departments one heads.</param>
public sealed record OwnPolicies(bool IsOnRoster, IReadOnlyList<OwnRow> Rows, IReadOnlyList<OwnCopy> Copies, IReadOnlyList<TeamRow> Team)
{
    public IEnumerable<OwnRow> Open => Rows.Where(r => r.Status is AckStatus.Pending or AckStatus.Read or AckStatus.Understood);

    public int Waiting => Open.Count() + Copies.Count(c => c.ReceivedAt is null);

    public bool AnyLate => Rows.Any(r => r.IsLate) || Copies.Any(c => c.IsLate);
}

/// <summary>One acknowledgement, to be carried on with.</summary>
/// <param name="IsAtDesk">On human resources' device, for who has no account.</param>
/// <param name="Changes">Since the version this person signed before; null for the first.</param>
public sealed record SigningDetail(
    Guid Id, AckStatus Status, DateOnly DueOn, DateTime? OpenedAt, DateTime? ReadAt, DateTime? UnderstoodAt, DateTime? SignedAt, int FailedTries, Guid MemberId, string MemberName,
    bool CannotRead, bool IsOwn, bool IsAtDesk, PolicyReading? Text, int? SignedBefore, IReadOnlyList<ClauseChange>? Changes, int Questions);

/// <summary>Reads for whoever signs: each sees her own.</summary>
public sealed class SigningQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>So many questions a try (DOMAIN.md §3.5: four of five).</summary>
    public const int AskedAtOnce = 5;

    /// <summary>The actor's own, whoever it is.</summary>
    public async Task<OwnPolicies> MineAsync(Act act, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (members, acknowledgements, versions, policies) = (db.StaffMembers, db.Acknowledgements, db.PolicyVersions, db.Policies);
        var me = await members.AsNoTracking().SingleOrDefaultAsync(m => m.AccountId == act.Actor.Id && m.IsActive, cancel);
        if (me is null)
            return new OwnPolicies(IsOnRoster: false, [], [], []);
        var owed = await acknowledgements.AsNoTracking().Where(a => a.MemberId == me.Id).ToListAsync(cancel);
        var ids = owed.Select(a => a.VersionId).ToList();
        var texts = await versions.AsNoTracking().Where(v => ids.Contains(v.SignatureVersionId!.Value))
            .Select(v => new { v.Id, v.PolicyId, v.No, v.Status, SignatureVersionId = v.SignatureVersionId!.Value }).ToListAsync(cancel);
        var titles = await policies.AsNoTracking().Select(p => new { p.Id, p.TitleAr, p.TitleEn }).ToDictionaryAsync(p => p.Id, cancel);
        var rows = from ack in owed
                   let mine = texts.Where(t => t.SignatureVersionId == ack.VersionId).OrderByDescending(t => t.No).ToList()
                   where mine.Count > 0 && ack.Status is not AckStatus.Replaced
                   let shown = mine.Find(t => t.Status == VersionStatus.Effective) ?? mine[0]
                   orderby ack.IsOpen descending, ack.DueOn
                   select new OwnRow(ack.Id, shown.Id, titles[shown.PolicyId].TitleAr, titles[shown.PolicyId].TitleEn, ack.SignedNo ?? shown.No, ack.Status, ack.DueOn, ack.SignedAt, ack.IsLate(act.On));
        return new OwnPolicies(IsOnRoster: true, [.. rows], await CopiesAsync(db, act, me.Id, cancel), await TeamAsync(db, act, me.Id, cancel));
    }

    /// <summary>Whether the actor owes a signature that is late by more than so many working days.</summary>
    public async Task<bool> IsLateByAsync(Act act, int workingDays, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (members, acknowledgements) = (db.StaffMembers, db.Acknowledgements);
        var oldest = await acknowledgements.Where(a => a.SignedAt == null && a.ExemptedAt == null && a.ReplacedAt == null && a.DueOn < act.On
            && members.Any(m => m.Id == a.MemberId && m.IsActive && m.AccountId == act.Actor.Id)).OrderBy(a => a.DueOn).Select(a => (DateOnly?)a.DueOn).FirstOrDefaultAsync(cancel);
        return oldest is { } due && (await CalendarReader.ReadAsync(db, cancel)).CountWorkingDays(due, act.On) > workingDays;
    }

    /// <summary>One acknowledgement with the text to read: the person's own, or for whoever records signatures.</summary>
    public async Task<SigningDetail> OpenAsync(Act act, Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (members, acknowledgements, versions, questions) = (db.StaffMembers, db.Acknowledgements, db.PolicyVersions, db.PolicyQuestions);
        var ack = await acknowledgements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel);
        var member = ack is null ? null : await members.AsNoTracking().SingleAsync(m => m.Id == ack.MemberId, cancel);
        var isOwn = member is not null && SigningService.IsOwn(act, member);
        if (ack is null || member is null || !(isOwn || act.Actor.May(PolicyLibraryModule.RecordPermission)))
            throw act.Refuse(PolicyLibraryModule.OwnRule, id);
        var shown = await versions.AsNoTracking().Where(v => v.SignatureVersionId == ack.VersionId).OrderByDescending(v => v.No).Select(v => new { v.Id, v.PolicyId, v.Status }).FirstAsync(cancel);
        var text = shown.Status == VersionStatus.Effective ? await PolicyQueries.ReadAsync(db, act, shown.Id, cancel) : null;
        var before = text is null ? null : await SignedBeforeAsync(db, act, ack, shown.PolicyId, cancel);
        return new SigningDetail(ack.Id, ack.Status, ack.DueOn, ack.OpenedAt, ack.ReadAt, ack.UnderstoodAt, ack.SignedAt, ack.FailedTries, member.Id, member.FullName, member.CannotRead, isOwn, SigningService.IsAtDesk(act, member), text,
            before?.Row.No, before is null ? null : PolicyComparison.Of(before.Clauses, text!.Clauses),
            await questions.CountAsync(q => q.PolicyId == shown.PolicyId && q.IsActive, cancel));
    }

    /// <summary>The questions of a try, in no order anybody could learn.</summary>
    public async Task<IReadOnlyList<AskedQuestion>> AskAsync(Act act, Guid id, CancellationToken cancel)
    {
        var detail = await OpenAsync(act, id, cancel);
        if (detail.Text is null)
            return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var bank = (await db.PolicyQuestions.AsNoTracking().Where(q => q.PolicyId == detail.Text.PolicyId && q.IsActive).ToListAsync(cancel)).ToArray();
        RandomNumberGenerator.Shuffle<PolicyQuestion>(bank);
        return [.. bank.Take(AskedAtOnce).Select(q => new AskedQuestion(q.Id, q.Words, q.Clause, Mixed(q.Answers)))];
    }

    private static string[] Mixed(IReadOnlyList<string> answers)
    {
        var mixed = answers.ToArray();
        RandomNumberGenerator.Shuffle<string>(mixed);
        return mixed;
    }

    /// <summary>The newest text of the policy this person has signed.</summary>
    private static async Task<PolicyReading?> SignedBeforeAsync(CaseDbContext db, Act act, Acknowledgement ack, Guid policyId, CancellationToken cancel)
    {
        var (acknowledgements, versions) = (db.Acknowledgements, db.PolicyVersions);
        var signed = await acknowledgements.AsNoTracking().Where(a => a.MemberId == ack.MemberId && a.Id != ack.Id && a.SignedAt != null && versions.Any(v => v.Id == a.VersionId && v.PolicyId == policyId))
            .OrderByDescending(a => a.SignedAt).Select(a => a.SignedNo).FirstOrDefaultAsync(cancel);
        if (signed is null)
            return null;
        var id = await versions.Where(v => v.PolicyId == policyId && v.No == signed).Select(v => v.Id).SingleAsync(cancel);
        return await PolicyQueries.ReadAsync(db, act, id, cancel);
    }

    private static async Task<IReadOnlyList<TeamRow>> TeamAsync(CaseDbContext db, Act act, Guid memberId, CancellationToken cancel)
    {
        var (acknowledgements, members, versions, policies) = (db.Acknowledgements, db.StaffMembers, db.PolicyVersions, db.Policies);
        var rows = await (from department in db.Set<Department>().AsNoTracking()
                          where department.HeadMemberId == memberId
                          join member in members on department.Id equals member.DepartmentId
                          join ack in acknowledgements on member.Id equals ack.MemberId
                          where ack.HeadToldAt != null && ack.SignedAt == null && ack.ExemptedAt == null && ack.ReplacedAt == null && ack.DueOn < act.On && member.Id != memberId
                          join version in versions on ack.VersionId equals version.Id
                          join policy in policies on version.PolicyId equals policy.Id
                          orderby ack.DueOn, member.FullName
                          select new { member.FullName, department.NameAr, policy.TitleAr, policy.TitleEn, ack.DueOn }).Take(100).ToListAsync(cancel);
        return [.. rows.Select(r => new TeamRow(r.FullName, r.NameAr, r.TitleAr, r.TitleEn, act.On.DayNumber - r.DueOn.DayNumber))];
    }

    private static async Task<IReadOnlyList<OwnCopy>> CopiesAsync(CaseDbContext db, Act act, Guid memberId, CancellationToken cancel)
    {
        var (copies, versions, policies) = (db.DepartmentCopies, db.PolicyVersions, db.Policies);
        var rows = await (from copy in copies.AsNoTracking()
                          join department in db.Set<Department>() on copy.DepartmentId equals department.Id
                          join version in versions on copy.VersionId equals version.Id
                          join policy in policies on version.PolicyId equals policy.Id
                          where department.HeadMemberId == memberId
                          orderby copy.ReceivedAt == null ? 0 : 1, copy.DueOn
                          select new { copy, department.NameAr, policy.TitleAr, policy.TitleEn, version.No }).ToListAsync(cancel);
        return [.. rows.Select(r => new OwnCopy(r.copy.Id, r.copy.VersionId, r.NameAr, r.TitleAr, r.TitleEn, r.No, r.copy.DueOn, r.copy.ReceivedAt, r.copy.IsLate(act.On)))];
    }
}
