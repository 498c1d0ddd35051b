using System.Security.Claims;
using Mabarra.CaseManager.Staff.SignIn;

namespace Mabarra.CaseManager.Staff.Own;

/// <summary>What an authenticator app needs.</summary>
/// <param name="Key">In groups of four, to type by hand.</param>
/// <param name="Address">The <c>otpauth:</c> address the QR code holds.</param>
public sealed record AuthenticatorSetUp(string Key, string Address);

/// <summary>A code of an authenticator app beside the password, and printed codes for the day the phone is lost.</summary>
internal sealed class OwnTwoFactor(OwnAccount own, StaffUserManager users, UsedCodes usedCodes)
{
    private const string Issuer = "Mabarra";
    private const int RecoveryCodes = 10;

    /// <summary>Makes the key the app is given. The old one, if any, works until the new one is confirmed by a code.</summary>
    public async Task StartAsync(ClaimsPrincipal who, string? password)
    {
        var user = await own.FindAsync(who);
        if (user.TwoFactorEnabled)
            throw new RuleViolation("account.twofactor.already");
        await own.ConfirmAsync(user, password, "Password");
        await own.SaveAsync(user, SecurityActions.AuthenticatorMade, null, () => users.ResetAuthenticatorKeyAsync(user));
        await own.KeepThisSignInAsync(user);
    }

    /// <summary>Null when the first step was not taken.</summary>
    public async Task<AuthenticatorSetUp?> ReadAsync(ClaimsPrincipal who)
    {
        var user = await own.FindAsync(who);
        if (user.TwoFactorEnabled || await users.GetAuthenticatorKeyAsync(user) is not { } key)
            return null;
        var account = Uri.EscapeDataString($"{Issuer}:{user.UserName}");
        return new AuthenticatorSetUp(string.Join(' ', key.Chunk(4).Select(c => new string(c))), $"otpauth://totp/{account}?secret={key}&issuer={Issuer}&digits=6");
    }

    /// <summary>Switches it on once the app shows the right code.</summary>
    /// <returns>The recovery codes: shown this once.</returns>
    public async Task<IReadOnlyList<string>> EnableAsync(ClaimsPrincipal who, string? code)
    {
        var user = await own.FindAsync(who);
        var digits = OneTimeCode.Digits(code);
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, digits) || !usedCodes.Take(user.Id, digits))
            throw new RuleViolation("account.twofactor.code", "Code");
        var codes = await MakeCodesAsync(user);
        await own.SaveAsync(user, SecurityActions.TwoFactorOn, null, () => users.SetTwoFactorEnabledAsync(user, true));
        await own.KeepThisSignInAsync(user);
        return codes;
    }

    public async Task DisableAsync(ClaimsPrincipal who, string? password)
    {
        var user = await own.FindAsync(who);
        await own.ConfirmAsync(user, password, "Password");
        await own.SaveAsync(user, SecurityActions.TwoFactorOff, null, () => users.SetTwoFactorEnabledAsync(user, false));
        await own.KeepThisSignInAsync(user);
    }

    /// <summary>New recovery codes; the old ones stop working.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(ClaimsPrincipal who, string? password)
    {
        var user = await own.FindAsync(who);
        if (!user.TwoFactorEnabled)
            throw new RuleViolation("account.twofactor.notyet");
        await own.ConfirmAsync(user, password, "Password");
        return await MakeCodesAsync(user);
    }

    private async Task<IReadOnlyList<string>> MakeCodesAsync(StaffUser user)
    {
        IReadOnlyList<string> codes = [];
        await own.SaveAsync(user, SecurityActions.RecoveryCodesMade, null, async () =>
        {
            codes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []];
            return codes.Count > 0 ? Microsoft.AspNetCore.Identity.IdentityResult.Success : Microsoft.AspNetCore.Identity.IdentityResult.Failed();
        });
        return codes;
    }
}
