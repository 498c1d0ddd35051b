using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Staff.SignIn;

/// <summary>Identity's cookies for our accounts. Used by <see cref="SignInDoor"/> only, in static pages and endpoints.</summary>
public sealed class StaffSignInManager(
    StaffUserManager users,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<StaffUser> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<StaffUser>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<StaffUser> confirmation,
    TimeProvider clock)
    : SignInManager<StaffUser>(users, context, claims, options, logger, schemes, confirmation)
{
    public override Task<bool> CanSignInAsync(StaffUser user) => Task.FromResult(user.IsActive);

    /// <summary>Remembers, for the next page, that the password was right.</summary>
    public Task AskForCodeAsync(StaffUser user) => SignInOrTwoFactorAsync(user, isPersistent: false);

    /// <summary>The id of the account whose password was right a moment ago, as the short-lived cookie has it.</summary>
    public async Task<string?> CodeAwaitedFromAsync() =>
        (await Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal?.FindFirstValue(ClaimTypes.Name);

    /// <summary>The cookie says when its owner proved who she is (A14). Renewing it under a new stamp proves nothing new.</summary>
    public override Task SignInWithClaimsAsync(StaffUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var more = additionalClaims.ToList();
        if (!more.Exists(c => c.Type == StaffClaimTypes.SignedInAt) && Context.User.FindFirst(StaffClaimTypes.SignedInAt) is { } since)
            more.Add(since);
        return base.SignInWithClaimsAsync(user, authenticationProperties, more);
    }

    /// <summary>The validator makes the person anew from the account every minute; what only the sign-in itself knows goes along.</summary>
    internal static Task KeepSignInAsync(SecurityStampRefreshingPrincipalContext refreshing)
    {
        foreach (var type in (string[])[StaffClaimTypes.SignedInAt, "amr"])
        {
            if (refreshing.CurrentPrincipal?.FindFirst(type) is { } claim)
                refreshing.NewPrincipal?.Identities.First().AddClaim(claim.Clone());
        }
        return Task.CompletedTask;
    }

    public async Task LetInAsync(StaffUser user, string how)
    {
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await SignInWithClaimsAsync(user, isPersistent: false, [new Claim("amr", how), Confirmations.ClaimOf(clock.Now)]);
    }
}
