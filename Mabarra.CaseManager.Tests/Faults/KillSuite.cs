using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Faults;

/// <summary>kill -9 during writes: nothing acknowledged is lost, nothing half an act (D1).</summary>
public abstract class KillSuite(TestDatabase database, int kills) : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"mabarra-{Guid.NewGuid():N}");
    private readonly Dictionary<string, string?> settings = new(StringComparer.Ordinal);

    /// <summary>More by hand: <c>MABARRA_TEST_KILLS=300</c>.</summary>
    private int Kills => int.TryParse(Environment.GetEnvironmentVariable("MABARRA_TEST_KILLS"), out var wanted) ? wanted : kills;

    public async ValueTask InitializeAsync()
    {
        settings["Keys:Folder"] = Path.Combine(folder, "keys");
        foreach (var (key, value) in await database.CreateAsync(folder))
            settings[key] = value;
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        await database.DropAsync();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task D1_Killed_again_and_again_while_writing_nothing_acknowledged_is_lost()
    {
        var random = new Random(1);
        var harness = new KillHarness(
            settings,
            () => AppProcess.Start(typeof(KillSuite).Assembly.Location, settings.Append(KeyValuePair.Create(WriterChild.Variable, (string?)"1"))),
            StoredAsync);
        for (var i = 0; i < Kills; i++)
            await harness.LiveAndDieAsync(random.Next(2, 120));
        Assert.True(harness.Acknowledged > Kills, $"Only {harness.Acknowledged} acts were acknowledged: the test has not tried anything.");
    }

    /// <summary>Acts that are there whole: the idempotency row, its audit entry, and a serial number without gaps.</summary>
    private static async Task<IReadOnlySet<Guid>> StoredAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var submissions = await db.Set<Submission>().Select(s => s.Key).ToListAsync();
        var entries = await db.AuditEntries.Where(e => e.RecordType == "KillTest").Select(e => new { e.RecordId, e.RecordLabel }).ToListAsync();
        Assert.Equal(submissions.Order(), entries.Select(e => e.RecordId).Order());
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(e => int.Parse(e.RecordLabel!, System.Globalization.CultureInfo.InvariantCulture)).Order());
        return submissions.ToHashSet();
    }
}

public sealed class KillTests() : KillSuite(TestDatabase.Sqlite(), kills: 6);
