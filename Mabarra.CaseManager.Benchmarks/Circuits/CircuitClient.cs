using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Benchmarks.Circuits;

/// <summary>
/// One open page as the server sees it, without a browser: reads the page, starts a circuit with its markers, acknowledges every render batch, answers every call of
/// a script with nothing, and can cause events. It costs next to no memory here, so that hundreds fit beside the server (RELIABILITY.md §2.3).
/// </summary>
internal sealed partial class CircuitClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HubConnection hub;
    private readonly Uri address;
    private readonly Dictionary<ulong, Handler> handlers = [];
    private readonly Lock turn = new();
    private TaskCompletionSource<string>? waiting;
    private long rendererId = -1;
    private int calls;

    private CircuitClient(Uri address, CookieContainer cookies)
    {
        this.address = address;
        var builder = new HubConnectionBuilder().WithUrl(new Uri(address, "/_blazor"), HttpTransportType.WebSockets, o => o.Cookies = cookies);
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPackProtocol());
        hub = builder.Build();
        hub.ServerTimeout = TimeSpan.FromMinutes(2);
        hub.On<long, byte[]>("JS.RenderBatch", OnBatchAsync);
        hub.On("JS.BeginInvokeJS", [typeof(long), typeof(string), typeof(string), typeof(int), typeof(long), typeof(int)], OnScriptCalledAsync);
        hub.On<string>("JS.Error", error => Errors.Add(error));
        hub.On<int, string>("JS.AttachComponent", (_, _) => { });
        hub.On<string, bool, string>("JS.EndInvokeDotNet", (_, ok, result) => { if (!ok) Errors.Add(result); });
        hub.On<long>("JS.EndUpdateRootComponents", _ => { });
    }

    public System.Collections.Concurrent.ConcurrentBag<string> Errors { get; } = [];

    public int Batches { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Opens a page and returns once its first content has been drawn.</summary>
    public static async Task<CircuitClient> OpenAsync(Uri address, string path, HttpClient http, CookieContainer cookies)
    {
        var html = await http.GetStringAsync(new Uri(address, path));
        var markers = Marker().Matches(html).Select(m => JsonDocument.Parse(m.Groups["json"].Value).RootElement).Where(m => m.GetProperty("type").GetString() == "server").ToList();
        if (markers.Count == 0)
            throw new InvalidOperationException($"{path} has no circuit in it.");
        var state = State().Match(html) is { Success: true } found ? found.Groups["state"].Value : "";
        var client = new CircuitClient(address, cookies);
        await client.hub.StartAsync();
        if (await client.hub.InvokeAsync<string?>("StartCircuit", new Uri(address, "/").ToString(), new Uri(address, path).ToString(), "[]", state) is null)
            throw new InvalidOperationException($"No circuit: {string.Join(' ', client.Errors)}");
        var operations = markers.Select((m, i) => new { type = "add", ssrComponentId = i + 1, marker = m });
        await client.hub.SendAsync("UpdateRootComponents", JsonSerializer.Serialize(new { batchId = 1, operations }), state);
        await client.QuietAsync();
        return client;
    }

    /// <summary>Types into a field, or clicks: whatever the element listens to.</summary>
    /// <returns>From sending the event to the batch that answers it.</returns>
    public Task<TimeSpan> RaiseAsync(string elementId, string @event, object arguments)
    {
        Handler? handler;
        lock (turn)
            handler = handlers.Values.LastOrDefault(h => h.ElementId == elementId && h.Event == @event);
        if (handler is null)
            throw new InvalidOperationException($"Nothing listens to {@event} of {elementId}; {string.Join(", ", handlers.Values.Take(20))} {string.Join(' ', Errors)}");
        var descriptor = new { eventHandlerId = handler.Number, eventName = @event, eventFieldInfo = (object?)null };
        var call = Interlocked.Increment(ref calls).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return AnsweredAsync(() => hub.SendAsync("BeginInvokeDotNetFromJS", call, null, "DispatchEventAsync", rendererId, JsonSerializer.Serialize(new[] { descriptor, arguments })));
    }

    /// <summary>Follows a link inside the app.</summary>
    /// <returns>From the click to the first batch of the next page.</returns>
    public Task<TimeSpan> GoAsync(string path) => AnsweredAsync(() => hub.SendAsync("OnLocationChanged", new Uri(address, path).ToString(), null, true));

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    /// <summary>Waits until nothing has been drawn for a moment.</summary>
    public async Task QuietAsync()
    {
        var started = Stopwatch.StartNew();
        for (var seen = -1; seen != Batches || Batches < 2; await Task.Delay(300))
        {
            seen = Batches;
            if (started.Elapsed > Patience)
                throw new TimeoutException($"{Batches} batches only; {string.Join(' ', Errors)}");
        }
    }

    private async Task<TimeSpan> AnsweredAsync(Func<Task> send)
    {
        var answer = waiting = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = Stopwatch.GetTimestamp();
        await send();
        await answer.Task.WaitAsync(Patience);
        return Stopwatch.GetElapsedTime(start);
    }

    private async Task OnBatchAsync(long number, byte[] batch)
    {
        lock (turn)
            RenderBatch.ReadHandlers(batch, handlers);
        (Batches, Bytes) = (Batches + 1, Bytes + batch.Length);
        Interlocked.Exchange(ref waiting, null)?.TrySetResult("");
        await hub.SendAsync("OnRenderCompleted", number, null);
    }

    /// <summary>Scripts are absent here. The one call that matters gives the number of the renderer that takes events.</summary>
    private async Task OnScriptCalledAsync(object?[] arguments)
    {
        var (handle, name, values) = ((long)arguments[0]!, (string)arguments[1]!, (string?)arguments[2]);
        if (name.EndsWith("attachWebRendererInterop", StringComparison.Ordinal) && values is not null)
            rendererId = JsonDocument.Parse(values).RootElement[1].GetProperty("__dotNetObject").GetInt64();
        if (handle != 0)
            await hub.SendAsync("EndInvokeJSFromDotNet", handle, true, $"[{handle},true,null]");
    }

    [GeneratedRegex(@"<!--Blazor:(?<json>\{.*?\})-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex State();
}
