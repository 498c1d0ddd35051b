using System.Security.Claims;
using Mabarra.CaseManager.Staff.SignIn;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Mabarra.CaseManager.Staff;

/// <summary>Turns the circuit's signed-in person into the <see cref="Actor"/> of an act. The account is read afresh each time, so a disabled account or a lost role is refused at the very next command (A9).</summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication, StaffDirectory directory, TimeProvider clock)
{
    /// <exception cref="AccessDenied">Nobody is signed in, or the account no longer works.</exception>
    public async Task<Act> ActAsync(string? why = null)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        return new Act(await directory.ActorAsync(user), clock.Now, why);
    }
}

/// <summary>Looks accounts up for the doors (pages, endpoints).</summary>
public sealed class StaffDirectory(IServiceScopeFactory scopes, IRefusals refusals, Confirmations confirmations, TimeProvider clock)
{
    private const string Works = "account.active";

    /// <exception cref="AccessDenied">Nobody is signed in, or the account no longer works.</exception>
    public async Task<Actor> ActorAsync(ClaimsPrincipal user)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();
        var staff = await users.GetUserAsync(user);
        if (staff is not { IsActive: true, MustChangePassword: false } || !IsSameStamp(user, users, staff))
            throw Refuse(staff);
        return ActorOf(staff) with { Refusals = refusals, ConfirmedAt = confirmations.Of(user) };
    }

    /// <summary>An account that no longer works tried something. With no account behind it there is nobody to write down.</summary>
    internal AccessDenied Refuse(StaffUser? staff) => staff is null
        ? new AccessDenied(Works, Task.CompletedTask)
        : new Act(ActorOf(staff) with { Refusals = refusals }, clock.Now).Refuse(Works);

    public static Actor ActorOf(StaffUser staff) =>
        new(staff.Id, staff.FullName, AuthorizationMatrix.ReachesOf(staff.Roles)) { OwnCategories = staff.OwnCategories };

    private static bool IsSameStamp(ClaimsPrincipal user, UserManager<StaffUser> users, StaffUser staff) => string.Equals(
        user.FindFirstValue(users.Options.ClaimsIdentity.SecurityStampClaimType), staff.SecurityStamp, StringComparison.Ordinal);
}
