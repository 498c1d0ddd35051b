using Mabarra.CaseManager.Administration.Accounts;
using Mabarra.CaseManager.Administration.SetUp;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Administration;

/// <summary>Accounts, permissions and the first set-up.</summary>
public static class AdministrationModule
{
    public const string AccountsPermission = "accounts.edit";

    public static IServiceCollection AddAdministration(this IServiceCollection services) => services
        .AddSingleton<NewAccounts>()
        .AddSingleton<SetUpCode>()
        .AddSingleton<SetUpState>()
        .AddSingleton<SetUpService>()
        .AddSingleton<AccountService>()
        .AddSingleton<AccountQueries>()
        .AddHostedService<SetUpHost>()
        .AddRuleTexts<AdministrationText>("setup")
        .AddRuleTexts<AdministrationText>("accounts");

    /// <summary>Goes after routing: it must know static files from pages.</summary>
    public static void UseSetUp(this IApplicationBuilder app) => app.UseMiddleware<SetUpGate>();
}
