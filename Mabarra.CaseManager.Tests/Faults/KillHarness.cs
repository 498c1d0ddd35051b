using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Faults;

/// <summary>
/// Starts a process that writes, kills it at a random moment, looks at what is left, and starts again on the same database.
/// The process prints <c>done &lt;id&gt;</c> for each act it was told is saved.
/// </summary>
/// <param name="start">Starts the process; it prints <c>ready</c> once it writes.</param>
/// <param name="stored">Ids of the acts found whole in the database.</param>
public sealed class KillHarness(
    IReadOnlyDictionary<string, string?> settings, Func<AppProcess> start, Func<IServiceProvider, Task<IReadOnlySet<Guid>>> stored)
{
    private readonly HashSet<Guid> acknowledged = [];

    public int Acknowledged => acknowledged.Count;

    /// <summary>One life: returns only when every promise held after the kill.</summary>
    /// <param name="acts">How many it may acknowledge before it is killed, in the middle of whatever follows; null when the process ends itself.</param>
    public async Task LiveAndDieAsync(int? acts)
    {
        using (var process = start())
        {
            await process.SaysAsync("ready");
            if (acts is { } some)
            {
                await process.SaysAsync("done ", some);
                await process.KillAsync();
            }
            else
            {
                await process.EndAsync();
            }

            var complaint = process.Output.FirstOrDefault(l => l.Contains("Unhandled exception", StringComparison.Ordinal));
            Assert.True(complaint is null, string.Join('\n', process.Output));
            acknowledged.UnionWith(process.Output.Where(l => l.StartsWith("done ", StringComparison.Ordinal) && l.Length == 37).Select(l => Guid.Parse(l[5..])));
        }

        await ExamineAsync();
    }

    private async Task ExamineAsync()
    {
        await using var services = AppServices.Build(settings);
        await services.BootAsync();
        var verdict = await services.GetRequiredService<AuditVerifier>().VerifyAsync(cancel: TestContext.Current.CancellationToken);
        Assert.True(verdict.IsWhole, $"entry {verdict.BrokenAt}: {verdict.BrokenWhy}");
        var lost = acknowledged.Except(await stored(services)).ToList();
        Assert.True(lost.Count == 0, $"{lost.Count} of {acknowledged.Count} acknowledged acts are lost.");
        if (settings.TryGetValue("Database:Provider", out var provider) && string.Equals(provider, "Postgres", StringComparison.Ordinal))
            return;
        SqliteConnection.ClearAllPools();
        Assert.Null(SqliteHealth.Whole(Path.Combine(settings["Database:Folder"]!, "mabarra.db")));
    }
}
