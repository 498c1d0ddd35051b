using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;

namespace Mabarra.CaseManager.Ui;

/// <summary>Stands round a page's body: a defect shows a number to quote instead of a dead page, and going elsewhere recovers.</summary>
public sealed class PageErrorBoundary : ErrorBoundaryBase, IDisposable
{
    private string _errorId = "";

    [Inject] public required NavigationManager Nav { get; set; }

    [Inject] public required ILogger<PageErrorBoundary> Log { get; set; }

    protected override void OnInitialized() => Nav.LocationChanged += OnLocationChanged;

    protected override Task OnErrorAsync(Exception exception)
    {
        if (exception is AccessDenied denied)
        {
            Log.LogWarning("Refused: {Permission}", denied.Permission);
            return denied.Written;
        }
        if (exception is RuleViolation { IsStorageTrouble: true })
            return Task.CompletedTask;
        _errorId = RandomNumberGenerator.GetInt32(100_000, 1_000_000).ToString(CultureInfo.InvariantCulture);
        Log.LogError(exception, "Page error {ErrorId}", _errorId);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }
        builder.OpenComponent<PageError>(1);
        builder.AddComponentParameter(2, nameof(PageError.ErrorId), _errorId);
        builder.AddComponentParameter(3, nameof(PageError.Denied), CurrentException is AccessDenied);
        builder.AddComponentParameter(4, nameof(PageError.Again), EventCallback.Factory.Create(this, Recover));
        builder.AddComponentParameter(5, nameof(PageError.Trouble), CurrentException is RuleViolation { IsStorageTrouble: true } trouble ? trouble.Breaches[0] : null);
        builder.CloseComponent();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(Recover);

    public void Dispose() => Nav.LocationChanged -= OnLocationChanged;
}
