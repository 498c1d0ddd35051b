namespace Mabarra.CaseManager.Staff;

/// <summary>Addresses of Staff's pages.</summary>
public static class StaffLinks
{
    public const string SignIn = "/sign-in";
    public const string Code = "/sign-in/code";
    public const string Recovery = "/sign-in/recovery";
    public const string SignOut = "/sign-out";
    public const string NotYours = "/not-yours";
    public const string Security = "/account/security";
    public const string TwoFactor = "/account/two-factor";
    public const string RecoveryCodes = "/account/recovery-codes";
    public const string FirstPassword = "/account/first-password";

    public const string Confirm = "/account/confirm";

    /// <summary>Asks for the password once more, then leads back.</summary>
    public static string ConfirmThen(string returnUrl) => $"{Confirm}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    public static string SignInThen(string? returnUrl) =>
        returnUrl is null or "/" ? SignIn : $"{SignIn}?returnUrl={Uri.EscapeDataString(returnUrl)}";
}
