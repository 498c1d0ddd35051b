using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Data;

/// <summary>A page as new as the database: it reads again after every committed change of the kinds it watches, until it is left.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private IDisposable? watch;

    protected LivePage() => Left = gone.Token;

    [Inject] private LiveChanges Live { get; set; } = null!;

    /// <summary>Cancelled when the page is left; everything it asks for takes it.</summary>
    protected CancellationToken Left { get; }

    /// <summary>Nothing is read again before it was read the first time, by whoever opened the page.</summary>
    protected abstract bool IsRead { get; }

    protected abstract Task LoadAsync();

    /// <summary>From now on; asked again, it stays as it is.</summary>
    protected void Watch(params IReadOnlyCollection<Type> kinds) => watch ??= Live.Watch(Refresh, kinds);

    private void Refresh() => _ = InvokeAsync(async () =>
    {
        if (Left.IsCancellationRequested || !IsRead)
            return;
        try
        {
            await LoadAsync();
            StateHasChanged();
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException && Left.IsCancellationRequested)
        {
            // The page was left meanwhile.
        }
    });

    public void Dispose()
    {
        watch?.Dispose();
        gone.Cancel();
        gone.Dispose();
        Leave();
        GC.SuppressFinalize(this);
    }

    /// <summary>What a page must let go of besides.</summary>
    protected virtual void Leave()
    {
    }
}
