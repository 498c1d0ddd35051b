using Mabarra.CaseManager.Intake.Components;

namespace Mabarra.CaseManager.Intake.Pages;

/// <summary>The reception desk (أ-١, ت-١): live for every clerk, and never more cards than a page holds.</summary>
public sealed partial class ReceptionPage
{
    private const int CardsAtOnce = 20;

    /// <summary>Waiting times are told in minutes.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _gone = new();
    private QueueView? _queue;
    private LeftOpen? _left;
    private VisitHistory? _history;
    private DateTime _now;
    private DateOnly _day;
    private int _take = CardsAtOnce;
    private int _questions;
    private bool _mayEdit;
    private IDisposable? _watch;
    private ITimer? _timer;

    protected override async Task OnInitializedAsync()
    {
        _watch = Live.Watch(() => _ = InvokeAsync(RefreshAsync), typeof(Visit));
        _timer = Clock.CreateTimer(_ => _ = InvokeAsync(TickAsync), null, Tick, Tick);
        _mayEdit = (await Actor.ActAsync()).Actor.May(IntakeModule.EditPermission);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var act = await Actor.ActAsync();
        (_now, _day) = (act.At, act.On);
        var queue = await Reception.NowAsync(act, _take, _gone.Token);
        _left = await Reception.LeftOpenAsync(act, _gone.Token);
        _questions = (await Visits.QuestionsAsync(act, new PageQuery { Size = 1 }, _gone.Token)).ApproximateTotal ?? 0;
        _queue = queue;
    }

    /// <summary>After an act here, and when a colleague registered, called or ended a visit.</summary>
    private async Task RefreshAsync()
    {
        if (_gone.IsCancellationRequested)
            return;
        try
        {
            await LoadAsync();
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            return; // The page was left meanwhile.
        }
        StateHasChanged();
        if (_history is not null)
            await _history.RefreshAsync();
    }

    /// <summary>The minutes move; at midnight in Riyadh a new day's queue begins.</summary>
    private async Task TickAsync()
    {
        _now = Clock.Now;
        if (_day != Clock.Today)
            await RefreshAsync();
        else
            StateHasChanged();
    }

    private Task MoreAsync()
    {
        _take += CardsAtOnce;
        return RefreshAsync();
    }

    public void Dispose()
    {
        _watch?.Dispose();
        _timer?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }
}
