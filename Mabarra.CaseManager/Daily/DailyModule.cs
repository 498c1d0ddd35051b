using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Daily;

/// <summary>«يومي»: everything that waits for one person, on one list that the modules fill (<see cref="IDaySource"/>).</summary>
public static class DailyModule
{
    public const string ViewPermission = "daily.view";

    public static IServiceCollection AddDaily(this IServiceCollection services) => services
        .AddSingleton<DayReader>()
        .AddSingleton<DayService>()
        .AddSingleton<ColleagueQueries>()
        .AddScoped<DayState>()
        .AddRuleTexts<DailyText>("daily");

    extension(CaseDbContext db)
    {
        public DbSet<SetAside> SetAsides => db.Set<SetAside>();
    }
}
