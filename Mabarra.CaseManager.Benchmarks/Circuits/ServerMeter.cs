using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;

namespace Mabarra.CaseManager.Benchmarks.Circuits;

/// <summary>What a running server holds, asked through the runtime's own diagnostics channel: the app itself has no hook for it.</summary>
internal static class ServerMeter
{
    /// <summary>Asking the runtime for this keyword makes it collect everything first.</summary>
    private const long CollectEverything = 0x800000;

    /// <summary>Bytes of live objects after two full collections.</summary>
    public static async Task<long> HeapAsync(Process server)
    {
        await CollectAsync(server);
        return await CollectAsync(server);
    }

    public static long Resident(Process server)
    {
        var line = File.ReadLines($"/proc/{server.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    public static TimeSpan Cpu(Process server)
    {
        server.Refresh();
        return server.TotalProcessorTime;
    }

    /// <summary>The machine's load average of the last minute, without which no figure of a shared machine can be read.</summary>
    public static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static async Task<long> CollectAsync(Process server)
    {
        var client = new DiagnosticsClient(server.Id);
        EventPipeProvider[] providers = [new("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, (long)ClrTraceEventParser.Keywords.GC | CollectEverything)];
        using var session = client.StartEventPipeSession(providers, requestRundown: false);
        var heap = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = Task.Run(() =>
        {
            using var source = new EventPipeEventSource(session.EventStream);
            source.Clr.GCHeapStats += e => heap.TrySetResult(e.GenerationSize0 + e.GenerationSize1 + e.GenerationSize2 + e.GenerationSize3 + e.GenerationSize4);
            source.Process();
        });
        var size = await heap.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await session.StopAsync(CancellationToken.None);
        await reading;
        return size;
    }
}
