using Mabarra.CaseManager.Committee.Components;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Committee.Pages;

/// <summary>One committee: who sits in it, by which decision, and when it has its quorum.</summary>
public sealed partial class CommitteePage
{
    private readonly FormErrors _errors = new();
    private readonly FormErrors _acts = new();
    private CommitteeDetail? _detail;
    private CommitteeDraft? _draft;
    private IReadOnlyList<Choice<string>> _services = [];
    private bool _stale;

    [Parameter] public Guid Id { get; set; }

    [Inject] private CommitteeQueries Committees { get; set; } = null!;

    [Inject] private CommitteeService Acts { get; set; } = null!;

    [Inject] private ServiceTypeQueries Services { get; set; } = null!;

    [Inject] private DocumentService Documents { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private RuleTexts Rules { get; set; } = null!;

    [Inject] private IStringLocalizer<CommitteeText> T { get; set; } = null!;

    private string State => _detail!.Committee.CanSit(_detail.Today) ? "state.sits" : _detail.Committee.IsActive ? "state.incomplete" : "state.inactive";

    protected override async Task OnParametersSetAsync()
    {
        if (_detail?.Committee.Id == Id)
            return;
        // Nothing of the committee shown before may stay while the next one is checked (A5).
        (_detail, _draft) = (null, null);
        _services = [.. (await Services.ActiveAsync(CancellationToken.None)).Select(s => new Choice<string>(s.Code, s.Name))];
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _stale = false;
        _detail = await Committees.OpenAsync(await Actor.ActAsync(), Id, CancellationToken.None);
        if (_detail is null)
            Navigation.NotFound();
    }

    private void Edit()
    {
        _errors.Clear();
        _draft = _draft is null ? CommitteeDraft.Of(_detail!.Committee) : null;
    }

    private async Task SaveAsync()
    {
        if (!await RunAsync(_errors, (act, version) => Acts.ChangeAsync(act, Id, version, _draft!.ToForm())))
            return;
        _draft = null;
        await LoadAsync();
    }

    private async Task SwitchAsync()
    {
        if (await RunAsync(_acts, (act, version) => Acts.SetActiveAsync(act, Id, version, !_detail!.Committee.IsActive)))
            await LoadAsync();
    }

    private async Task<bool> RunAsync(FormErrors errors, Func<Act, Guid, Task> act)
    {
        _stale = false;
        try
        {
            return await errors.TryAsync(async () => await act(await Actor.ActAsync(), _detail!.Committee.Version));
        }
        catch (StaleRecord)
        {
            _stale = true;
            return false;
        }
    }

    private async Task StoreAsync(PickedFile file, CancellationToken cancel) =>
        _draft!.DocumentId = await Documents.StoreAsync(await Actor.ActAsync(), new NewDocument
        {
            Key = Guid.NewGuid(),
            OwnerId = Id,
            OwnerType = nameof(StandingCommittee),
            FileName = file.Name,
            Sensitivity = Sensitivity.Normal,
        }, file.Read(cancel), cancel: cancel);
}
