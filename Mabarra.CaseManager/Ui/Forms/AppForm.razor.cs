using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Ui;

/// <summary>A form: runs its save once at a time, shows broken rules beside the fields, and focuses the first wrong one.</summary>
public sealed partial class AppForm
{
    private FormErrors? _watched;

    [Parameter] public FormErrors Errors { get; set; } = new();

    /// <summary>Runs on submit. The page puts its act inside <see cref="FormErrors.TryAsync"/>.</summary>
    [Parameter] public EventCallback OnSave { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Parameter] public string? Class { get; set; }

    [Parameter] public string Id { get; set; } = ElementIds.Next("form");

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? More { get; set; }

    /// <summary>True while the save runs; submit buttons inside show it.</summary>
    public bool Busy { get; private set; }

    internal event EventHandler? BusyChanged;

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_watched, Errors))
            return;
        if (_watched is not null)
            _watched.Changed -= Refresh;
        _watched = Errors;
        _watched.Changed += Refresh;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!Errors.FocusWanted || Busy)
            return;
        Errors.FocusWanted = false;
        await Script.FocusFirstInvalidAsync(Id);
    }

    private async Task SubmitAsync()
    {
        if (Busy)
            return;
        SetBusy(true);
        try
        {
            await OnSave.InvokeAsync();
        }
        catch (RuleViolation e) when (e.IsStorageTrouble)
        {
            Notice.Show(e);
        }
        finally
        {
            SetBusy(false);
        }
    }

    private void SetBusy(bool busy)
    {
        Busy = busy;
        BusyChanged?.Invoke(this, EventArgs.Empty);
    }

    private void Refresh(object? sender, EventArgs e) => _ = InvokeAsync(StateHasChanged);

    public void Dispose()
    {
        if (_watched is not null)
            _watched.Changed -= Refresh;
    }
}
