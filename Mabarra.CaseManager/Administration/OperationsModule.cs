using Mabarra.CaseManager.Administration.Backups;
using Mabarra.CaseManager.Administration.Health;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Administration;

/// <summary>Running the app: backups, nightly checks, health.</summary>
public static class OperationsModule
{
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<BackupOptions>(configuration.GetSection(BackupOptions.Section));
        services.Configure<HealthOptions>(configuration.GetSection(HealthOptions.Section));
        services.AddRuleTexts<AdministrationText>("backup");
        return services
            .AddSingleton<BackupService>()
            .AddSingleton<RestoreService>()
            .AddSingleton<NightlyWork>()
            .AddHostedService(provider => provider.GetRequiredService<NightlyWork>())
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<Readiness>(provider));
    }
}
