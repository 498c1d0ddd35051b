using Microsoft.AspNetCore.Identity;

namespace Mabarra.CaseManager.Staff.SignIn;

/// <summary>One account a name. Its letters are checked where it is typed (<see cref="CleanText.UserName"/>).</summary>
internal sealed class NameRules : IUserValidator<StaffUser>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<StaffUser> manager, StaffUser user)
    {
        var other = await manager.FindByNameAsync(user.UserName!);
        return other is null || other.Id == user.Id
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "account.name.taken", Description = "account.name.taken" });
    }
}
