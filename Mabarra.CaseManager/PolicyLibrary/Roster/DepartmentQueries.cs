using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Roster;

/// <summary>A department to choose.</summary>
public sealed record DepartmentChoice(Guid Id, string NameAr);

/// <summary>Reads of the departments.</summary>
public sealed class DepartmentQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>Names of departments, which are no secret.</summary>
    public async Task<IReadOnlyList<DepartmentChoice>> ActiveAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Department>().AsNoTracking().Where(d => d.IsActive).OrderBy(d => d.NameAr).Select(d => new DepartmentChoice(d.Id, d.NameAr)).ToListAsync(cancel);
    }
}

/// <summary>The departments an association usually has (DOMAIN.md part 5); an association changes them.</summary>
internal sealed class DepartmentSeed(TimeProvider clock) : IReferenceData
{
    private static readonly string[] Usual =
    [
        "الإدارة التنفيذية", "خدمات المستفيدين", "البحث الاجتماعي", "الموارد البشرية", "الشؤون المالية",
        "البرامج والمشاريع", "التطوع", "العلاقات العامة والإعلام", "تقنية المعلومات", "الحوكمة والجودة",
    ];

    public async Task EnsureAsync(CaseDbContext db, CancellationToken cancel)
    {
        if (await db.Set<Department>().AnyAsync(cancel))
            return;
        var act = new Act(Actor.System, clock.Now);
        foreach (var name in Usual)
        {
            var department = new Department { NameAr = name };
            db.Add(department);
            db.Record(act, "policies.department.add", department.Id, nameof(Department), name);
        }
    }
}
