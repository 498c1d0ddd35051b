using System.Collections.Concurrent;
using System.Globalization;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Holidays;

/// <summary>Makes the working-day calendar from the stored schedule and holidays, and keeps it for the lists, which ask for it on every page.</summary>
public sealed class CalendarReader(IDbContextFactory<CaseDbContext> contexts, LiveChanges live, TimeProvider clock)
{
    /// <summary>A change made by another node is seen after this long at the latest.</summary>
    private static readonly TimeSpan LongestKept = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<bool, Kept> kept = new();

    /// <summary>For reading: lists, explanations. Holiday names in the page's language. This node's own changes show at once.</summary>
    public async Task<WorkingDayCalendar> ReadAsync(CancellationToken cancel)
    {
        var arabic = AppCulture.IsArabic(CultureInfo.CurrentUICulture);
        // Counted before reading, so that a change made meanwhile makes what is read here old.
        var changes = live.Count(typeof(Holiday), typeof(WorkSchedule));
        if (kept.TryGetValue(arabic, out var last) && last.Changes == changes && clock.GetElapsedTime(last.ReadAt) < LongestKept)
            return last.Calendar;
        var readAt = clock.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var calendar = await ReadAsync(db, cancel);
        kept[arabic] = new Kept(calendar, changes, readAt);
        return calendar;
    }

    /// <summary>For acts: read inside the transaction that computes a due date, so a calendar change meanwhile cannot slip between (C8).</summary>
    public static async Task<WorkingDayCalendar> ReadAsync(CaseDbContext db, CancellationToken cancel)
    {
        var arabic = AppCulture.IsArabic(CultureInfo.CurrentUICulture);
        var (holidaySet, scheduleSet) = (db.Holidays, db.WorkSchedules);
        var holidays = await holidaySet.ToListAsync(cancel);
        var schedules = await scheduleSet.ToListAsync(cancel);
        // Days this context has added or taken away count already: a plan is foreseen by the calendar it would make.
        holidays.AddRange(db.ChangeTracker.Entries<Holiday>().Where(e => e.State == EntityState.Added).Select(e => e.Entity));
        return new WorkingDayCalendar(
            schedules.Select(s => new WorkWeek(s.From, s.Days)),
            holidays.Where(h => db.Entry(h).State != EntityState.Deleted).Select(h => h.ToClosure(arabic)));
    }

    private sealed record Kept(WorkingDayCalendar Calendar, long Changes, long ReadAt);
}
