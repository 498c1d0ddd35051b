using Mabarra.CaseManager.Committee.Components;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Committee.Pages;

/// <summary>The association's committees; a member sees those he sits in.</summary>
public sealed partial class CommitteesPage
{
    private readonly FormErrors _errors = new();
    private readonly CommitteeDraft _draft = new();
    private readonly Guid _key = Guid.NewGuid();
    private IReadOnlyList<CommitteeRow>? _rows;
    private bool _adding;
    private bool _mayAdd;

    [Inject] private CommitteeQueries Committees { get; set; } = null!;

    [Inject] private CommitteeService Acts { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IStringLocalizer<CommitteeText> T { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Watch(typeof(StandingCommittee), typeof(CommitteeMember));
        await LoadAsync();
    }

    protected override async Task LoadAsync()
    {
        var act = await Actor.ActAsync();
        _mayAdd = act.Actor.ReachOf(CommitteeModule.EditPermission) == Reach.All;
        _rows = await Committees.AllAsync(act, Left);
    }

    private async Task AddAsync()
    {
        var id = Guid.Empty;
        if (await _errors.TryAsync(async () => id = await Acts.AddAsync(await Actor.ActAsync(), _key, _draft.ToForm(), Left)))
            Navigation.NavigateTo(CommitteeLinks.Open(id));
    }

    private static string State(CommitteeRow row) => row.CanSit ? "state.sits" : row.IsActive ? "state.incomplete" : "state.inactive";

    protected override bool IsRead => _rows is not null;
}
