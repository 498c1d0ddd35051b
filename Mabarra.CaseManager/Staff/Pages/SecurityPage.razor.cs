using Mabarra.CaseManager.Staff.Own;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Staff.Pages;

/// <summary>One's own account: password, second factor, passkeys, and ending every sign-in.</summary>
public sealed partial class SecurityPage
{
    private bool isTwoFactor;
    private IReadOnlyList<PasskeyRow> passkeys = [];

    [Inject] private OwnAccount Own { get; set; } = null!;

    [Inject] private OwnPassword OwnPassword { get; set; } = null!;

    [Inject] private OwnPasskeys Passkeys { get; set; } = null!;

    [Inject] private RuleTexts Rules { get; set; } = null!;

    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromQuery] private string? Wrong { get; set; }

    [SupplyParameterFromForm] private PasswordForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new PasswordForm();
        isTwoFactor = (await Own.FindAsync(Http.User)).TwoFactorEnabled;
        passkeys = await Passkeys.ReadAsync(Http.User);
    }

    private async Task ChangePasswordAsync()
    {
        var change = new PasswordChange { Current = Form!.Current, Password = Form.Password, Again = Form.Again };
        if (await Errors.TryAsync(() => OwnPassword.ChangeAsync(Http.User, change)))
            Nav.NavigateTo(StaffLinks.Security + "?done=password");
    }

    private sealed class PasswordForm
    {
        public string? Current { get; set; }

        public string? Password { get; set; }

        public string? Again { get; set; }
    }
}
