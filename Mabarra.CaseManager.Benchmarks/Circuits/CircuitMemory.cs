namespace Mabarra.CaseManager.Benchmarks.Circuits;

/// <summary>What one open page costs the server.</summary>
internal static class CircuitMemory
{
    private const double Mega = 1 << 20;
    private const int Warm = 12;

    /// <param name="path">Null for the page of a request being taken in.</param>
    public static async Task RunAsync(string folder, int count, string? path)
    {
        await using var stage = await Stage.SetAsync(folder, count + Warm);
        path ??= $"/requests/{stage.Request}";
        var open = new List<CircuitClient>();
        // What is made once (code, caches, pools) must not be counted as the circuits'.
        for (var i = 0; i < Warm; i++)
            open.Add(await stage.OpenAsync(i, path));
        var (before, residentBefore) = (await ServerMeter.HeapAsync(stage.Server), ServerMeter.Resident(stage.Server));
        for (var i = Warm; i < Warm + count; i++)
            open.Add(await stage.OpenAsync(i, path));
        var peak = ServerMeter.Resident(stage.Server);
        var (after, resident) = (await ServerMeter.HeapAsync(stage.Server), ServerMeter.Resident(stage.Server));
        Console.WriteLine($"{path}: {count} circuits, each {open[^1].Batches} batches, {open[^1].Bytes / 1024} KB sent; load {ServerMeter.Load()}");
        Console.WriteLine($"heap after collection {before / Mega:0.0} -> {after / Mega:0.0} MB: {(after - before) / Mega / count:0.000} MB a circuit (goal 2)");
        Console.WriteLine($"resident {residentBefore / Mega:0} -> {resident / Mega:0} MB ({peak / Mega:0} before the collection): {(resident - residentBefore) / Mega / count:0.000} MB a circuit");
        Console.WriteLine($"errors: {open.Sum(c => c.Errors.Count)} {open.SelectMany(c => c.Errors).FirstOrDefault()}");
        foreach (var circuit in open)
            await circuit.DisposeAsync();
    }
}
