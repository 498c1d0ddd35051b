using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Mabarra.CaseManager.Ui;

/// <summary>A pad to sign on. The page asks for the picture with <see cref="PngAsync"/> when it saves.</summary>
public sealed partial class SignaturePad
{
    /// <summary>A signature 600 pixels wide is a few kilobytes; more than this is not a signature.</summary>
    public const int MaxBytes = 200_000;

    /// <summary>Longer than this is kept by no draft.</summary>
    private const int LongestStrokes = 80_000;

    private ElementReference _canvas;
    private List<string> _strokes = [];
    private IReadOnlyList<string>? _given;
    private IReadOnlyList<string>? _told;
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

    /// <summary>What stands on the pad, stroke by stroke, so that a draft brings it back; another list than the one last told is drawn instead of it.</summary>
    [Parameter] public IReadOnlyList<string>? Strokes { get; set; }

    /// <summary>Told after every stroke that has ended; null when it is more than a draft holds.</summary>
    [Parameter] public EventCallback<IReadOnlyList<string>?> StrokesChanged { get; set; }

    public bool IsEmpty { get; private set; } = true;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            if (firstRender)
            {
                _module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/signature-pad.js");
                _me = DotNetObjectReference.Create(this);
                _pad = await _module.InvokeAsync<IJSObjectReference>("attach", _canvas, _me);
            }

            if (_pad is not null && !ReferenceEquals(Strokes, _given))
                await PutAsync(_pad);
        }
        catch (Exception e) when (UiScript.IsGone(e))
        {
            // The page closed while the pad was being set up.
        }
    }

    /// <summary>The page gave other strokes than those it was told.</summary>
    private async Task PutAsync(IJSObjectReference pad)
    {
        _given = Strokes;
        if (ReferenceEquals(_given, _told))
            return;
        _strokes = [.. _given ?? []];
        IsEmpty = _strokes.Count == 0;
        await pad.InvokeVoidAsync("put", _strokes);
        StateHasChanged();
    }

    /// <summary>Called by the script for every stroke that has ended, in order, each small enough for one message.</summary>
    [JSInvokable]
    public Task StrokeAsync(int index, string stroke) => TellAsync([.. _strokes.Take(index), stroke]);

    /// <summary>Called by the script after undo and clear.</summary>
    [JSInvokable]
    public Task CountAsync(int count) => TellAsync([.. _strokes.Take(count)]);

    private async Task TellAsync(List<string> strokes)
    {
        (_strokes, IsEmpty) = (strokes, strokes.Count == 0);
        // All of a signature or nothing of it: half a one must not come back.
        _told = strokes.Sum(s => s.Length) > LongestStrokes ? null : strokes;
        StateHasChanged();
        await StrokesChanged.InvokeAsync(_told);
        await Drawn.InvokeAsync(!IsEmpty);
    }

    /// <summary>The signature, trimmed and on white, or null when nothing was drawn. Travels in pieces smaller than one hub message.</summary>
    public async Task<byte[]?> PngAsync(CancellationToken cancel = default)
    {
        if (_pad is null)
            return null;
        // The canvas knows best: strokes drawn while the connection was away were not told here.
        var png = await _pad.InvokeAsync<IJSStreamReference?>("png", cancel);
        if (png is null)
            return null;
        await using var reading = await png.OpenReadStreamAsync(MaxBytes, cancel);
        using var whole = new MemoryStream();
        await reading.CopyToAsync(whole, cancel);
        return whole.ToArray();
    }

    public Task ClearAsync() => RunAsync("clear");

    private Task UndoAsync() => RunAsync("undo");

    private async Task RunAsync(string what)
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
