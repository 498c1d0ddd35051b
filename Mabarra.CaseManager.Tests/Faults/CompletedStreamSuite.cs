using System.Globalization;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Mabarra.CaseManager.Tests.Faults;

/// <summary>kill -9 during a stream of completed requests: after the restart every acknowledged one is there whole, and nothing half done (D1).</summary>
public abstract class CompletedStreamSuite(TestDatabase database, int kills) : IAsyncLifetime
{
    /// <summary>Commands one request takes, and a little more: a kill may fall between any two of them.</summary>
    private const int CommandsOfOneRequest = 170;

    /// <summary>Commands of confirming completeness, and a little more: enough kills try each place in turn. The seam between two transactions is aimed at by itself.</summary>
    private const int CommandsOfCompletion = 30;

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"mabarra-{Guid.NewGuid():N}");
    private readonly Dictionary<string, string?> settings = new(StringComparer.Ordinal);
    private int life;

    /// <summary>More by hand: <c>MABARRA_TEST_KILLS=300</c>.</summary>
    private int Kills => int.TryParse(Environment.GetEnvironmentVariable("MABARRA_TEST_KILLS"), out var wanted) ? wanted : kills;

    public async ValueTask InitializeAsync()
    {
        settings["Keys:Folder"] = Path.Combine(folder, "keys");
        foreach (var (key, value) in await database.CreateAsync(folder))
            settings[key] = value;
        House.MakeKeys(settings["Keys:Folder"]!);
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        await database.DropAsync();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A seed that failed is tried again with <c>MABARRA_TEST_SEED</c>.</summary>
    [Fact]
    public async Task D1_Killed_while_requests_are_completed_every_acknowledged_one_is_whole_and_nothing_is_half_done()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("MABARRA_TEST_SEED"), out var given) ? given : Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"MABARRA_TEST_SEED={seed}");
        var random = new Random(seed);
        var killAt = 0;
        var harness = new KillHarness(settings, () => StartDesk(killAt), services => new WholeRequests(services).FindAsync());
        for (var i = 0; i < Kills; i++)
        {
            // By turns between completing and what comes after its commit, from outside at any time, within completion, between any two statements of a request.
            killAt = (i % 4) switch
            {
                0 => KillingCounter.AfterCommit,
                1 => 0,
                2 => -1 - ((Math.Abs(seed % CommandsOfCompletion) + (i / 4)) % CommandsOfCompletion),
                _ => random.Next(1, CommandsOfOneRequest),
            };
            try
            {
                await harness.LiveAndDieAsync(killAt != 0 ? null : random.Next(1, 5));
            }
            catch (Xunit.Sdk.XunitException e)
            {
                Assert.Fail($"Seed {seed}, life {life}, killed {Where(killAt)}: {e.Message}");
            }
        }

        Assert.True(harness.Acknowledged >= Kills, $"Only {harness.Acknowledged} requests were acknowledged: the test has not tried anything.");
    }

    private static string Where(int killAt) => killAt switch
    {
        0 => "from outside",
        KillingCounter.AfterCommit => "after the first commit of completing",
        < 0 => $"before command {-killAt} of completing",
        _ => $"before command {killAt}",
    };

    private AppProcess StartDesk(int killAt) => AppProcess.Start(
        typeof(CompletedStreamSuite).Assembly.Location,
        [
            .. settings,
            KeyValuePair.Create(DeskChild.LifeVariable, (string?)life++.ToString(CultureInfo.InvariantCulture)),
            KeyValuePair.Create(DeskChild.KillAtVariable, (string?)killAt.ToString(CultureInfo.InvariantCulture)),
        ]);
}

public sealed class CompletedStreamTests() : CompletedStreamSuite(TestDatabase.Sqlite(), kills: 4);
