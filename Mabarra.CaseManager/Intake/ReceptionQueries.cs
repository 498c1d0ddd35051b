using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>The hall now.</summary>
/// <param name="AtDesks">Called or being served, the last called first.</param>
/// <param name="Waiting">The first of those who wait, the oldest first.</param>
/// <param name="WaitingCount">How many wait in all, counted no further than <see cref="Page.TotalCap"/> + 1.</param>
/// <param name="AverageWait">Of today's visitors, from arrival until served (ت-١); null while nobody has been served.</param>
/// <param name="WaitingSince">Arrival of the one who has waited longest.</param>
public sealed record QueueView(IReadOnlyList<VisitRow> AtDesks, IReadOnlyList<VisitRow> Waiting, int WaitingCount, TimeSpan? AverageWait, DateTime? WaitingSince);

/// <summary>Visits of earlier days that nobody ended.</summary>
/// <param name="Unanswered">How many of them have a question without an answer (ت-١: must be none at the day's end).</param>
public sealed record LeftOpen(IReadOnlyList<VisitRow> Rows, int Count, int Unanswered);

/// <summary>One line of the screen in the hall: numbers only, never a name.</summary>
public sealed record CalledNumber(long Number, string Desk, DateTime CalledAt);

/// <summary>What the screen in the hall shows.</summary>
public sealed record HallView(IReadOnlyList<CalledNumber> Called, int WaitingCount, TimeSpan? AverageWait);

/// <summary>The reception queue of today (ت-١).</summary>
public sealed class ReceptionQueries(IDbContextFactory<CaseDbContext> contexts)
{
    private const int MostAtDesks = 50;
    private const int MostLeftOpen = 10;
    private const int MostCalled = 5;

    public async Task<QueueView> NowAsync(Act act, int take, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var today = Of(VisitQueries.Visible(db, act), act.On);
        var waiting = today.Where(v => v.Status == VisitStatus.Waiting).OrderBy(v => v.DayOrder);
        var atDesks = today.Where(v => v.Status == VisitStatus.Called || v.Status == VisitStatus.Serving);
        var rows = await VisitQueries.Rows(waiting.Take(take)).ToListAsync(cancel);
        return new QueueView(
            await VisitQueries.Rows(atDesks.OrderByDescending(v => v.CalledAt ?? v.ServedAt).ThenBy(v => v.DayOrder).Take(MostAtDesks)).ToListAsync(cancel),
            rows,
            rows.Count < take ? rows.Count : await waiting.Take(Page.TotalCap + 1).CountAsync(cancel),
            await AverageAsync(today, cancel),
            rows.Count > 0 ? rows[0].ArrivedAt : null);
    }

    /// <summary>What yesterday left behind: shown in the morning until it is settled.</summary>
    public async Task<LeftOpen> LeftOpenAsync(Act act, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var first = DayOrders.First(act.On);
        var open = VisitQueries.Visible(db, act).Where(v => v.EndedAt == null && (v.DayOrder == null || v.DayOrder < first));
        var rows = await VisitQueries.Rows(open.OrderBy(v => v.Question == null).ThenBy(v => v.Serial).Take(MostLeftOpen)).ToListAsync(cancel);
        if (rows.Count == 0)
            return new LeftOpen([], 0, 0);
        return new LeftOpen(
            rows, await open.Take(Page.TotalCap + 1).CountAsync(cancel), await open.Where(v => v.Question != null).Take(Page.TotalCap + 1).CountAsync(cancel));
    }

    /// <summary>For the screen in the hall: everybody's numbers and nobody's name, so it is the same for whoever started it.</summary>
    public async Task<HallView> HallAsync(Act act, CancellationToken cancel)
    {
        act.Require(IntakeModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var today = Of(db.Visits.AsNoTracking(), act.On);
        var called = await today.Where(v => v.CalledAt != null && v.EndedAt == null).OrderByDescending(v => v.CalledAt).Take(MostCalled)
            .Select(v => new { v.DayOrder, v.Desk, v.CalledAt }).ToListAsync(cancel);
        return new HallView(
            [.. called.Select(c => new CalledNumber(DayOrders.SlipOf(c.DayOrder!.Value), c.Desk ?? "", c.CalledAt!.Value))],
            await today.Where(v => v.Status == VisitStatus.Waiting).Take(Page.TotalCap + 1).CountAsync(cancel),
            await AverageAsync(today, cancel));
    }

    private static IQueryable<Visit> Of(IQueryable<Visit> visits, DateOnly day)
    {
        var (first, end) = (DayOrders.First(day), DayOrders.First(day.AddDays(1)));
        return visits.Where(v => v.DayOrder >= first && v.DayOrder < end);
    }

    private static async Task<TimeSpan?> AverageAsync(IQueryable<Visit> today, CancellationToken cancel) =>
        await today.AverageAsync(v => (double?)v.WaitedSeconds, cancel) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
