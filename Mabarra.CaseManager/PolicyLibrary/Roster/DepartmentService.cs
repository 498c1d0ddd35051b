using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Roster;

/// <summary>Departments and sections, and who heads each: the one who signs for its copy (مسؤوليات-٤).</summary>
public sealed class DepartmentService(CaseWriter writer)
{
    private const int LongestName = 120;

    /// <param name="key">The form's own key: sent twice, it makes one (C6).</param>
    public Task<Guid> AddAsync(Act act, Guid key, string? name, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.RosterPermission);
        var words = Check(name);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            await RequireNewAsync(db, words, except: null, cancel);
            var department = new Department { NameAr = words };
            db.Add(department);
            db.Record(act, "policies.department.add", department.Id, nameof(Department), words);
            await Scope.JoinAsync(db, act, department, cancel);
            return department.Id;
        }, cancel);
    }

    /// <param name="head">Somebody on the roster; null while there is nobody.</param>
    public Task ChangeAsync(Act act, Guid id, string? name, Guid? head, bool isActive, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.RosterPermission);
        var words = Check(name);
        return writer.SaveAsync(async db =>
        {
            var members = db.StaffMembers;
            var department = await db.Set<Department>().SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw act.Refuse(PolicyLibraryModule.RosterPermission, id);
            await RequireNewAsync(db, words, id, cancel);
            if (head is not null && !await members.AnyAsync(m => m.Id == head && m.IsActive, cancel))
                throw new RuleViolation("policies.department.head", nameof(head));
            if (!isActive && await members.AnyAsync(m => m.DepartmentId == id && m.IsActive, cancel))
                throw new RuleViolation("policies.department.used", nameof(isActive));
            var returns = isActive && !department.IsActive;
            department.Change(words, head, isActive);
            db.Record(act, "policies.department.change", id, nameof(Department), words);
            if (returns)
                await OweAgainAsync(db, act, department, cancel);
        }, cancel);
    }

    /// <summary>A department that comes back owes what it has no copy of.</summary>
    private static async Task OweAgainAsync(CaseDbContext db, Act act, Department department, CancellationToken cancel)
    {
        var copies = db.DepartmentCopies;
        if (!await copies.AnyAsync(c => c.DepartmentId == department.Id, cancel))
            await Scope.JoinAsync(db, act, department, cancel);
    }

    private static string Check(string? name)
    {
        var check = new FieldChecks();
        var words = check.Line(name, nameof(name), LongestName, min: 2);
        check.ThrowIfAny();
        return words;
    }

    private static async Task RequireNewAsync(CaseDbContext db, string name, Guid? except, CancellationToken cancel)
    {
        if (await db.Set<Department>().AnyAsync(d => d.NameAr == name && d.Id != except, cancel))
            throw new RuleViolation("policies.department.exists", nameof(name));
    }
}
