using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Ui;

/// <summary>What every field of a form has: a label, a hint, its message, and a value bound with <c>@bind-Value</c>.</summary>
public abstract class FieldBase<TValue> : ComponentBase, IDisposable
{
    private string? _claimed;
    private FormErrors? _claimedIn;

    [Parameter] public TValue? Value { get; set; }

    [Parameter] public EventCallback<TValue?> ValueChanged { get; set; }

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string? Hint { get; set; }

    /// <summary>The request's property whose broken rules are told here: <c>Field="@nameof(NewVisit.Question)"</c>.</summary>
    [Parameter] public string? Field { get; set; }

    /// <summary>The input's form name; only for static pages that post without a circuit.</summary>
    [Parameter] public string? Name { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public string? Class { get; set; }

    [Parameter] public string Id { get; set; } = ElementIds.Next("f");

    /// <summary>A message of the field's own, when there is no <see cref="FormErrors"/> or it cannot read what was typed.</summary>
    [Parameter] public string? Error { get; set; }

    [CascadingParameter] public FormErrors? Errors { get; set; }

    /// <summary>What was typed cannot be read as a value; told like a broken rule, cleared by the next good value.</summary>
    protected string? Unreadable { get; set; }

    protected string? OwnError => Unreadable ?? Error;

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_claimedIn, Errors) && string.Equals(_claimed, Field, StringComparison.Ordinal))
            return;
        Release();
        (_claimedIn, _claimed) = (Errors, Field);
        if (_claimedIn is not null && _claimed is not null)
            _claimedIn.Show(_claimed);
    }

    protected async Task SetAsync(TValue? value)
    {
        Unreadable = null;
        Value = value;
        Errors?.Clear(Field);
        await ValueChanged.InvokeAsync(value);
    }

    private void Release()
    {
        if (_claimedIn is not null && _claimed is not null)
            _claimedIn.Hide(_claimed);
    }

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }
}
