using Mabarra.CaseManager.Staff.Circuits;
using Mabarra.CaseManager.Staff.Confirming;
using Mabarra.CaseManager.Staff.Own;
using Mabarra.CaseManager.Staff.SignIn;
using Mabarra.CaseManager.Staff.Web;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Mabarra.CaseManager.Staff;

/// <summary>Who works here, what each may do, and the way in.</summary>
public static class StaffModule
{
    public static IServiceCollection AddStaff(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddStaffIdentity();
        services.AddAuthorization(AddPolicies);
        services.AddCascadingAuthenticationState();
        services.AddSingleton<Confirmations>().AddSingleton<StaffDirectory>().AddScoped<CurrentActor>();
        services.AddSingleton<SignInTurns>().AddSingleton<UsedCodes>().AddScoped<SignInDoor>();
        services.AddScoped<SamePerson>().AddScoped<OwnAccount>().AddScoped<OwnPassword>().AddScoped<OwnTwoFactor>().AddScoped<OwnPasskeys>().AddSingleton<OnceShown>();
        services.AddSingleton<CircuitRegistry>().AddScoped<CircuitStanding>().AddScoped<CircuitHandler, CircuitWatch>();
        services.AddScoped<AuthenticationStateProvider, StaffAuthenticationState>();
        services.AddSingleton<DemonstrationAccounts>();
        services.AddRuleTexts<StaffText>("account");
        services.AddStaffWeb(configuration);
        return services;
    }

    /// <summary>Everything asks for a signed-in person unless it says otherwise; a page's door is named by a permission.</summary>
    private static void AddPolicies(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var permission in AuthorizationMatrix.Permissions)
            options.AddPolicy(permission, policy => policy.RequireClaim(StaffClaimTypes.Permission, permission));
    }
}
