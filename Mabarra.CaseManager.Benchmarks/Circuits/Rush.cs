using System.Diagnostics;
using Mabarra.CaseManager.Benchmarks.Generate;

namespace Mabarra.CaseManager.Benchmarks.Circuits;

/// <summary>A busy morning: every page causes an event a second (search typed, a file or list opened, a request opened) and waits for its answer.</summary>
internal static class Rush
{
    private const double Mega = 1 << 20;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(string folder, int few, int many, int seconds)
    {
        await using var stage = await Stage.SetAsync(folder, many);
        var circuits = new List<CircuitClient>();
        await OpenAsync(stage, circuits, few);
        await RunAsync(stage, circuits, 10, "warming up");
        await RunAsync(stage, circuits, seconds, $"{few} busy circuits");
        await OpenAsync(stage, circuits, many);
        await RunAsync(stage, circuits, seconds, $"{many} busy circuits");
        var errors = circuits.SelectMany(c => c.Errors).ToList();
        Console.WriteLine($"errors: {errors.Count} {errors.FirstOrDefault()}");
        foreach (var circuit in circuits)
            await circuit.DisposeAsync();
    }

    private static async Task OpenAsync(Stage stage, List<CircuitClient> circuits, int upTo)
    {
        while (circuits.Count < upTo)
            circuits.Add(await stage.OpenAsync(circuits.Count, "/requests"));
    }

    private static async Task RunAsync(Stage stage, List<CircuitClient> circuits, int seconds, string what)
    {
        var (start, cpu) = (Stopwatch.StartNew(), ServerMeter.Cpu(stage.Server));
        var times = new System.Collections.Concurrent.ConcurrentBag<double>();
        await Task.WhenAll(circuits.Select((c, i) => Task.Run(() => BusyAsync(stage, c, new Random(i), TimeSpan.FromSeconds(seconds), times))));
        var used = (ServerMeter.Cpu(stage.Server) - cpu) / start.Elapsed;
        var sorted = times.Order().ToList();
        Console.WriteLine(
            $"{what}: {sorted.Count} events in {start.Elapsed.TotalSeconds:0} s; event to batch median {At(sorted, 0.5):0.0}, p95 {At(sorted, 0.95):0.0}, worst {sorted[^1]:0} ms; "
            + $"server {used:0%} of a core, resident {ServerMeter.Resident(stage.Server) / Mega:0} MB; load {ServerMeter.Load()}");
    }

    private static async Task BusyAsync(Stage stage, CircuitClient circuit, Random dice, TimeSpan length, System.Collections.Concurrent.ConcurrentBag<double> times)
    {
        await Task.Delay(Beat * dice.NextDouble());
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < length;)
        {
            var time = await DoSomethingAsync(stage, circuit, dice);
            times.Add(time.TotalMilliseconds);
            if (time < Beat)
                await Task.Delay(Beat - time);
        }
    }

    private static Task<TimeSpan> DoSomethingAsync(Stage stage, CircuitClient circuit, Random dice)
    {
        var person = Person.Of(dice.Next(stage.People) + 1);
        return dice.Next(10) switch
        {
            < 6 => circuit.RaiseAsync("global-search", "change", new { value = $"{person.First} {person.Family[..3]}" }),
            6 => circuit.GoAsync("/requests"),
            7 => circuit.GoAsync("/beneficiaries"),
            8 => circuit.GoAsync($"/beneficiaries/{person.Id}"),
            _ => circuit.GoAsync($"/requests/{stage.Request}"),
        };
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
