using Mabarra.CaseManager.Staff.Own;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Mabarra.CaseManager.Staff.Confirming;

/// <summary>
/// Runs an act that asks for a fresh confirmation (A14): only when the sign-in is too old, a dialog over the page asks for the password, and the act goes on.
/// The page stays as it is, so nothing typed is lost.
/// </summary>
public sealed class SamePerson(
    IDialogService dialogs, IStringLocalizer<StaffText> words, IServiceScopeFactory scopes, AuthenticationStateProvider authentication)
{
    /// <param name="act">Makes its <see cref="Act"/> anew each time it is run.</param>
    /// <exception cref="NotConfirmed">The person closed the dialog.</exception>
    public async Task RunAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (NotConfirmed)
        {
            if (!await AskAsync())
                throw;
            await act();
        }
    }

    /// <exception cref="RuleViolation">It is not the account's password, or the account is locked.</exception>
    internal async Task ConfirmAsync(string? password)
    {
        var who = (await authentication.GetAuthenticationStateAsync()).User;
        // A circuit lives for hours: the account is read in a scope of its own.
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OwnAccount>().ConfirmAgainAsync(who, password);
    }

    private async Task<bool> AskAsync()
    {
        var options = new DialogOptions { CloseOnEscapeKey = true, MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, BackdropClick = false };
        var dialog = await dialogs.ShowAsync<SamePersonDialog>(words["confirm.title"], options);
        return await dialog.Result is { Canceled: false };
    }
}
