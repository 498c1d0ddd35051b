using System.Globalization;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>A service as choices show it.</summary>
public sealed record ServiceTypeRow(Guid Id, string Code, string NameAr, string NameEn, string FieldAr, string FieldEn)
{
    public string Name => AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? NameAr : NameEn;
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
}
