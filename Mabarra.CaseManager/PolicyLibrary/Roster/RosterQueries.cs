using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Roster;

/// <summary>Somebody on the roster.</summary>
public sealed record MemberRow(
    Guid Id, Guid Version, string FullName, StaffKind Kind, Guid? DepartmentId, string? DepartmentAr, string? JobTitle, string? IdTail, string? Mobile, Guid? AccountId, string? UserName,
    DateOnly? JoinedOn, bool IsActive, bool CannotRead, int Owed);

/// <summary>A department with its head and how many work there.</summary>
public sealed record DepartmentRow(Guid Id, string NameAr, bool IsActive, Guid? HeadId, string? HeadName, int Members);

/// <summary>An account nobody on the roster has yet.</summary>
public sealed record FreeAccount(Guid Id, string Name);

/// <summary>Reads of the roster.</summary>
public sealed class RosterQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>By name; a page is found by how many rows stand before it, which for a roster is quick enough.</summary>
    public async Task<Page<MemberRow>> PageAsync(Act act, PageQuery query, CancellationToken cancel)
    {
        act.Require(PolicyLibraryModule.TrackPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (members, departments, owed) = (db.StaffMembers.AsNoTracking(), db.Set<Department>(), db.Acknowledgements);
        members = string.Equals(query.Filter("state"), "left", StringComparison.Ordinal) ? members.Where(m => !m.IsActive) : members.Where(m => m.IsActive);
        if (Enum.TryParse<StaffKind>(query.Filter("kind"), out var kind))
            members = members.Where(m => m.Kind == kind);
        if (Guid.TryParse(query.Filter("department"), out var department))
            members = members.Where(m => m.DepartmentId == department);
        if (query.Search is { } typed && SearchKey.Of(typed) is { Length: > 0 } key)
            members = members.Where(m => m.SearchKey.Contains(key));
        return await Offset.PageAsync(members.OrderBy(m => m.FullName).ThenBy(m => m.Id), query, q => q.Select(m => new MemberRow(
            m.Id, m.Version, m.FullName, m.Kind, m.DepartmentId, departments.Where(d => d.Id == m.DepartmentId).Select(d => d.NameAr).FirstOrDefault(), m.JobTitle, m.IdTail, m.Mobile, m.AccountId,
            db.Users.Where(u => u.Id == m.AccountId).Select(u => u.UserName).FirstOrDefault(), m.JoinedOn, m.IsActive, m.CannotRead,
            owed.Count(a => a.MemberId == m.Id && a.SignedAt == null && a.ExemptedAt == null && a.ReplacedAt == null))), cancel);
    }

    public async Task<IReadOnlyList<DepartmentRow>> DepartmentsAsync(Act act, CancellationToken cancel)
    {
        act.Require(PolicyLibraryModule.TrackPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var members = db.StaffMembers;
        return await db.Set<Department>().AsNoTracking().OrderByDescending(d => d.IsActive).ThenBy(d => d.NameAr).Select(d => new DepartmentRow(
            d.Id, d.NameAr, d.IsActive, d.HeadMemberId, members.Where(m => m.Id == d.HeadMemberId).Select(m => m.FullName).FirstOrDefault(), members.Count(m => m.DepartmentId == d.Id && m.IsActive)))
            .ToListAsync(cancel);
    }

    /// <summary>Accounts to join somebody with: her own and those nobody has.</summary>
    public async Task<IReadOnlyList<FreeAccount>> AccountsAsync(Act act, Guid? of, CancellationToken cancel)
    {
        act.Require(PolicyLibraryModule.TrackPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var members = db.StaffMembers;
        return await db.Users.AsNoTracking().Where(u => u.IsActive && !members.Any(m => m.AccountId == u.Id && m.Id != of)).OrderBy(u => u.FullName)
            .Select(u => new FreeAccount(u.Id, u.FullName)).ToListAsync(cancel);
    }

    /// <summary>People who may head a department.</summary>
    public async Task<IReadOnlyList<FreeAccount>> HeadsAsync(Act act, Guid department, CancellationToken cancel)
    {
        act.Require(PolicyLibraryModule.TrackPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.StaffMembers.AsNoTracking().Where(m => m.IsActive && m.DepartmentId == department && m.Kind != StaffKind.Volunteer).OrderBy(m => m.FullName).Take(200)
            .Select(m => new FreeAccount(m.Id, m.FullName)).ToListAsync(cancel);
    }
}
