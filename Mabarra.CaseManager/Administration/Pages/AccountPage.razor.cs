using Mabarra.CaseManager.Administration.Accounts;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Staff.Confirming;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Mabarra.CaseManager.Administration.Pages;

/// <summary>One account: its facts, and the acts of an administrator upon it.</summary>
public sealed partial class AccountPage
{
    private readonly FormErrors _errors = new();
    private AccountDetail? _account;
    private string? _password;

    [Parameter] public Guid Id { get; set; }

    [Inject] private AccountQueries Accounts { get; set; } = null!;

    [Inject] private AccountService Service { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private SamePerson Person { get; set; } = null!;

    [Inject] private NavigationManager Nav { get; set; } = null!;

    [Inject] private Confirm Confirm { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private IStringLocalizer<AdministrationText> T { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (_account?.Row.Id != Id)
            (_password, _account) = (null, null);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _account = await Accounts.OpenAsync(await Actor.ActAsync(), Id, CancellationToken.None);
        if (_account is null)
            Nav.NotFound();
    }

    private Task SaveAsync() => RunAsync(async () => await Service.EditAsync(await Actor.ActAsync(), Id, _account!.Version, _account.Form));

    private async Task ResetPasswordAsync()
    {
        if ((await AskAsync("accounts.password.reset")).Yes)
            await RunAsync(async () => _password = (await Service.ResetPasswordAsync(await Actor.ActAsync(), Id)).FirstPassword);
    }

    private async Task ResetTwoFactorAsync()
    {
        if ((await AskAsync("accounts.twofactor.reset")).Yes)
            await RunAsync(async () => await Service.ResetTwoFactorAsync(await Actor.ActAsync(), Id));
    }

    private async Task SignOutAsync()
    {
        if ((await AskAsync("accounts.signout")).Yes)
            await RunAsync(async () => await Service.SignOutEverywhereAsync(await Actor.ActAsync(), Id));
    }

    private async Task DisableAsync()
    {
        var answer = await AskAsync("accounts.disable", T["accounts.why"]);
        if (answer.Yes)
            await RunAsync(async () => await Service.DisableAsync(await Actor.ActAsync(answer.Reason), Id));
    }

    private Task EnableAsync() => RunAsync(async () => await Service.EnableAsync(await Actor.ActAsync(), Id));

    private Task<Answer> AskAsync(string act, string? reason = null) => Confirm.AskAsync(new Question
    {
        Title = T[act],
        Text = T[act + ".ask", _account!.Row.FullName],
        Action = T[act],
        Danger = true,
        ReasonLabel = reason,
    });

    private async Task RunAsync(Func<Task> act)
    {
        if (!await _errors.TryAsync(() => Person.RunAsync(act)))
            return;
        Snackbar.Add(T["accounts.saved"], Severity.Success);
        await LoadAsync();
    }
}
