using Mabarra.CaseManager.Committee.Components;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Committee.Pages;

/// <summary>The review board: every request on its way to the committee and back, the nearest reply date first; what somebody else moves, moves here too.</summary>
public sealed partial class ReviewBoardPage : IListFilters, IDisposable
{
    /// <summary>However much happens, the board is read no more often than this.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(2);

    private static readonly ReviewLane[] Lanes = Enum.GetValues<ReviewLane>();

    private readonly CancellationTokenSource _left = new();
    private readonly FormErrors _errors = new();
    private readonly Dictionary<ReviewLane, ReviewLaneView> _views = [];
    private IReadOnlyList<Choice<string>> _services = [];
    private IReadOnlyList<Choice<string>> _officers = [];
    private ReviewHead? _head;
    private ReviewCard? _dragged;
    private Throttle? _throttle;
    private IDisposable? _watch;
    private Guid _sitting;
    private string? _said;

    [SupplyParameterFromQuery(Name = RequestFilter.ServiceName)] public string? Service { get; set; }

    [SupplyParameterFromQuery(Name = RequestFilter.OfficerName)] public string? Officer { get; set; }

    private RequestFilter CurrentFilter => RequestFilter.Of(Filter);

    public string? Filter(string name) => name switch
    {
        RequestFilter.ServiceName => string.IsNullOrEmpty(Service) ? null : Service,
        RequestFilter.OfficerName => string.IsNullOrEmpty(Officer) ? null : Officer,
        _ => null,
    };

    public void Offer(string name)
    {
        // The board's filters are the two above.
    }

    public Task FilterAsync(string name, string? value)
    {
        Nav.NavigateTo(Nav.GetUriWithQueryParameter(name, value), replace: true);
        return Task.CompletedTask;
    }

    protected override async Task OnInitializedAsync()
    {
        _throttle = new Throttle(Clock, Gap, () => _ = InvokeAsync(RefreshAsync));
        _watch = Live.Watch(_throttle.Ask, typeof(ServiceRequest), typeof(Sitting), typeof(AgendaItem));
        await ReadHeadAsync();
    }

    private async Task ReadHeadAsync()
    {
        _head = await Board.HeadAsync(await Actor.ActAsync(), _left.Token);
        _services = [.. _head.Services.Select(s => new Choice<string>(s.Code, s.Name))];
        _officers = [.. _head.Officers.Select(o => new Choice<string>(o.Id.ToString("D"), o.Name))];
        if (_head.Sittings.All(s => s.Id != _sitting))
            _sitting = _head.Sittings is [var nearest, ..] ? nearest.Id : Guid.Empty;
    }

    private async Task RefreshAsync()
    {
        if (_left.IsCancellationRequested)
            return;
        await ReadHeadAsync();
        foreach (var view in _views.Values)
            await view.RefreshAsync();
        StateHasChanged();
    }

    /// <summary>Where this reader may move a card to: the same for the mouse and for the keyboard.</summary>
    private IReadOnlyList<ReviewLane> MovesOf(ReviewCard card) => (card.Lane ?? ReviewLane.Study) switch
    {
        _ when _head is null => [],
        ReviewLane.Study when _head.MayManage || _head.MayStudy => [ReviewLane.Ready],
        ReviewLane.Ready when _head.MayManage && _sitting != Guid.Empty => [ReviewLane.OnAgenda, ReviewLane.Study],
        ReviewLane.Ready when _head.MayManage || _head.MayStudy => [ReviewLane.Study],
        ReviewLane.OnAgenda when _head.MayManage => [ReviewLane.Ready],
        _ => [],
    };

    private async Task DropAsync(ReviewLane lane)
    {
        if (_dragged is not { } card || (card.Lane ?? ReviewLane.Study) == lane)
            return;
        _dragged = null;
        await MoveAsync((card, lane));
    }

    private async Task MoveAsync((ReviewCard Card, ReviewLane To) move)
    {
        _said = null;
        var done = await _errors.TryAsync(async () => await MoveAsync(move.Card, move.To));
        await RefreshAsync();
        if (done)
            _said = T["board.moved", move.Card.Number, T[$"lane.{move.To}"].Value];
    }

    private async Task MoveAsync(ReviewCard card, ReviewLane to)
    {
        var act = await Actor.ActAsync();
        await ((card.Lane ?? ReviewLane.Study, to) switch
        {
            (ReviewLane.Study, ReviewLane.Ready) => Review.ReadyAsync(act, card.Id, _left.Token),
            (ReviewLane.Ready, ReviewLane.Study) => Review.ReturnAsync(act, card.Id, _left.Token),
            (ReviewLane.Ready, ReviewLane.OnAgenda) when _sitting == Guid.Empty => throw new RuleViolation("committees.board.nositting"),
            (ReviewLane.Ready, ReviewLane.OnAgenda) => Sittings.ListAsync(act, _sitting, card.Id, _left.Token),
            (ReviewLane.OnAgenda, ReviewLane.Ready) when card.SittingId is { } sitting => Sittings.UnlistAsync(act, sitting, card.Id, _left.Token),
            _ => throw new RuleViolation("committees.board.notthere"),
        });
    }

    public void Dispose()
    {
        _watch?.Dispose();
        _throttle?.Dispose();
        _left.Cancel();
        _left.Dispose();
    }
}
