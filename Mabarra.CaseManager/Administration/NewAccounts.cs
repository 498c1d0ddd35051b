using System.Security.Cryptography;
using Mabarra.CaseManager.Staff;
using Microsoft.AspNetCore.Identity;

namespace Mabarra.CaseManager.Administration;

/// <summary>Makes accounts as Identity would, for services that save them together with other things.</summary>
internal sealed class NewAccounts(IServiceScopeFactory scopes)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A first password nobody guesses, easy to read out: <c>xxxx-xxxx-xxxx-xxxx</c>.</summary>
    public static string FirstPassword() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    public StaffUser Make(string userName, string fullName, IEnumerable<StaffRole> roles, string password)
    {
        using var scope = scopes.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();
        var user = new StaffUser(userName, fullName, roles) { LockoutEnabled = true, NormalizedUserName = users.NormalizeName(userName) };
        SetPassword(user, password, users);
        return user;
    }

    /// <summary>The hash for a new password; slow, so it is made before the write gate is entered.</summary>
    public string Hash(string password)
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IPasswordHasher<StaffUser>>().HashPassword(null!, password);
    }

    /// <summary>Ends every sign-in of the account: the cookies carry the stamp.</summary>
    public static void EndSignIns(StaffUser user) => user.SecurityStamp = NewStamp();

    private static void SetPassword(StaffUser user, string password, UserManager<StaffUser> users)
    {
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.SecurityStamp = NewStamp();
    }

    private static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
}
