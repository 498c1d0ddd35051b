using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Staff.SignIn;

/// <summary>Kinds of claims in the sign-in cookie. They open doors (pages, menus); every act reads the account afresh.</summary>
public static class StaffClaimTypes
{
    public const string Permission = "permission";
    public const string UserName = "user_name";
    public const string SignedInAt = "auth_time";
    public const string MustChangePassword = "must_change_password";
}

/// <summary>What the cookie says about a person: name, roles, one claim for each permission held.</summary>
internal sealed class StaffClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<StaffUser>
{
    public Task<ClaimsPrincipal> CreateAsync(StaffUser user)
    {
        var kinds = options.Value.ClaimsIdentity;
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, kinds.UserNameClaimType, kinds.RoleClaimType);
        identity.AddClaim(new Claim(kinds.UserIdClaimType, user.Id.ToString()));
        identity.AddClaim(new Claim(kinds.UserNameClaimType, user.FullName));
        identity.AddClaim(new Claim(StaffClaimTypes.UserName, user.UserName!));
        identity.AddClaim(new Claim(kinds.SecurityStampClaimType, user.SecurityStamp!));
        identity.AddClaims(user.Roles.Order().Select(r => new Claim(kinds.RoleClaimType, r.ToString())));
        if (user.MustChangePassword)
            identity.AddClaim(new Claim(StaffClaimTypes.MustChangePassword, "1"));
        else
            identity.AddClaims(AuthorizationMatrix.ReachesOf(user.Roles).Keys.Order(StringComparer.Ordinal).Select(p => new Claim(StaffClaimTypes.Permission, p)));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
