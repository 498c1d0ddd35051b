using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Staff.SignIn;

/// <summary>Identity's manager with the app's clock: lock-outs begin and end by it.</summary>
public sealed class StaffUserManager(
    IUserStore<StaffUser> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<StaffUser> hasher,
    IEnumerable<IUserValidator<StaffUser>> userRules,
    IEnumerable<IPasswordValidator<StaffUser>> passwordRules,
    ILookupNormalizer names,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<StaffUser>> logger,
    TimeProvider clock)
    : UserManager<StaffUser>(store, options, hasher, userRules, passwordRules, names, errors, services, logger)
{
    /// <summary>True when one more failure locks the account.</summary>
    public bool IsLastTry(StaffUser user) => user.AccessFailedCount + 1 >= Options.Lockout.MaxFailedAccessAttempts;

    public override Task<bool> IsLockedOutAsync(StaffUser user) => Task.FromResult(user.LockoutEnd > clock.GetUtcNow());

    public override async Task<IdentityResult> AccessFailedAsync(StaffUser user)
    {
        if (IsLastTry(user))
        {
            user.LockoutEnd = clock.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan;
            user.AccessFailedCount = 0;
        }
        else
        {
            user.AccessFailedCount++;
        }
        return await UpdateUserAsync(user);
    }
}
