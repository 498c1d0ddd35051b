using System.Security.Claims;
using Mabarra.CaseManager.Staff.SignIn;

namespace Mabarra.CaseManager.Staff.Own;

/// <summary>A new password, typed twice.</summary>
public sealed record PasswordChange
{
    /// <summary>Not asked for when the first password is replaced.</summary>
    public string? Current { get; init; }

    public required string? Password { get; init; }

    public required string? Again { get; init; }
}

/// <summary>Changing one's own password; every other sign-in ends with it.</summary>
internal sealed class OwnPassword(OwnAccount own, StaffUserManager users)
{
    public async Task ChangeAsync(ClaimsPrincipal who, PasswordChange form)
    {
        var user = await own.FindAsync(who);
        Check(form, user);
        await own.ConfirmAsync(user, form.Current, nameof(form.Current));
        await own.SaveAsync(user, SecurityActions.PasswordChanged, nameof(form.Password), () => users.ChangePasswordAsync(user, form.Current!, form.Password!));
        await own.KeepThisSignInAsync(user);
    }

    /// <summary>Replaces the password an administrator made.</summary>
    public async Task ChooseFirstAsync(ClaimsPrincipal who, PasswordChange form)
    {
        var user = await own.FindAsync(who);
        if (!user.MustChangePassword)
            throw new RuleViolation("account.password.notfirst");
        Check(form, user);
        if (await users.CheckPasswordAsync(user, form.Password!))
            throw new RuleViolation("account.password.same", nameof(form.Password));
        user.MustChangePassword = false;
        var token = await users.GeneratePasswordResetTokenAsync(user);
        await own.SaveAsync(user, SecurityActions.FirstPasswordChosen, nameof(form.Password), () => users.ResetPasswordAsync(user, token, form.Password!));
        await own.KeepThisSignInAsync(user);
    }

    private static void Check(PasswordChange form, StaffUser user)
    {
        var check = new FieldChecks();
        if (PasswordRules.Refuse(form.Password, user.UserName) is { } refusal)
            check.Add(refusal, nameof(form.Password));
        check.That(string.Equals(form.Password, form.Again, StringComparison.Ordinal), "account.password.differs", nameof(form.Again));
        check.ThrowIfAny();
    }
}
