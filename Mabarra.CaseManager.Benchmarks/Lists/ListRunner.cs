using System.Diagnostics;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Benchmarks.Lists;

/// <summary>Runs every scenario on a small and a large database by turns, so that whatever else the machine does hits both alike.</summary>
internal static class ListRunner
{
    private const double Goal = 100;
    private const double GoalRatio = 1.5;
    private const int WarmUps = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(string smallFolder, string largeFolder, int rounds, string only)
    {
        await using var small = await AppOn.BootAsync(smallFolder);
        await using var large = await AppOn.BootAsync(largeFolder);
        var (few, many) = (await CountAsync(small), await CountAsync(large));
        Console.WriteLine($"{few:N0} and {many:N0} files, {rounds} rounds by turns; ms; goals: p95 <= {Goal:0} ms, ratio of p95 (processor time) <= {GoalRatio}");
        Console.WriteLine($"{"",-40} | small: wall, cpu p50 p95      | large: wall, cpu p50 p95      | cpu ratio p50, p95 | rounds, rows");
        foreach (var scenario in ListScenarios.All.Where(s => s.Name.Contains(only, StringComparison.Ordinal)))
            await RunAsync(scenario, (small, few), (large, many), rounds);
    }

    private static async Task RunAsync(Scenario scenario, (AppOn App, int People) small, (AppOn App, int People) large, int rounds)
    {
        var (smallTimes, largeTimes, rows) = (new Times(), new Times(), 0L);
        var watch = Stopwatch.StartNew();
        for (var round = -WarmUps; round < rounds && (watch.Elapsed < Longest || largeTimes.Count == 0); round++)
        {
            var fast = await TimeAsync(scenario, small.App, small.People, round);
            var slow = await TimeAsync(scenario, large.App, large.People, round);
            if (round < 0 && watch.Elapsed < Longest / 2)
                continue;
            smallTimes.Add(fast.Wall, fast.Cpu);
            largeTimes.Add(slow.Wall, slow.Cpu);
            rows += slow.Rows;
        }

        Print(scenario.Name, smallTimes, largeTimes, (double)rows / largeTimes.Count);
    }

    private static async Task<(double Wall, double Cpu, int Rows)> TimeAsync(Scenario scenario, AppOn app, int people, int round)
    {
        var dice = new Random(round);
        var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var rows = await scenario.RunAsync(app, people, dice);
        var (wall, used) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - cpu);
        return (wall.TotalMilliseconds / scenario.Steps, used.TotalMilliseconds / scenario.Steps, rows);
    }

    private static void Print(string name, Times small, Times large, double rows)
    {
        var missed = (large.Wall(0.95) > Goal ? " TIME" : "") + (large.Cpu(0.95) > Goal ? " CPU" : "") + (large.Cpu(0.95) / small.Cpu(0.95) > GoalRatio ? " RATIO" : "");
        Console.WriteLine($"{name,-40} | {small} | {large} | {large.Cpu(0.5) / small.Cpu(0.5),6:0.00} {large.Cpu(0.95) / small.Cpu(0.95),6:0.00} | {large.Count,4} {rows:0.0}{missed}");
    }

    private static async Task<int> CountAsync(AppOn app)
    {
        await using var db = await app.The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync();
        return (int)await db.Beneficiaries.MaxAsync(b => b.FileNo);
    }
}

/// <summary>Elapsed and processor time of one scenario at one size. The second is what the work itself took, whoever else wants the machine.</summary>
internal sealed class Times
{
    private readonly List<double> walls = [];
    private readonly List<double> cpus = [];

    public int Count => walls.Count;

    public void Add(double wall, double cpu)
    {
        walls.Add(wall);
        cpus.Add(cpu);
    }

    public double Wall(double share) => At(walls, share);

    public double Cpu(double share) => At(cpus, share);

    public override string ToString() => $"{Wall(0.5),6:0.0} {Wall(0.95),7:0.0} {Cpu(0.5),6:0.0} {Cpu(0.95),7:0.0}";

    private static double At(List<double> times, double share) => times.Order().ElementAt(Math.Min(times.Count - 1, (int)(times.Count * share)));
}
