using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake.Components;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Intake.Pages;

/// <summary>The desk at a glance, the same for everybody at the same moment: what somebody else does shows here without a reload.</summary>
public sealed partial class BoardPage : IListFilters, IDisposable
{
    /// <summary>However much happens, the board is read no more often than this.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<BoardColumn>? _columns;
    private Throttle? _throttle;
    private IDisposable? _watch;
    private int _toTell;
    private int _reading;
    private readonly PickedRequests _picked = new();
    private bool _choosing;

    [SupplyParameterFromQuery(Name = RequestFilter.ServiceName)] public string? Service { get; set; }

    [SupplyParameterFromQuery(Name = RequestFilter.CategoryName)] public string? Category { get; set; }

    [SupplyParameterFromQuery(Name = RequestFilter.OfficerName)] public string? Officer { get; set; }

    [SupplyParameterFromQuery(Name = RequestFilter.ChannelName)] public string? Channel { get; set; }

    private Dictionary<string, string> Active => new (string Name, string? Value)[]
    {
        (RequestFilter.ServiceName, Service), (RequestFilter.CategoryName, Category), (RequestFilter.OfficerName, Officer), (RequestFilter.ChannelName, Channel),
    }.Where(f => !string.IsNullOrEmpty(f.Value)).ToDictionary(f => f.Name, f => f.Value!, StringComparer.Ordinal);

    public string? Filter(string name) => Active.GetValueOrDefault(name);

    public void Offer(string name)
    {
        // The board's filters are the four above; nothing has to be remembered to clear them.
    }

    public Task FilterAsync(string name, string? value)
    {
        Nav.NavigateTo(Nav.GetUriWithQueryParameter(name, value), replace: true);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _watch?.Dispose();
        _throttle?.Dispose();
        _left.Cancel();
        _left.Dispose();
    }

    protected override void OnInitialized()
    {
        _throttle = new Throttle(Clock, Gap, () => _ = InvokeAsync(RefreshAsync));
        _watch = Live.Watch(_throttle.Ask, typeof(ServiceRequest), typeof(DueNotice), typeof(Holiday));
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task RefreshAsync()
    {
        if (_left.IsCancellationRequested)
            return;
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        var mine = ++_reading;
        var act = await Actor.ActAsync();
        var columns = await Board.ReadAsync(act, Active, _left.Token);
        var toTell = await Notices.CountAsync(act, _left.Token);
        // A newer question overtook this one.
        if (mine == _reading)
            (_columns, _toTell) = (columns, toTell);
    }

    private void Clear() => Nav.NavigateTo(RequestLinks.Board, replace: true);
}
