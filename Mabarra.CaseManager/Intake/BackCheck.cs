using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>R5: the day of the last paper begins the period, so papers noted later than the next working day are looked at again.</summary>
internal static class BackCheck
{
    /// <summary>Noted within one working day is in time (DOMAIN.md §3.1).</summary>
    public const int AllowedDays = 1;

    public const string Series = "backcheck";
}

/// <summary>A paper that was noted late.</summary>
public sealed record BackCheckRow(
    Guid RequestId, string Number, string BeneficiaryName, string ItemAr, string ItemEn, DateOnly ReceivedOn, DateTime RecordedAt, string EmployeeName, int DaysLate, long No)
{
    public string Item => AppCulture.IsArabic(System.Globalization.CultureInfo.CurrentUICulture) ? ItemAr : ItemEn;
}

/// <summary>Somebody who noted papers late.</summary>
public sealed record LateEmployee(Guid Id, string Name);

/// <summary>Reads of the back-check list.</summary>
public sealed class BackCheckQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>Filter <c>employee</c>: the id of an account.</summary>
    public async Task<Page<BackCheckRow>> PageAsync(Act act, PageQuery page, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (requests, people) = (db.ServiceRequests.VisibleTo(db, act), db.Beneficiaries);
        var employee = Guid.TryParse(page.Filter("employee"), out var id) ? id : (Guid?)null;
        var late = db.Set<RequestItem>().AsNoTracking().Where(i => i.BackCheckNo != null && requests.Any(r => r.Id == i.RequestId));
        if (employee is not null)
            late = late.Where(i => i.RecordedById == employee);
        return await late.PageAsync(page, i => i.BackCheckNo!.Value, descending: true, rows =>
            from i in rows
            join r in requests on i.RequestId equals r.Id
            join b in people on r.BeneficiaryId equals b.Id
            select new BackCheckRow(
                r.Id, r.Number, b.FirstName + " " + b.FatherName + " " + b.FamilyName, i.NameAr, i.NameEn, i.ReceivedOn!.Value, i.RecordedAt!.Value,
                i.RecordedByName!, i.DaysLate!.Value, i.BackCheckNo!.Value), r => r.No, cancel);
    }

    /// <summary>Who has noted papers late, for the filter.</summary>
    public async Task<IReadOnlyList<LateEmployee>> EmployeesAsync(Act act, CancellationToken cancel)
    {
        act.Require(IntakeModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<RequestItem>().AsNoTracking().Where(i => i.BackCheckNo != null)
            .GroupBy(i => i.RecordedById!.Value).Select(g => new LateEmployee(g.Key, g.Max(i => i.RecordedByName)!)).ToListAsync(cancel);
    }
}
