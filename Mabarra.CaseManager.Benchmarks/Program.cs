using System.Globalization;
using BenchmarkDotNet.Running;
using Mabarra.CaseManager.Benchmarks;
using Mabarra.CaseManager.Benchmarks.Circuits;
using Mabarra.CaseManager.Benchmarks.Functions;
using Mabarra.CaseManager.Benchmarks.Generate;
using Mabarra.CaseManager.Benchmarks.Lists;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["generate", var folder, .. var counts]:
        await Generator.RunAsync(folder, Count(counts, 0, 1_000_000), Count(counts, 1, 2_000_000));
        return 0;
    case ["trail", var folder, .. var counts]:
        await Generator.AddTrailAsync(folder, Count(counts, 0, 1_000_000));
        return 0;
    case ["carry", var folder, var postgresFolder, var connectionString]:
        await Carry.RunAsync(folder, postgresFolder, connectionString);
        return 0;
    case ["slip", .. var more]:
        await SlipTime.RunAsync(Count(more, 0, 300));
        return 0;
    case ["minutes", .. var more]:
        await MinutesTime.RunAsync(Count(more, 0, 100));
        return 0;
    case ["lists", var small, var large, .. var more]:
        await ListRunner.RunAsync(small, large, Count(more, 0, 100), more.Length > 1 ? more[1] : "");
        return 0;
    case ["start", var folder, .. var more]:
        await StartTime.RunAsync(folder, Count(more, 0, 5));
        return 0;
    case ["circuits", var folder, .. var more]:
        await CircuitMemory.RunAsync(folder, Count(more, 0, 50), more.Length > 1 ? more[1] : null);
        return 0;
    case ["rush", var folder, .. var more]:
        await Rush.RunAsync(folder, Count(more, 0, 10), Count(more, 1, 200), Count(more, 2, 30));
        return 0;
    case ["keys", var folder, .. var more]:
        await Keystrokes.RunAsync(folder, Count(more, 0, 30));
        return 0;
    case ["functions", .. var more]:
        BenchmarkRunner.Run<FunctionBenchmarks>(args: more);
        return 0;
    default:
        Console.WriteLine(
            """
            generate <folder> [beneficiaries=1000000] [requests=2000000]   a fresh database with made-up people
            trail <folder> [beneficiaries=1000000]                         half as many visits and as many lines of the trail, into a folder without them
            carry <folder> <new folder> <connection string>                the same rows in an empty PostgreSQL; the new folder then stands for it below
            slip [rounds=300]                                              a receipt slip drawn
            minutes [rounds=100]                                           sealed minutes of three pages, beside headless Chromium
            lists <folder of the small one> <of the large one> [rounds=100] [only scenarios whose name has this]
            start <folder> [runs=5]                                        process start to first sign-in page
            circuits <folder> [count=50] [path=a request being taken in]   memory of an open page on the server
            rush <folder> [few=10] [many=200] [seconds=30]                 an event a second on every open page
            keys <folder> [people=30]                                      a real browser: a key pressed to its results, a result followed to the file
            functions [BenchmarkDotNet's own arguments]
            """);
        return 1;
}

static int Count(string[] counts, int at, int otherwise) => counts.Length > at ? int.Parse(counts[at], CultureInfo.InvariantCulture) : otherwise;
