using Mabarra.CaseManager.Beneficiaries.Components;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Mabarra.CaseManager.Beneficiaries.Pages;

/// <summary>Changing a file. A stale save loses nothing typed: it says who changed what, and asks for a review before saving over it (C5).</summary>
public sealed partial class EditBeneficiaryPage
{
    private FormErrors _errors = new();
    private BeneficiaryEdit? _file;
    private BeneficiaryDraft _draft = new();
    private BeneficiaryForm? _saved;
    private bool _isStale;
    private DraftKeeper<BeneficiaryDraft> _keeper = null!;
    private BeneficiaryFields _fields = null!;
    private IReadOnlyList<CodeRow> _categories = [];

    [Parameter] public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_file?.Id == Id)
            return;
        // The same component may be given another file: nothing of the one before may stay (A5).
        (_file, _saved, _isStale, _errors) = (null, null, false, new FormErrors());
        var asked = Id;
        var file = await Beneficiaries.EditAsync(await Actor.ActAsync(), asked, CancellationToken.None);
        _categories = await Beneficiaries.CategoriesAsync(CancellationToken.None);
        if (asked != Id)
            return;
        if (file is null)
        {
            Nav.NotFound();
            return;
        }

        _draft = new BeneficiaryDraft { Version = file.Version, Form = file.Form };
        _file = file;
    }

    private async Task SaveAsync()
    {
        try
        {
            if (!await _errors.TryAsync(async () => await Service.ChangeAsync(await Actor.ActAsync(), Id, _draft.Version, _draft.Form)))
            {
                await _fields.LookAgainAsync();
                return;
            }
        }
        catch (StaleRecord)
        {
            (_isStale, _saved) = (true, null);
            return;
        }

        await _keeper.ClearAsync();
        Snackbar.Add(T["saved"], Severity.Success);
        Nav.NavigateTo(BeneficiaryLinks.Open(Id));
    }

    /// <summary>Takes over the version saved now; what was typed stays, and each difference is told under its field.</summary>
    private async Task ReviewAsync()
    {
        if (await Beneficiaries.EditAsync(await Actor.ActAsync(), Id, CancellationToken.None) is not { } now)
            return;
        _draft = _draft with { Version = now.Version };
        _saved = now.Form;
    }

    private async Task CancelAsync()
    {
        await _keeper.ClearAsync();
        Nav.NavigateTo(BeneficiaryLinks.Open(Id));
    }
}
