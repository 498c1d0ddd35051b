using Microsoft.JSInterop;

namespace Mabarra.CaseManager.Ui;

/// <summary>Calls into the app's scripts that may fail without harm: a lost circuit must not turn into an error page.</summary>
public sealed class UiScript(IJSRuntime js)
{
    /// <summary>Focuses the first field marked wrong inside an element, or the message at its top.</summary>
    public Task FocusFirstInvalidAsync(string containerId) => RunAsync("mabarra.focusFirstInvalid", containerId);

    public Task FocusAsync(string elementId) => RunAsync("mabarra.focus", elementId);

    /// <summary>Focuses the first thing that can be done inside an element: where the next act is.</summary>
    public Task FocusInAsync(string elementId) => RunAsync("mabarra.focusIn", elementId);

    /// <summary>Scrolls a strip so that one of the things in it can be seen.</summary>
    public Task BringIntoStripAsync(string elementId) => RunAsync("mabarra.bringIntoStrip", elementId);

    /// <summary>False when the browser refuses its clipboard.</summary>
    public async Task<bool> CopyAsync(string text)
    {
        try
        {
            return await js.InvokeAsync<bool>("mabarra.copy", text);
        }
        catch (Exception e) when (IsGone(e))
        {
            return false;
        }
    }

    /// <summary>Hands a file made here to the browser's downloads, in pieces over the circuit.</summary>
    public async Task DownloadAsync(string name, Stream content, CancellationToken cancel)
    {
        using var file = new DotNetStreamReference(content, leaveOpen: true);
        await js.InvokeVoidAsync("mabarra.download", cancel, name, file);
    }

    /// <summary>Hands a PDF made here to the browser's print dialog.</summary>
    public async Task PrintAsync(Stream pdf, CancellationToken cancel)
    {
        using var file = new DotNetStreamReference(pdf, leaveOpen: true);
        await js.InvokeVoidAsync("mabarra.printFile", cancel, file);
    }

    private async Task RunAsync(string name, params object?[] args)
    {
        try
        {
            await js.InvokeVoidAsync(name, args);
        }
        catch (Exception e) when (IsGone(e))
        {
            // The page is on its way out; nobody is left to see the focus move.
        }
    }

    internal static bool IsGone(Exception e) => e is JSDisconnectedException or JSException or OperationCanceledException or ObjectDisposedException;
}
