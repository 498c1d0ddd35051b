using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Mabarra.CaseManager.Staff.SignIn;

/// <summary>How a try to sign in ended. An unknown name, a wrong password, a locked and a disabled account all end as <see cref="Refused"/> (B68).</summary>
public enum SignInOutcome
{
    Refused,
    CodeNeeded,
    Done,
}

/// <summary>The only way in: password, then code where the person asked for one; or a passkey. Each try is in the audit trail.</summary>
internal sealed class SignInDoor(
    StaffUserManager users,
    StaffSignInManager signIn,
    NfcPasswordHasher passwords,
    ISecurityLog log,
    SignInTurns turns,
    UsedCodes usedCodes,
    TimeProvider clock,
    ILogger<SignInDoor> trouble)
{
    private static readonly Actor Unknown = new(Guid.Empty, "?", new Dictionary<string, Reach>(StringComparer.Ordinal));

    public async Task<SignInOutcome> WithPasswordAsync(string? userName, string? password)
    {
        using var turn = await turns.EnterAsync(users.NormalizeName(userName));
        var user = CleanText.IsBlank(userName) ? null : await users.FindByNameAsync(userName!);
        // The hash is computed in every case, before anything is decided.
        var matches = passwords.Matches(user, password);
        if (user is null || !user.IsActive || await users.IsLockedOutAsync(user))
            return await RefuseAsync(user);
        if (!matches)
            return await FailAsync(user);
        if (!user.TwoFactorEnabled)
            return await LetInAsync(user, "pwd");
        await signIn.AskForCodeAsync(user);
        return SignInOutcome.CodeNeeded;
    }

    /// <summary>True between the right password and the code.</summary>
    public async Task<bool> IsCodeAwaitedAsync() => await signIn.CodeAwaitedFromAsync() is not null;

    /// <summary>The six digits of the authenticator app.</summary>
    public Task<SignInOutcome> WithCodeAsync(string? code) => SecondStepAsync(async user =>
    {
        var digits = OneTimeCode.Digits(code);
        var right = await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, digits);
        return right && usedCodes.Take(user.Id, digits)
            ? await LetInAsync(user, "mfa")
            : await FailAsync(user);
    });

    /// <summary>One of the codes printed when two-factor was switched on; each works once.</summary>
    public Task<SignInOutcome> WithRecoveryCodeAsync(string? code) => SecondStepAsync(async user =>
    {
        var redeemed = await log.AuditedAsync(ActOf(user), SecurityActions.RecoveryCodeUsed, user,
            () => users.RedeemTwoFactorRecoveryCodeAsync(user, OneTimeCode.Recovery(code)));
        return redeemed.Succeeded
            ? await LetInAsync(user, "mfa")
            : await FailAsync(user);
    });

    /// <summary>A passkey is both factors in one: something one has, opened by a finger, a face or a PIN.</summary>
    public async Task<SignInOutcome> WithPasskeyAsync(string credentialJson)
    {
        var assertion = await AssertAsync(credentialJson);
        if (assertion is not { Succeeded: true, User: { } user })
            return await RefuseAsync(null);
        if (!user.IsActive || await users.IsLockedOutAsync(user))
            return await RefuseAsync(user);
        var saved = await log.AuditedAsync(ActOf(user), SecurityActions.SignedIn, user, () => users.AddOrUpdatePasskeyAsync(user, assertion.Passkey));
        if (!saved.Succeeded)
            return SignInOutcome.Refused;
        await signIn.LetInAsync(user, "hwk");
        return SignInOutcome.Done;
    }

    /// <summary>What the browser needs to ask for a passkey.</summary>
    public Task<string> PasskeyRequestAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    public async Task SignOutAsync(ClaimsPrincipal who)
    {
        if (await users.GetUserAsync(who) is { } user)
        {
            log.Record(ActOf(user), SecurityActions.SignedOut, user);
            await log.SaveAsync();
        }
        await signIn.SignOutAsync();
    }

    private async Task<SignInOutcome> SecondStepAsync(Func<StaffUser, Task<SignInOutcome>> check)
    {
        using var turn = await turns.EnterAsync(await signIn.CodeAwaitedFromAsync());
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
            return SignInOutcome.Refused;
        return !user.IsActive || await users.IsLockedOutAsync(user) ? await RefuseAsync(user) : await check(user);
    }

    private async Task<SignInOutcome> LetInAsync(StaffUser user, string how)
    {
        await WriteDownAsync(user);
        await signIn.LetInAsync(user, how);
        return SignInOutcome.Done;
    }

    /// <summary>Where nothing can be saved, people still come in to read (F3): the operator's log then has the line the trail cannot take.</summary>
    private async Task WriteDownAsync(StaffUser user)
    {
        try
        {
            log.Record(ActOf(user), SecurityActions.SignedIn, user);
            if (user.AccessFailedCount > 0)
                await users.ResetAccessFailedCountAsync(user);
            else
                await log.SaveAsync();
        }
        catch (RuleViolation e) when (e.IsStorageTrouble)
        {
            log.Forget();
            trouble.LogWarning("{User} signed in while nothing could be saved: not in the audit trail.", user.Id);
        }
    }

    private async Task<SignInOutcome> FailAsync(StaffUser user)
    {
        // Whoever tried is not known to be the account's owner.
        var act = new Act(Unknown, clock.Now);
        log.Record(act, SecurityActions.SignInFailed, user);
        if (users.IsLastTry(user))
            log.Record(act, SecurityActions.Locked, user);
        await users.AccessFailedAsync(user);
        return SignInOutcome.Refused;
    }

    private async Task<SignInOutcome> RefuseAsync(StaffUser? user)
    {
        log.Record(new Act(Unknown, clock.Now), user is null ? SecurityActions.SignInUnknown : SecurityActions.SignInRefused, user);
        await log.SaveAsync();
        return SignInOutcome.Refused;
    }

    private async Task<PasskeyAssertionResult<StaffUser>?> AssertAsync(string credentialJson)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credentialJson);
        }
        catch (InvalidOperationException)
        {
            // Nothing was asked of this browser, or its answer is no answer at all.
            return null;
        }
    }

    private Act ActOf(StaffUser user) => new(StaffDirectory.ActorOf(user), clock.Now);
}
