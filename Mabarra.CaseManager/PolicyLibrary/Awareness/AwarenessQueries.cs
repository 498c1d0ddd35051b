using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Awareness;

/// <summary>An activity in the list.</summary>
public sealed record AwarenessRow(Guid Id, Guid Version, AwarenessKind Kind, string Title, DateOnly HeldOn, string? Place, string? Note, int Attended);

/// <summary>Somebody who was, or could have been, at an activity.</summary>
public sealed record AttendeeRow(Guid MemberId, string Name, Guid? DepartmentId, bool IsPresent);

/// <summary>The last twelve months: how many activities, and how many of those who work here were at one at least, by department.</summary>
public sealed record AwarenessYear(int Activities, CoverageRow All, IReadOnlyList<CoverageRow> Departments);

/// <summary>Reads of awareness (مسؤوليات-٣: activities in the last twelve months, attendance in per cent).</summary>
public sealed class AwarenessQueries(IDbContextFactory<CaseDbContext> contexts)
{
    public async Task<Page<AwarenessRow>> PageAsync(Act act, PageQuery query, CancellationToken cancel)
    {
        act.Require(PolicyLibraryModule.TrackPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        IQueryable<AwarenessActivity> activities = db.AwarenessActivities.AsNoTracking();
        if (Enum.TryParse<AwarenessKind>(query.Filter("kind"), out var kind))
            activities = activities.Where(a => a.Kind == kind);
        if (query.Search is { Length: > 0 } typed)
            activities = activities.Where(a => a.Title.Contains(typed) || (a.Place != null && a.Place.Contains(typed)));
        return await Offset.PageAsync(activities.OrderByDescending(a => a.HeldOn).ThenByDescending(a => a.CreatedAt), query, q => q.Select(a => new AwarenessRow(
            a.Id, a.Version, a.Kind, a.Title, a.HeldOn, a.Place, a.Note, a.Attendance.Count)), cancel);
    }

    public async Task<AwarenessYear> YearAsync(Act act, CancellationToken cancel)
    {
        act.Require(PolicyLibraryModule.TrackPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var since = act.On.AddYears(-1);
        var (activities, members) = (db.AwarenessActivities, db.StaffMembers);
        var held = activities.Where(a => a.HeldOn > since && a.HeldOn <= act.On);
        var people = await members.AsNoTracking().Where(m => m.IsActive)
            .Select(m => new { m.DepartmentId, Was = held.Any(a => a.Attendance.Any(t => t.MemberId == m.Id)) }).ToListAsync(cancel);
        var names = await db.Set<Department>().AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.NameAr, cancel);
        var departments = people.GroupBy(p => p.DepartmentId).Select(g => Row(g.Key is { } id ? names.GetValueOrDefault(id) ?? "" : "", g.Count(), g.Count(p => p.Was)));
        return new AwarenessYear(await held.CountAsync(cancel), Row("", people.Count, people.Count(p => p.Was)), [.. departments.OrderBy(d => d.Percent).ThenBy(d => d.Name, StringComparer.Ordinal)]);
    }

    /// <summary>The people of a department, with who was there.</summary>
    /// <exception cref="AccessDenied">No such activity.</exception>
    public async Task<IReadOnlyList<AttendeeRow>> PeopleAsync(Act act, Guid id, Guid departmentId, CancellationToken cancel)
    {
        act.Require(PolicyLibraryModule.TrackPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (activities, members) = (db.AwarenessActivities, db.StaffMembers);
        if (!await activities.AnyAsync(a => a.Id == id, cancel))
            throw act.Refuse(PolicyLibraryModule.TrackPermission, id);
        return await members.AsNoTracking().Where(m => m.IsActive && m.DepartmentId == departmentId).OrderBy(m => m.FullName).Take(500)
            .Select(m => new AttendeeRow(m.Id, m.FullName, m.DepartmentId, activities.Any(a => a.Id == id && a.Attendance.Any(t => t.MemberId == m.Id)))).ToListAsync(cancel);
    }

    private static CoverageRow Row(string name, int people, int were) => new(name, people, were, 0, 0);
}
