using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Ui;

/// <summary>How loud a button is. One <see cref="Primary"/> a page.</summary>
public enum ButtonKind { Secondary, Primary, Quiet, Danger }

/// <summary>A button whose handler never runs twice at once: a double click is one act. It shows that it is busy while the act runs.</summary>
public sealed partial class ActButton
{
    private bool _running;

    /// <summary>The act. Left out on a submit button: the form's own save runs then.</summary>
    [Parameter] public EventCallback OnAct { get; set; }

    [Parameter] public ButtonKind Kind { get; set; } = ButtonKind.Secondary;

    [Parameter] public string? Icon { get; set; }

    /// <summary>The icon shows a direction, and is mirrored in right-to-left.</summary>
    [Parameter] public bool Directional { get; set; }

    [Parameter] public bool Submit { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool Small { get; set; }

    /// <summary>The name of a button that is only an icon.</summary>
    [Parameter] public string? Label { get; set; }

    [Parameter] public string? Title { get; set; }

    [Parameter] public string? Class { get; set; }

    [Parameter] public string? Id { get; set; }

    [Parameter] public bool StopPropagation { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? More { get; set; }

    [CascadingParameter] public AppForm? Form { get; set; }

    private bool IsBusy => _running || (Submit && Form is { Busy: true });

    private string KindClass => Kind switch
    {
        ButtonKind.Primary => "btn-primary",
        ButtonKind.Quiet => "btn-quiet",
        ButtonKind.Danger => "btn-danger",
        _ => "btn-secondary",
    } + (Small ? " btn-small" : "") + (ChildContent is null ? " btn-icon" : "");

    protected override void OnInitialized()
    {
        if (Submit && Form is not null)
            Form.BusyChanged += Refresh;
    }

    private async Task RunAsync()
    {
        if (_running || !OnAct.HasDelegate)
            return;
        _running = true;
        try
        {
            await OnAct.InvokeAsync();
        }
        catch (RuleViolation e) when (e.IsStorageTrouble)
        {
            Notice.Show(e);
        }
        finally
        {
            _running = false;
        }
    }

    private void Refresh(object? sender, EventArgs e) => _ = InvokeAsync(StateHasChanged);

    public void Dispose()
    {
        if (Form is not null)
            Form.BusyChanged -= Refresh;
    }
}
