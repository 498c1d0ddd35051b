using System.Globalization;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Faults;

/// <summary>
/// This test assembly in the part of a server that is killed: it boots the app's services, performs acts from several tasks through
/// <see cref="CaseWriter"/>, and prints each one only after it was acknowledged. Entered from <see cref="EntryPoint"/> by an environment variable.
/// </summary>
internal static class WriterChild
{
    public const string Variable = "MABARRA_TEST_WRITER";
    private const int Writers = 8;
    private static readonly Lock Output = new();

    public static bool IsWanted => Environment.GetEnvironmentVariable(Variable) is not null;

    public static async Task<int> RunAsync()
    {
        await using var services = AppServices.Build(Settings());
        await services.GetRequiredService<DatabaseBoot>().StartAsync(CancellationToken.None);
        var writer = services.GetRequiredService<CaseWriter>();
        // The first act warms everything up; kills shall fall among acts, not before the first.
        await WriteAsync(writer);
        Say("ready");
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteForEverAsync(writer))));
        return 0;
    }

    /// <summary>What the parent gave, as environment variables.</summary>
    internal static IEnumerable<KeyValuePair<string, string?>> Settings() => Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
        .Select(e => KeyValuePair.Create(((string)e.Key).Replace("__", ":", StringComparison.Ordinal), (string?)e.Value));

    private static async Task WriteForEverAsync(CaseWriter writer)
    {
        while (true)
            await WriteAsync(writer);
    }

    /// <summary>One act: a serial number, an idempotency row and an audit entry, all or nothing.</summary>
    private static async Task WriteAsync(CaseWriter writer)
    {
        var key = Guid.CreateVersion7();
        var act = new Act(Actor.System, TimeProvider.System.Now);
        await writer.SaveOnceAsync(key, act, async db =>
        {
            var number = await db.NextSerialAsync("kill", CancellationToken.None);
            db.Record(act, "access.denied", key, "KillTest", number.ToString(CultureInfo.InvariantCulture));
            return key;
        });
        Say($"done {key:N}");
    }

    internal static void Say(string line)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(line + "\n");
        lock (Output)
        {
            using var output = Console.OpenStandardOutput();
            output.Write(bytes);
            output.Flush();
        }
    }
}
