using System.Security.Claims;
using Mabarra.CaseManager.Staff.Circuits;
using Mabarra.CaseManager.Staff.SignIn;
using Microsoft.AspNetCore.Identity;

namespace Mabarra.CaseManager.Staff.Own;

/// <summary>What all changes to one's own account share: who it is, proof that it is she, and the trail.</summary>
internal sealed class OwnAccount(
    StaffUserManager users,
    StaffSignInManager signIn,
    NfcPasswordHasher passwords,
    ISecurityLog log,
    SignInTurns turns,
    CircuitRegistry circuits,
    StaffDirectory directory,
    Confirmations confirmations,
    TimeProvider clock)
{
    /// <exception cref="AccessDenied">Nobody is signed in, or the account no longer works.</exception>
    public async Task<StaffUser> FindAsync(ClaimsPrincipal who)
    {
        var user = await users.GetUserAsync(who);
        return user is { IsActive: true } ? user : throw directory.Refuse(user);
    }

    /// <summary>Asks for the password again before what would let a passer-by at an open screen stay in (ASVS 7.5.3). Wrong tries count as at the door.</summary>
    /// <exception cref="RuleViolation">It is not the account's password, or the account is locked.</exception>
    public async Task ConfirmAsync(StaffUser user, string? password, string field)
    {
        using var turn = await turns.EnterAsync(user.NormalizedUserName);
        var matches = passwords.Matches(user, password);
        if (!await users.IsLockedOutAsync(user) && matches)
            return;
        if (!matches)
        {
            log.Record(ActOf(user), SecurityActions.SignInFailed, user);
            if (users.IsLastTry(user))
                log.Record(ActOf(user), SecurityActions.Locked, user);
            await users.AccessFailedAsync(user);
        }
        throw new RuleViolation("account.password.current", field);
    }

    /// <summary>The password once more, for the acts that ask who is at the screen now (A14). Stands for <see cref="Act.FreshFor"/>, for this sign-in only.</summary>
    /// <exception cref="RuleViolation">It is not the account's password, or the account is locked.</exception>
    public async Task ConfirmAgainAsync(ClaimsPrincipal who, string? password)
    {
        var user = await FindAsync(who);
        await ConfirmAsync(user, password, "Password");
        log.Record(ActOf(user), SecurityActions.Confirmed, user);
        await log.SaveAsync();
        confirmations.Confirm(who);
    }

    /// <exception cref="NotConfirmed">The sign-in, or its last confirmation, is too old.</exception>
    public void RequireFresh(ClaimsPrincipal who, StaffUser user)
    {
        var act = ActOf(user);
        (act with { Actor = act.Actor with { ConfirmedAt = confirmations.Of(who) } }).RequireFresh();
    }

    /// <exception cref="RuleViolation">The change was refused; nothing was saved.</exception>
    public async Task SaveAsync(StaffUser user, string action, string? field, Func<Task<IdentityResult>> change)
    {
        var result = await log.AuditedAsync(ActOf(user), action, user, change);
        if (!result.Succeeded)
            throw new RuleViolation([.. result.Errors.Select(e => new Breach(e.Code.StartsWith("account.", StringComparison.Ordinal) ? e.Code : "account.busy", field))]);
    }

    /// <summary>This sign-in goes on under the account's new stamp; every other one has ended.</summary>
    public async Task KeepThisSignInAsync(StaffUser user)
    {
        circuits.Revoke(user.Id);
        await signIn.RefreshSignInAsync(user);
    }

    /// <summary>Ends every sign-in of the account, this one too.</summary>
    public async Task SignOutEverywhereAsync(ClaimsPrincipal who)
    {
        var user = await FindAsync(who);
        await SaveAsync(user, SecurityActions.SignedOutEverywhere, null, () => users.UpdateSecurityStampAsync(user));
        circuits.Revoke(user.Id);
        await signIn.SignOutAsync();
    }

    private Act ActOf(StaffUser user) => new(StaffDirectory.ActorOf(user), clock.Now);
}
