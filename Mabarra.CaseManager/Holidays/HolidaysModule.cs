using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Holidays;

/// <summary>The work schedule and the days off, and the working-day calendar they make.</summary>
public static class HolidaysModule
{
    public const string ViewPermission = "holidays.view";
    public const string EditPermission = "holidays.edit";

    /// <summary>Changing a day that has passed: senior management only, with a reason (DOMAIN.md §4, 5).</summary>
    public const string EditPastPermission = "holidays.past";

    public static IServiceCollection AddHolidays(this IServiceCollection services) => services
        .AddSingleton<IReferenceData, HolidaySeed>()
        .AddSingleton<CalendarReader>()
        .AddSingleton<HolidayService>()
        .AddSingleton<HolidaySimulator>()
        .AddSingleton<HolidayQueries>()
        .AddRuleTexts<HolidaysText>("holidays");

    extension(CaseDbContext db)
    {
        public DbSet<Holiday> Holidays => db.Set<Holiday>();

        public DbSet<WorkSchedule> WorkSchedules => db.Set<WorkSchedule>();
    }
}
