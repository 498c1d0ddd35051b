using System.Globalization;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>A service as choices show it.</summary>
public sealed record ServiceTypeRow(Guid Id, string Code, string NameAr, string NameEn, string FieldAr, string FieldEn)
{
    public string Name => AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? NameAr : NameEn;
}

/// <summary>A service as the page of services lists it.</summary>
public sealed record ServiceListRow(Guid Id, Guid Version, string NameAr, string NameEn, string FieldAr, string FieldEn, int VersionNo, bool IsActive, int Count)
{
    public string Name => AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? NameAr : NameEn;

    public string Field => AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? FieldAr : FieldEn;
}

/// <summary>Reads of the services and what they ask for.</summary>
public sealed class ServiceTypeQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>The services one may ask for now, in their order; some dozens at most.</summary>
    public async Task<IReadOnlyList<ServiceTypeRow>> ActiveAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var fields = db.Set<Beneficiaries.FieldOfWork>();
        return await (from s in db.ServiceTypes.AsNoTracking()
                      where s.IsActive
                      join f in fields on s.FieldCode equals f.Code
                      orderby s.Order
                      select new ServiceTypeRow(s.Id, s.Code, s.NameAr, s.NameEn, f.NameAr, f.NameEn)).ToListAsync(cancel);
    }

    /// <summary>Whether the service is meant for this person's categories; for nobody else is she taken in without a reason (DOMAIN.md §3.1).</summary>
    public async Task<bool> IsForAsync(Act act, Guid serviceId, Guid beneficiaryId, CancellationToken cancel)
    {
        act.Require(IntakeModule.EditPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await RequestAccess.RequireAsync(db, act, IntakeModule.EditPermission, beneficiaryId, cancel);
        var (services, links) = (db.ServiceTypes, db.BeneficiaryCategoryLinks);
        var service = await services.AsNoTracking().SingleOrDefaultAsync(s => s.Id == serviceId, cancel);
        var categories = (await links.Where(c => c.BeneficiaryId == beneficiaryId).Select(c => c.CategoryCode).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        return service is null || service.IsFor(categories);
    }

    /// <summary>All of them, for whoever edits the lists.</summary>
    public async Task<IReadOnlyList<ServiceListRow>> AllAsync(Act act, CancellationToken cancel)
    {
        act.Require(DataModule.ListsPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var fields = db.Set<Beneficiaries.FieldOfWork>();
        return await (from s in db.ServiceTypes.AsNoTracking()
                      join f in fields on s.FieldCode equals f.Code
                      orderby s.Order
                      select new ServiceListRow(
                          s.Id, s.Version, s.NameAr, s.NameEn, f.NameAr, f.NameEn, s.VersionNo, s.IsActive,
                          s.Requirements.Count(r => r.ThroughVersion == null))).ToListAsync(cancel);
    }

    /// <summary>One service with all versions of what it asks for; null when there is none.</summary>
    public async Task<ServiceType?> OpenAsync(Act act, Guid id, CancellationToken cancel)
    {
        act.Require(DataModule.ListsPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var services = db.ServiceTypes;
        return await services.AsNoTracking().Include(s => s.Requirements).SingleOrDefaultAsync(s => s.Id == id, cancel);
    }

    /// <summary>The fields of work, for a new service.</summary>
    public async Task<IReadOnlyList<Beneficiaries.CodeRow>> FieldsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Beneficiaries.FieldOfWork>().AsNoTracking().OrderBy(f => f.Order)
            .Select(f => new Beneficiaries.CodeRow(f.Code, f.NameAr, f.NameEn, false)).ToListAsync(cancel);
    }
}
