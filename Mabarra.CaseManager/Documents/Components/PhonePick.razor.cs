using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Documents;

/// <summary>Shows the code, waits for the photos, and says that they are there; also those that came while the page was away.</summary>
public sealed partial class PhonePick : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private PhoneTicket? _ticket;
    private PhoneArrival? _arrival;
    private string? _address;
    private IDisposable? _watch;
    private ITimer? _end;
    private bool _isOver;

    [Parameter, EditorRequired] public PhonePaper Paper { get; set; } = null!;

    /// <summary>It came, and is kept with the record.</summary>
    [Parameter] public EventCallback<PhoneArrival> Received { get; set; }

    [Inject] private PhoneUploadService Uploads { get; set; } = null!;

    [Inject] private PhoneQueries Arrivals { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private LiveChanges Live { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IOptions<DocumentOptions> Options { get; set; } = null!;

    [Inject] private IStringLocalizer<DocumentsText> T { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _watch = Live.Watch(() => _ = InvokeAsync(LookAsync), typeof(StoredDocument));
        _end = Clock.CreateTimer(_ => _ = InvokeAsync(End), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await LookAsync();
    }

    private async Task OpenAsync()
    {
        _ticket = await Uploads.OpenAsync(await Actor.ActAsync(), Paper, _gone.Token);
        _address = Options.Value.Reachable(Navigation.BaseUri, DocumentLinks.Phone(_ticket.Code)).ToString();
        (_arrival, _isOver) = (null, false);
        _end?.Change(PhoneUploadService.GoodFor, Timeout.InfiniteTimeSpan);
    }

    private async Task CloseAsync()
    {
        _ticket = null;
        await Uploads.CloseAsync(await Actor.ActAsync(), Paper, _gone.Token);
    }

    private void End()
    {
        _isOver = _ticket is not null;
        StateHasChanged();
    }

    private async Task LookAsync()
    {
        if (_gone.IsCancellationRequested)
            return;
        try
        {
            var latest = await Arrivals.LatestAsync(await Actor.ActAsync(), Paper.OwnerType, Paper.OwnerId, Paper.Slot, _gone.Token);
            // What came before this code was opened is not what is waited for.
            if (latest is null || latest == _arrival || latest.At < _ticket?.ExpiresAt - PhoneUploadService.GoodFor)
                return;
            (_arrival, _ticket) = (latest, null);
            await Received.InvokeAsync(latest);
            StateHasChanged();
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The page was left meanwhile.
        }
        catch (AccessDenied denied)
        {
            // Out of reach meanwhile: nothing is shown.
            await denied.Written;
        }
    }

    public void Dispose()
    {
        _watch?.Dispose();
        _end?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }
}
