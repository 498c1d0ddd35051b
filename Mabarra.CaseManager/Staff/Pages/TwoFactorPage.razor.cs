using Mabarra.CaseManager.Staff.Own;
using Mabarra.CaseManager.Staff.Web;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Staff.Pages;

/// <summary>Switching the second factor on and off. Nothing is made by looking at the page; each step is a post.</summary>
public sealed partial class TwoFactorPage
{
    private bool isOn;
    private AuthenticatorSetUp? setUp;

    [Inject] private OwnAccount Own { get; set; } = null!;

    [Inject] private OwnTwoFactor TwoFactor { get; set; } = null!;

    [Inject] private OnceShown Once { get; set; } = null!;

    [SupplyParameterFromForm] private string? Password { get; set; }

    [SupplyParameterFromForm] private string? Code { get; set; }

    [SupplyParameterFromForm] private bool Off { get; set; }

    protected override async Task OnInitializedAsync()
    {
        isOn = (await Own.FindAsync(Http.User)).TwoFactorEnabled;
        setUp = await TwoFactor.ReadAsync(Http.User);
    }

    private async Task StartAsync()
    {
        if (await Errors.TryAsync(() => TwoFactor.StartAsync(Http.User, Password)))
            Nav.NavigateTo(StaffLinks.TwoFactor);
    }

    private async Task EnableAsync()
    {
        if (await Errors.TryAsync(async () => await ShowAsync(await TwoFactor.EnableAsync(Http.User, Code))))
            Nav.NavigateTo(StaffLinks.RecoveryCodes);
    }

    private async Task RenewAsync()
    {
        if (Off)
        {
            if (await Errors.TryAsync(() => TwoFactor.DisableAsync(Http.User, Password)))
                Nav.NavigateTo(StaffLinks.Security + "?done=twofactor-off");
        }
        else if (await Errors.TryAsync(async () => await ShowAsync(await TwoFactor.RenewCodesAsync(Http.User, Password))))
        {
            Nav.NavigateTo(StaffLinks.RecoveryCodes);
        }
    }

    private async Task ShowAsync(IReadOnlyList<string> codes) =>
        Once.Put(Http, (await Own.FindAsync(Http.User)).Id, string.Join(' ', codes));
}
