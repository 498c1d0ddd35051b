using System.Globalization;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Holidays;

/// <summary>Makes the working-day calendar from the stored schedule and holidays.</summary>
public sealed class CalendarReader(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>For reading: lists, explanations. Holiday names in the page's language.</summary>
    public async Task<WorkingDayCalendar> ReadAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ReadAsync(db, cancel);
    }

    /// <summary>For acts: read inside the transaction that computes a due date, so a calendar change meanwhile cannot slip between (C8).</summary>
    public static async Task<WorkingDayCalendar> ReadAsync(CaseDbContext db, CancellationToken cancel)
    {
        var arabic = AppCulture.IsArabic(CultureInfo.CurrentUICulture);
        var (holidaySet, scheduleSet) = (db.Holidays, db.WorkSchedules);
        var holidays = await holidaySet.ToListAsync(cancel);
        var schedules = await scheduleSet.ToListAsync(cancel);
        return new WorkingDayCalendar(
            schedules.Select(s => new WorkWeek(s.From, s.Days)),
            holidays.Where(h => db.Entry(h).State != EntityState.Deleted).Select(h => h.ToClosure(arabic)));
    }
}

/// <summary>What must follow when the calendar changes, in the same transaction: a higher module recomputes its open due dates.</summary>
public interface ICalendarFollower
{
    /// <returns>How many records moved.</returns>
    Task<int> FollowAsync(CaseDbContext db, Act act, WorkingDayCalendar calendar, CancellationToken cancel);
}
