using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Jobs;
using Mabarra.CaseManager.Holidays;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Signing;

/// <summary>
/// Each working day: who has not signed is reminded every few working days; who is late, the head is told of, and after as many days senior management (DOMAIN.md §3.5).
/// What it writes is what the home pages and «سياساتي» greet with.
/// </summary>
public sealed class PolicyReminders(CaseWriter writer, IDbContextFactory<CaseDbContext> contexts, TimeProvider clock) : IDailyJob
{
    private const int Batch = 200;

    public string Name => "policy-reminders";

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var act = new Act(Actor.System, clock.Now);
        foreach (var (version, ids) in await OpenAsync(cancel))
        {
            foreach (var batch in ids.Chunk(Batch))
                await ChaseAsync(act, version, batch, cancel);
        }
        return null;
    }

    private async Task<Dictionary<Guid, List<Guid>>> OpenAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var acknowledgements = db.Acknowledgements;
        var open = await acknowledgements.AsNoTracking().Where(a => a.SignedAt == null && a.ExemptedAt == null && a.ReplacedAt == null)
            .Select(a => new { a.VersionId, a.Id }).ToListAsync(cancel);
        return open.GroupBy(a => a.VersionId).ToDictionary(g => g.Key, g => g.Select(a => a.Id).ToList());
    }

    private Task ChaseAsync(Act act, Guid version, Guid[] ids, CancellationToken cancel) => writer.SaveAsync(async db =>
    {
        var calendar = await CalendarReader.ReadAsync(db, cancel);
        if (!calendar.IsWorkingDay(act.On))
            return;
        var every = await SettingReader.OfAsync(db, Limits.RemindEvery, cancel);
        var acknowledgements = db.Acknowledgements;
        // Signed meanwhile: nothing is left to chase.
        var chased = (await acknowledgements.Where(a => ids.Contains(a.Id)).ToListAsync(cancel)).Count(a => a.Chase(act, calendar, every));
        if (chased > 0)
            db.Record(act, "policies.ack.chase", version, nameof(PolicyVersion), chased.ToString(System.Globalization.CultureInfo.InvariantCulture), Clauses.Sign);
    }, cancel);
}
