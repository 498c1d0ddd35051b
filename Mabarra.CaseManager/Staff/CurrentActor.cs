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
public sealed class StaffDirectory(IServiceScopeFactory scopes, IRefusals refusals, Confirmations confirmations, IEnumerable<IOfficerCharge> charges, TimeProvider clock)
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
        return await WithChargeAsync(ActorOf(staff) with { Refusals = refusals, ConfirmedAt = confirmations.Of(user) }, staff);
    }

    /// <summary>A liaison officer reaches the people the matrix charges her with today, and nobody else's (خ-١).</summary>
    private async Task<Actor> WithChargeAsync(Actor actor, StaffUser staff)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        if (staff.Roles.Contains(StaffRole.LiaisonOfficer))
        {
            foreach (var charge in charges)
                own.UnionWith(await charge.CategoriesAsync(staff.Id, CancellationToken.None));
        }
        return actor with { OwnCategories = own };
    }

    /// <summary>Who stands behind something she opened herself and that others use without a sign-in (a code for a telephone).</summary>
    /// <exception cref="AccessDenied">The account no longer works.</exception>
    public async Task<Actor> ActorAsync(Guid id)
    {
        await using var scope = scopes.CreateAsyncScope();
        var staff = await scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>().FindByIdAsync(id.ToString());
        return staff is { IsActive: true } ? ActorOf(staff) with { Refusals = refusals } : throw Refuse(staff);
    }

    /// <summary>A colleague, with all that is his: to ask what he may.</summary>
    /// <returns>Null when the account no longer works.</returns>
    public async Task<Actor?> ColleagueAsync(Guid id)
    {
        await using var scope = scopes.CreateAsyncScope();
        var staff = await scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>().FindByIdAsync(id.ToString());
        return staff is { IsActive: true } ? await WithChargeAsync(ActorOf(staff) with { Refusals = refusals }, staff) : null;
    }

    /// <summary>An account that no longer works tried something. With no account behind it there is nobody to write down.</summary>
    internal AccessDenied Refuse(StaffUser? staff) => staff is null
        ? new AccessDenied(Works, Task.CompletedTask)
        : new Act(ActorOf(staff) with { Refusals = refusals }, clock.Now).Refuse(Works);

    /// <summary>The account as an actor, without the categories of a liaison officer.</summary>
    public static Actor ActorOf(StaffUser staff) => new(staff.Id, staff.FullName, AuthorizationMatrix.ReachesOf(staff.Roles));

    private static bool IsSameStamp(ClaimsPrincipal user, UserManager<StaffUser> users, StaffUser staff) => string.Equals(
        user.FindFirstValue(users.Options.ClaimsIdentity.SecurityStampClaimType), staff.SecurityStamp, StringComparison.Ordinal);
}
