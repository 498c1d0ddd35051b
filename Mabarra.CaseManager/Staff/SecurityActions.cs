using Microsoft.AspNetCore.Identity;

namespace Mabarra.CaseManager.Staff;

/// <summary>What the trail calls each thing that happens to an account; also the keys of their words.</summary>
public static class SecurityActions
{
    public const string SignedIn = "account.signin.done";
    public const string SignInFailed = "account.signin.failed";
    public const string SignInUnknown = "account.signin.unknown";
    public const string SignInRefused = "account.signin.refused";
    public const string Locked = "account.signin.locked";
    public const string Confirmed = "account.signin.confirmed";
    public const string SignedOut = "account.signout.done";
    public const string SignedOutEverywhere = "account.signout.everywhere";
    public const string RecoveryCodeUsed = "account.recovery.used";
    public const string PasswordChanged = "account.password.changed";
    public const string FirstPasswordChosen = "account.password.chosen";
    public const string AuthenticatorMade = "account.twofactor.key";
    public const string TwoFactorOn = "account.twofactor.on";
    public const string TwoFactorOff = "account.twofactor.off";
    public const string RecoveryCodesMade = "account.recovery.made";
    public const string PasskeyAdded = "account.passkey.added";
    public const string PasskeyRenamed = "account.passkey.renamed";
    public const string PasskeyRemoved = "account.passkey.removed";
    public const string DemonstrationMade = "account.demonstration.made";

    /// <summary>Carries a change out together with its entry; when the change is refused, no entry is kept.</summary>
    internal static async Task<IdentityResult> AuditedAsync(this ISecurityLog log, Act act, string action, StaffUser user, Func<Task<IdentityResult>> change)
    {
        log.Record(act, action, user);
        try
        {
            var result = await change();
            if (!result.Succeeded)
                log.Forget();
            return result;
        }
        catch
        {
            log.Forget();
            throw;
        }
    }
}
