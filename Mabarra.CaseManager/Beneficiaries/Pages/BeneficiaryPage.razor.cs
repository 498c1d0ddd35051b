using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Mabarra.CaseManager.Beneficiaries.Pages;

/// <summary>A file: who she is, then everything kept with her, tab by tab.</summary>
public sealed partial class BeneficiaryPage
{
    private BeneficiaryDetail? _detail;
    private Actor? _who;
    private readonly FormErrors _errors = new();
    private bool _mayEdit;
    private bool _mayMerge;
    private int _months;
    private bool _mayOpenSensitive;
    private bool _needsReason;
    private bool _changesStatus;

    [Parameter] public Guid Id { get; set; }

    [Inject] private RuleTexts Rules { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (_detail?.Id == Id)
            return;
        // The same component may be given another file: nothing of the one before may stay (A5).
        (_detail, _who, _mayEdit, _changesStatus) = (null, null, false, false);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var asked = Id;
        var act = await Actor.ActAsync();
        var detail = await Beneficiaries.OpenAsync(act, asked, CancellationToken.None);
        if (asked != Id)
            return;
        if (detail is null)
        {
            Nav.NotFound();
            return;
        }
        _mayEdit = !detail.File.IsMerged && BeneficiaryAccess.Covers(act.Actor, BeneficiariesModule.EditPermission, detail.File.Categories.Select(c => c.CategoryCode));
        _mayMerge = BeneficiaryAccess.Covers(act.Actor, BeneficiariesModule.MergePermission, detail.File.Categories.Select(c => c.CategoryCode));
        _months = await Settings.OfAsync(Limits.DataReview);
        var reach = act.Actor.ReachOf(BeneficiariesModule.SensitivePermission);
        _needsReason = reach == Reach.Reason;
        _mayOpenSensitive = _needsReason || BeneficiaryAccess.Covers(act.Actor, BeneficiariesModule.SensitivePermission, detail.File.Categories.Select(c => c.CategoryCode));
        (_detail, _who) = (detail, act.Actor);
    }

    private async Task ReviewAsync()
    {
        if (await RunAsync(act => Upkeep.ReviewAsync(act, Id, _detail!.Version)))
            Snackbar.Add(Registry["review.done"], Severity.Success);
    }

    /// <summary>Runs an act on the file as it was read; afterwards the page shows what is saved now, whoever saved it.</summary>
    private async Task<bool> RunAsync(Func<Act, Task> act)
    {
        var done = false;
        try
        {
            done = await _errors.TryAsync(async () => await act(await Actor.ActAsync()));
        }
        catch (StaleRecord)
        {
            _errors.Set(new RuleViolation("registry.file.stale"));
        }
        await LoadAsync();
        return done;
    }

    private bool May(string permission) => _who?.May(permission) == true;
}
