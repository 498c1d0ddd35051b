using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Mabarra.CaseManager.Ui;

/// <summary>A pad to sign on. The page asks for the picture with <see cref="PngAsync"/> when it saves.</summary>
public sealed partial class SignaturePad
{
    /// <summary>A signature 600 pixels wide is a few kilobytes; more than this is not a signature.</summary>
    public const int MaxBytes = 200_000;

    private ElementReference _canvas;
    private IJSObjectReference? _module;
    private IJSObjectReference? _pad;
    private DotNetObjectReference<SignaturePad>? _me;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string? Hint { get; set; }

    [Parameter] public string? Field { get; set; }

    [Parameter] public string? Error { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Disabled { get; set; }

    /// <summary>Names the other ways to sign; left out, the kit's own sentence about paper and thumbprint.</summary>
    [Parameter] public string? Alternatives { get; set; }

    [Parameter] public string Id { get; set; } = ElementIds.Next("sign");

    /// <summary>True when something was drawn, false when it was cleared.</summary>
    [Parameter] public EventCallback<bool> Drawn { get; set; }

    public bool IsEmpty { get; private set; } = true;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/signature-pad.js");
            _me = DotNetObjectReference.Create(this);
            _pad = await _module.InvokeAsync<IJSObjectReference>("attach", _canvas, _me);
        }
        catch (Exception e) when (UiScript.IsGone(e))
        {
            // The page closed while the pad was being set up.
        }
    }

    /// <summary>Called by the script after every stroke, undo and clear.</summary>
    [JSInvokable]
    public async Task StrokesAsync(int count)
    {
        IsEmpty = count == 0;
        StateHasChanged();
        await Drawn.InvokeAsync(!IsEmpty);
    }

    /// <summary>The signature, trimmed and on white, or null when nothing was drawn. Travels in pieces smaller than one hub message.</summary>
    public async Task<byte[]?> PngAsync(CancellationToken cancel = default)
    {
        if (IsEmpty || _pad is null)
            return null;
        var png = await _pad.InvokeAsync<IJSStreamReference>("png", cancel);
        await using var reading = await png.OpenReadStreamAsync(MaxBytes, cancel);
        using var whole = new MemoryStream();
        await reading.CopyToAsync(whole, cancel);
        return whole.ToArray();
    }

    public Task ClearAsync() => TellAsync("clear");

    private Task UndoAsync() => TellAsync("undo");

    private async Task TellAsync(string what)
    {
        if (_pad is not null)
            await _pad.InvokeVoidAsync(what);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_pad is not null)
            {
                await _pad.InvokeVoidAsync("detach");
                await _pad.DisposeAsync();
            }
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (Exception e) when (UiScript.IsGone(e))
        {
            // The browser is gone, and the canvas with it.
        }
        _me?.Dispose();
    }
}
