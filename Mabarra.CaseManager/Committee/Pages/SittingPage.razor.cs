using Mabarra.CaseManager.Committee.Components;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Committee.Pages;

/// <summary>One sitting: its agenda before, the room while it is held, what came of it afterwards. Everybody in it sees the same at the same moment.</summary>
public sealed partial class SittingPage
{
    private readonly SemaphoreSlim _oneLoad = new(1, 1);
    private readonly FormErrors _errors = new();
    private SittingView? _view;
    private SittingDraft? _draft;

    [Parameter] public Guid Id { get; set; }

    [Inject] private SittingQueries Sittings { get; set; } = null!;

    [Inject] private SittingService Acts { get; set; } = null!;

    [Inject] private RoomService Room { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private Confirm Confirm { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private RuleTexts Rules { get; set; } = null!;

    [Inject] private IStringLocalizer<ReviewText> T { get; set; } = null!;

    protected override void OnInitialized() =>
        Watch(typeof(Sitting), typeof(AgendaItem), typeof(MemberVote), typeof(Attendance), typeof(Stay), typeof(Recusal));

    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Sitting.Id == Id)
            return;
        // Nothing of the sitting shown before may stay while the next one is checked (A5).
        (_view, _draft) = (null, null);
        await LoadAsync();
    }

    protected override async Task LoadAsync()
    {
        await _oneLoad.WaitAsync(Left);
        try
        {
            _view = await Sittings.OpenAsync(await Actor.ActAsync(), Id, Left);
            if (_view is null)
                Navigation.NotFound();
        }
        finally
        {
            _oneLoad.Release();
        }
    }

    private async Task<bool> RunAsync(FormErrors errors, Func<Act, Task> act, string? why = null)
    {
        var done = await errors.TryAsync(async () => await act(await Actor.ActAsync(why)));
        await LoadAsync();
        StateHasChanged();
        return done;
    }

    private void Edit() => _draft = _draft is null ? SittingDraft.Of(_view!.Sitting) : null;

    private async Task SaveAsync()
    {
        if (await RunAsync(_errors, act => Acts.MoveAsync(act, Id, _draft!.ToForm(), Left)))
            _draft = null;
    }

    private Task<bool> InviteAsync() => RunAsync(_errors, act => Acts.InviteAsync(act, Id, Left));

    private Task<bool> EndAsync() => RunAsync(_errors, act => Room.EndAsync(act, Id, Left));

    /// <summary>Without its quorum it cannot be opened; the chair is asked whether it is put off.</summary>
    private async Task OpenAsync()
    {
        if (_view!.Sitting.HasQuorum(_view.Rule))
        {
            await RunAsync(_errors, act => Room.OpenAsync(act, Id, Left));
            return;
        }
        var answer = await Confirm.AskAsync(new Question
        {
            Title = T["adjourn.title"],
            Text = T["adjourn.text", _view.Sitting.VotersIn, _view.Sitting.Needed(_view.Rule)],
            Action = T["adjourn.do"],
            ReasonLabel = T["adjourn.reason"],
        });
        if (answer.Yes)
            await RunAsync(_errors, act => Room.AdjournAsync(act, Id, answer.Reason, Left));
    }

    private async Task CancelAsync()
    {
        var answer = await Confirm.AskAsync(new Question { Title = T["sitting.cancel"], Text = T["sitting.cancel.text"], Action = T["sitting.cancel"], Danger = true, ReasonLabel = T["sitting.why"] });
        if (answer.Yes)
            await RunAsync(_errors, act => Acts.CancelAsync(act, Id, answer.Reason, Left));
    }

    protected override bool IsRead => _view is not null;

    protected override void Leave() => _oneLoad.Dispose();
}
