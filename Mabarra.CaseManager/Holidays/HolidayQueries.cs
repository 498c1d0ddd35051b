using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Holidays;

/// <summary>A day off as the page lists it.</summary>
public sealed record HolidayRow(Guid Id, Guid Version, DateOnly On, string NameAr, string NameEn, HolidayKind Kind, string? SourceRef, bool IsProvisional);

/// <summary>Reads of the days off.</summary>
public sealed class HolidayQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>The days off of one Gregorian year, which is at most a few dozen rows.</summary>
    public async Task<IReadOnlyList<HolidayRow>> OfYearAsync(Act act, int year, CancellationToken cancel)
    {
        act.Require(HolidaysModule.ViewPermission);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Holidays.AsNoTracking().Where(h => h.On >= first && h.On <= last).OrderBy(h => h.On)
            .Select(h => new HolidayRow(h.Id, h.Version, h.On, h.NameAr, h.NameEn, h.Kind, h.SourceRef, h.IsProvisional))
            .ToListAsync(cancel);
    }

    /// <summary>The weeks worked, the latest first, down to the usual one.</summary>
    public async Task<IReadOnlyList<WorkWeek>> WeeksAsync(Act act, CancellationToken cancel)
    {
        act.Require(HolidaysModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var stored = await db.WorkSchedules.AsNoTracking().OrderByDescending(w => w.From).ToListAsync(cancel);
        return [.. stored.Select(w => new WorkWeek(w.From, w.Days)), WorkWeek.Default];
    }
}
