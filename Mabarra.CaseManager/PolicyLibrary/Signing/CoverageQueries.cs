using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Signing;

/// <summary>How many of a group have signed.</summary>
public sealed record CoverageRow(string Name, int Owed, int Signed, int Late, int Exempt)
{
    /// <summary>Of those who owe it: exempt people are in neither number.</summary>
    public int Percent => Owed == 0 ? 100 : Signed * 100 / Owed;
}

/// <summary>A version whose signatures are counted.</summary>
public sealed record CoverageVersion(Guid Id, string TitleAr, string TitleEn, int No, bool IsInForce);

/// <summary>One version's coverage: as a whole, by department, by kind of person, and against the versions before.</summary>
public sealed record Coverage(CoverageRow All, IReadOnlyList<CoverageRow> Departments, IReadOnlyList<(StaffKind Kind, CoverageRow Row)> Kinds, IReadOnlyList<(int No, CoverageRow Row)> Versions);

/// <summary>Somebody who owes a signature, or gave it.</summary>
public sealed record AckRow(
    Guid Id, Guid MemberId, string Name, StaffKind Kind, string? DepartmentAr, AckStatus Status, DateOnly DueOn, int? DaysLate, DateTime? SignedAt, AckSignature? SignedBy, DateTime? RemindedAt, int Reminders, bool HasAccount);

/// <summary>An exemption and how far it is.</summary>
public sealed record ExemptionRow(Guid Id, string MemberName, string PolicyAr, string SpecialPolicyRef, string Reason, string AskedByName, DateTime AskedAt, string? ApprovedByName, DateTime? ApprovedAt);

/// <summary>A department's copy as human resources sees it.</summary>
public sealed record CopyRow(Guid Id, string DepartmentAr, string? HeadName, DateTime SentAt, DateOnly DueOn, DateTime? ReceivedAt, string? ReceivedByName, bool IsLate);

/// <summary>Reads for human resources: who has signed what, and who is late by how long.</summary>
public sealed class CoverageQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>Versions somebody owes or owed a signature for, the ones in force first.</summary>
    public async Task<IReadOnlyList<CoverageVersion>> VersionsAsync(Act act, CancellationToken cancel)
    {
        act.Require(PolicyLibraryModule.TrackPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (versions, policies) = (db.PolicyVersions, db.Policies);
        var rows = await (from version in versions.AsNoTracking()
                          join policy in policies on version.PolicyId equals policy.Id
                          where version.SignatureVersionId == version.Id
                          select new { version.Id, policy.TitleAr, policy.TitleEn, policy.Kind, version.No, IsInForce = versions.Any(v => v.SignatureVersionId == version.Id && v.Status == VersionStatus.Effective) })
            .ToListAsync(cancel);
        return [.. rows.OrderByDescending(r => r.IsInForce).ThenBy(r => r.Kind).ThenByDescending(r => r.No).Select(r => new CoverageVersion(r.Id, r.TitleAr, r.TitleEn, r.No, r.IsInForce))];
    }

    public async Task<Coverage> OfAsync(Act act, Guid versionId, CancellationToken cancel)
    {
        act.Require(PolicyLibraryModule.TrackPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (acknowledgements, members, versions) = (db.Acknowledgements, db.StaffMembers, db.PolicyVersions);
        // Five thousand narrow rows, counted here: both databases would group by a look-up otherwise.
        var rows = await (from ack in acknowledgements.AsNoTracking()
                          join member in members on ack.MemberId equals member.Id
                          where ack.VersionId == versionId
                          select new Counted(member.DepartmentId, member.Kind, ack.SignedAt != null, ack.ExemptedAt != null, ack.ReplacedAt != null, ack.DueOn)).ToListAsync(cancel);
        var names = await db.Set<Department>().AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.NameAr, cancel);
        var counted = rows.Where(r => r.Signed || !r.Replaced).ToList();
        var policyId = await versions.Where(v => v.Id == versionId).Select(v => v.PolicyId).SingleOrDefaultAsync(cancel);
        var others = await (from version in versions.AsNoTracking()
                            where version.PolicyId == policyId && version.SignatureVersionId == version.Id
                            orderby version.No descending
                            select new
                            {
                                version.No,
                                Owed = acknowledgements.Count(a => a.VersionId == version.Id && a.ExemptedAt == null),
                                Signed = acknowledgements.Count(a => a.VersionId == version.Id && a.SignedAt != null),
                                Exempt = acknowledgements.Count(a => a.VersionId == version.Id && a.ExemptedAt != null),
                            }).Take(6).ToListAsync(cancel);
        return new Coverage(
            Row("", counted),
            [.. counted.GroupBy(r => r.DepartmentId).Select(g => Row(g.Key is { } id ? names.GetValueOrDefault(id) ?? "" : "", g)).OrderBy(r => r.Percent).ThenBy(r => r.Name, StringComparer.Ordinal)],
            [.. counted.GroupBy(r => r.Kind).OrderBy(g => g.Key).Select(g => (g.Key, Row("", g)))],
            [.. others.Select(o => (o.No, new CoverageRow("", o.Owed, o.Signed, 0, o.Exempt)))]);

        CoverageRow Row(string name, IEnumerable<Counted> group)
        {
            var list = group.ToList();
            return new CoverageRow(name, list.Count(r => !r.Exempt), list.Count(r => r.Signed), list.Count(r => !r.Signed && !r.Exempt && r.DueOn < act.On), list.Count(r => r.Exempt));
        }
    }

    private sealed record Counted(Guid? DepartmentId, StaffKind Kind, bool Signed, bool Exempt, bool Replaced, DateOnly DueOn);

    public async Task<Page<AckRow>> PageAsync(Act act, Guid versionId, PageQuery query, CancellationToken cancel)
    {
        act.Require(PolicyLibraryModule.TrackPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (acknowledgements, members) = (db.Acknowledgements, db.StaffMembers);
        var rows = from ack in acknowledgements.AsNoTracking()
                   join member in members on ack.MemberId equals member.Id
                   where ack.VersionId == versionId
                   select new { ack, member };
        rows = query.Filter("state") switch
        {
            "signed" => rows.Where(r => r.ack.SignedAt != null),
            "exempt" => rows.Where(r => r.ack.ExemptedAt != null),
            "all" => rows,
            "escalated" => rows.Where(r => r.ack.SeniorToldAt != null && r.ack.SignedAt == null && r.ack.ExemptedAt == null && r.ack.ReplacedAt == null),
            "open" => rows.Where(r => r.ack.SignedAt == null && r.ack.ExemptedAt == null && r.ack.ReplacedAt == null),
            _ => rows.Where(r => r.ack.SignedAt == null && r.ack.ExemptedAt == null && r.ack.ReplacedAt == null && r.ack.DueOn < act.On),
        };
        if (Guid.TryParse(query.Filter("department"), out var department))
            rows = rows.Where(r => r.member.DepartmentId == department);
        if (query.Search is { } typed && SearchKey.Of(typed) is { Length: > 0 } key)
            rows = rows.Where(r => r.member.SearchKey.Contains(key));
        var names = await db.Set<Department>().AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.NameAr, cancel);
        var page = await Offset.PageAsync(rows.OrderBy(r => r.ack.DueOn).ThenBy(r => r.member.FullName).ThenBy(r => r.member.Id), query, q => q, cancel);
        return new Page<AckRow>([.. page.Rows.Select(r => new AckRow(
            r.ack.Id, r.member.Id, r.member.FullName, r.member.Kind, r.member.DepartmentId is { } id ? names.GetValueOrDefault(id) : null, r.ack.Status, r.ack.DueOn,
            r.ack.IsLate(act.On) ? act.On.DayNumber - r.ack.DueOn.DayNumber : null, r.ack.SignedAt, r.ack.SignedBy, r.ack.RemindedAt, r.ack.Reminders, r.member.AccountId is not null))],
            page.NextCursor, page.PreviousCursor, page.ApproximateTotal);
    }

    /// <summary>How many signatures of versions in force senior management was told of and still waits for; none for who does not follow them up.</summary>
    public async Task<int> EscalatedAsync(Act act, CancellationToken cancel)
    {
        if (!act.Actor.May(PolicyLibraryModule.ExemptPermission))
            return 0;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Acknowledgements.CountAsync(a => a.SeniorToldAt != null && a.SignedAt == null && a.ExemptedAt == null && a.ReplacedAt == null, cancel);
    }

    public async Task<IReadOnlyList<CopyRow>> CopiesAsync(Act act, Guid versionId, CancellationToken cancel)
    {
        act.Require(PolicyLibraryModule.TrackPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (copies, members) = (db.DepartmentCopies, db.StaffMembers);
        var rows = await (from copy in copies.AsNoTracking()
                          join department in db.Set<Department>() on copy.DepartmentId equals department.Id
                          where copy.VersionId == versionId
                          orderby copy.ReceivedAt == null ? 0 : 1, copy.DueOn, department.NameAr
                          select new { copy, department.NameAr, Head = members.Where(m => m.Id == department.HeadMemberId).Select(m => m.FullName).FirstOrDefault() }).ToListAsync(cancel);
        return [.. rows.Select(r => new CopyRow(r.copy.Id, r.NameAr, r.Head, r.copy.SentAt, r.copy.DueOn, r.copy.ReceivedAt, r.copy.ReceivedByName, r.copy.IsLate(act.On)))];
    }

    /// <summary>Exemptions that wait for senior management or are in force.</summary>
    public async Task<IReadOnlyList<ExemptionRow>> ExemptionsAsync(Act act, CancellationToken cancel)
    {
        act.Require(PolicyLibraryModule.TrackPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (exemptions, members, policies) = (db.PolicyExemptions, db.StaffMembers, db.Policies);
        return await (from exemption in exemptions.AsNoTracking()
                      join member in members on exemption.MemberId equals member.Id
                      join policy in policies on exemption.PolicyId equals policy.Id
                      where exemption.EndedAt == null
                      orderby exemption.ApprovedAt == null ? 0 : 1, exemption.AskedAt descending
                      select new ExemptionRow(exemption.Id, member.FullName, policy.TitleAr, exemption.SpecialPolicyRef, exemption.Reason, exemption.AskedByName, exemption.AskedAt, exemption.ApprovedByName, exemption.ApprovedAt))
            .Take(200).ToListAsync(cancel);
    }

    /// <summary>The bank of a policy's check, with the right answers: for those who write it.</summary>
    public async Task<IReadOnlyList<QuestionRow>> QuestionsAsync(Act act, Guid policyId, CancellationToken cancel)
    {
        act.Require(PolicyLibraryModule.EditPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var questions = await db.PolicyQuestions.AsNoTracking().Where(q => q.PolicyId == policyId).OrderByDescending(q => q.IsActive).ThenBy(q => q.CreatedAt).ToListAsync(cancel);
        return [.. questions.Select(q => new QuestionRow(q.Id, q.Version, q.Words, q.Clause, q.Answers, q.IsActive))];
    }
}

/// <summary>A question of the bank; the first answer is the right one.</summary>
public sealed record QuestionRow(Guid Id, Guid Version, string Words, string? Clause, IReadOnlyList<string> Answers, bool IsActive);
