using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Intake.Life;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Intake.Pages;

/// <summary>What is kept while a new request is typed.</summary>
public sealed class NewRequestDraft
{
    /// <summary>The submission's own key: whatever is clicked twice or sent again makes one request (C6).</summary>
    public Guid Key { get; set; } = Guid.NewGuid();

    public Guid? BeneficiaryId { get; set; }

    public Guid? ServiceTypeId { get; set; }

    public string? Description { get; set; }

    public string? RequestedAmount { get; set; }

    public string? OverrideReason { get; set; }
}

/// <summary>A new request: for whom, which service, what is asked.</summary>
public sealed partial class NewRequestPage
{
    private const string ServiceId = "new-service";
    private const string FinderId = "new-finder";

    private readonly FormErrors _errors = new();
    private NewRequestDraft _form = new();
    private DraftKeeper<NewRequestDraft>? _keeper;
    private BeneficiaryHit? _beneficiary;
    private IReadOnlyList<Choice<Guid?>> _services = [];
    private RequestSource? _source;
    private bool _isForOthers;

    [SupplyParameterFromQuery] public Guid? Beneficiary { get; set; }

    [SupplyParameterFromQuery] public Guid? Visit { get; set; }

    /// <summary>The request this one repeats or is copied from.</summary>
    [SupplyParameterFromQuery] public Guid? Source { get; set; }

    [Inject] private RequestService Requests { get; set; } = null!;

    [Inject] private RequestQueries Queries { get; set; } = null!;

    [Inject] private ServiceTypeQueries Services { get; set; } = null!;

    [Inject] private BeneficiaryQueries Beneficiaries { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private UiScript Script { get; set; } = null!;

    [Inject] private IStringLocalizer<IntakeText> T { get; set; } = null!;

    [Inject] private IStringLocalizer<LifeText> L { get; set; } = null!;

    private string DraftKey => (Source ?? Beneficiary) is { } id ? $"intake/request/new/{id:N}" : "intake/request/new";

    protected override async Task OnParametersSetAsync()
    {
        _services = [.. (await Services.ActiveAsync(CancellationToken.None)).Select(s => new Choice<Guid?>(s.Id, s.Name))];
        if (Source is { } id && _source?.Id != id)
            await BeginFromAsync(id);
        await ChooseAsync(Beneficiary ?? _form.BeneficiaryId);
    }

    /// <summary>The clerk begins where the first answer is wanted. After the heading had the focus, which every page gives it first.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await Task.Yield();
        await Script.FocusAsync(_beneficiary is null ? FinderId : ServiceId);
    }

    /// <summary>What the other request asked for stands there already, and may be changed.</summary>
    private async Task BeginFromAsync(Guid id)
    {
        _source = await Queries.SourceAsync(await Actor.ActAsync(), id, CancellationToken.None);
        if (_source is null)
            return;
        (_form.ServiceTypeId, _form.Description) = (_source.ServiceTypeId, _source.Description);
        _form.RequestedAmount = _source.RequestedAmount?.ToString();
    }

    private async Task RestoreAsync(NewRequestDraft draft)
    {
        _form = draft;
        await ChooseAsync(Beneficiary ?? draft.BeneficiaryId);
    }

    private async Task ChooseAsync(Guid? id)
    {
        _beneficiary = id is { } chosen ? await Beneficiaries.HitAsync(await Actor.ActAsync(), chosen, CancellationToken.None) : null;
        _form.BeneficiaryId = _beneficiary?.Id;
        await CompareAsync();
    }

    private async Task PickAsync(BeneficiaryHit hit)
    {
        (_beneficiary, _form.BeneficiaryId) = (hit, hit.Id);
        await CompareAsync();
        await Task.Yield();
        await Script.FocusAsync(ServiceId);
    }

    private void ForgetAsync() => (_beneficiary, _form.BeneficiaryId, _isForOthers) = (null, null, false);

    private Task ChooseServiceAsync(Guid? service)
    {
        _form.ServiceTypeId = service;
        return CompareAsync();
    }

    /// <summary>That a reason is needed is told when it is known, not only when the request is refused.</summary>
    private async Task CompareAsync() => _isForOthers = _beneficiary is not null && _form.ServiceTypeId is { } service
        && !await Services.IsForAsync(await Actor.ActAsync(), service, _beneficiary.Id, CancellationToken.None);

    private async Task SaveAsync()
    {
        var id = Guid.Empty;
        var done = await _errors.TryAsync(async () => id = await Requests.OpenAsync(await Actor.ActAsync(), _form.Key, new NewRequest
        {
            BeneficiaryId = _form.BeneficiaryId ?? Guid.Empty,
            ServiceTypeId = _form.ServiceTypeId ?? Guid.Empty,
            VisitId = Visit,
            Description = _form.Description,
            RequestedAmount = _form.RequestedAmount,
            OverrideReason = _form.OverrideReason,
            SourceRequestId = _source?.Id,
        }));
        if (!done)
            return;
        if (_keeper is not null)
            await _keeper.ClearAsync();
        Navigation.NavigateTo(RequestLinks.Open(id), new NavigationOptions { HistoryEntryState = RequestPage.Begun });
    }
}
