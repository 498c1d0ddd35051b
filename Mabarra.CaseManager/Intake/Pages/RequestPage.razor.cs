using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake.Components;
using Mabarra.CaseManager.Intake.Life;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Intake.Pages;

/// <summary>One request at the desk: what it needs, what is missing, and the gate to completeness (ت-٢ … ت-٦).</summary>
public sealed partial class RequestPage
{
    /// <summary>The page is opened by the clerk who has just begun the request, and goes on at once.</summary>
    internal const string Begun = "begun";

    private readonly SemaphoreSlim _oneLoad = new(1, 1);
    private RequestDetail? _detail;
    private string? _staleBy;
    private bool _mayEdit;
    private bool _mayExempt;
    private bool _mayRevoke;
    private bool _mayArchive;
    private bool _focusNext;

    [Parameter] public Guid Id { get; set; }

    [Inject] private RequestQueries Requests { get; set; } = null!;

    [Inject] private AuditQueries Trail { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private UiScript Script { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IStringLocalizer<IntakeText> T { get; set; } = null!;

    [Inject] private IStringLocalizer<LifeText> L { get; set; } = null!;

    protected override void OnInitialized() => Watch(typeof(ServiceRequest), typeof(Beneficiary), typeof(ServiceType));

    protected override async Task OnParametersSetAsync()
    {
        if (_detail?.Request.Id == Id)
            return;
        // Nothing of the record shown before may stay while the next one is checked (A5).
        (_detail, _staleBy) = (null, null);
        await LoadAsync();
        _focusNext = _mayEdit && string.Equals(Navigation.HistoryEntryState, Begun, StringComparison.Ordinal);
    }

    /// <summary>One after another: a slow read from before a save must not come in after the read from behind it.</summary>
    protected override async Task LoadAsync()
    {
        await _oneLoad.WaitAsync(Left);
        try
        {
            await ReadAsync();
        }
        finally
        {
            _oneLoad.Release();
        }
    }

    private async Task ReadAsync()
    {
        var act = await Actor.ActAsync();
        var detail = await Requests.OpenAsync(act, Id, Left);
        if (detail is null)
        {
            Navigation.NotFound();
            return;
        }

        var categories = detail.Beneficiary.Categories.Select(c => c.CategoryCode).ToList();
        _mayEdit = BeneficiaryAccess.Covers(act.Actor, IntakeModule.EditPermission, categories);
        _mayExempt = act.Actor.May(IntakeModule.ExemptPermission);
        _mayRevoke = act.Actor.May(detail.Request.RevokedCount == 0 ? IntakeModule.RevokePermission : IntakeModule.RevokeAgainPermission);
        _mayArchive = act.Actor.May(IntakeModule.ArchivePermission);
        _detail = detail;
    }

    private async Task<bool> RunAsync(FormErrors errors, Func<Act, Guid, Task> act, string? why = null)
    {
        _staleBy = null;
        try
        {
            var version = _detail!.Request.Version;
            var done = await errors.TryAsync(async () => await act(await Actor.ActAsync(why), version));
            if (done)
                await LoadAsync();
            _focusNext = done;
            return done;
        }
        catch (StaleRecord)
        {
            var last = await Trail.OfRecordAsync(Id, 1, Left);
            _staleBy = last is [var entry, ..] ? entry.ActorName : T["page.stale.someone"];
            await LoadAsync();
            return false;
        }
        finally
        {
            StateHasChanged();
        }
    }

    /// <summary>After an act the focus stands where the next one is: the whole of a visit goes without the mouse.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focusNext || _detail is not { } detail)
            return;
        _focusNext = false;
        // A new page gives its heading the focus first.
        await Task.Yield();
        await Script.FocusInAsync(detail switch
        {
            { Request.IsBeingTakenIn: false } => PapersPanel.Place,
            { Missing: [var first, ..] } => GatePanel.PlaceOf(first),
            _ => GatePanel.CompleteId,
        });
    }

    protected override bool IsRead => _detail is not null;

    protected override void Leave() => _oneLoad.Dispose();
}
