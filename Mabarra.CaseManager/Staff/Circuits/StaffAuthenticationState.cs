using System.Security.Claims;
using Mabarra.CaseManager.Staff.SignIn;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace Mabarra.CaseManager.Staff.Circuits;

/// <summary>Every minute, asks whether the person behind an open page still has the account, the roles and the sign-in she came with.</summary>
internal sealed class StaffAuthenticationState(ILoggerFactory loggers, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => StaffIdentity.Revalidated;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();
        return IsCurrent(authenticationState.User, await users.GetUserAsync(authenticationState.User), users.Options.ClaimsIdentity);
    }

    internal static bool IsCurrent(ClaimsPrincipal who, StaffUser? account, ClaimsIdentityOptions kinds) =>
        account is { IsActive: true }
        && string.Equals(who.FindFirstValue(kinds.SecurityStampClaimType), account.SecurityStamp, StringComparison.Ordinal)
        && account.Roles.Select(r => r.ToString()).ToHashSet(StringComparer.Ordinal).SetEquals(who.FindAll(kinds.RoleClaimType).Select(c => c.Value))
        && account.MustChangePassword == who.HasClaim(c => string.Equals(c.Type, StaffClaimTypes.MustChangePassword, StringComparison.Ordinal));
}
