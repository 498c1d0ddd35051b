using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Holidays;

/// <summary>What a change of the days off would do, before anything is saved.</summary>
/// <param name="Moved">Open records that get another due date; as many people must be told.</param>
/// <param name="Fingerprint">Of all moves: <see cref="HolidayService.ApplyAsync"/> does exactly these or nothing.</param>
/// <param name="First">The nearest of them, in words.</param>
public sealed record HolidayPreview(int Moved, string Fingerprint, IReadOnlyList<MoveGroup> Days, IReadOnlyList<TellGroup> Channels, IReadOnlyList<MovedRecord> First);

/// <summary>«ماذا لو»: carries a plan out in a context nobody saves, by the code that carries it out in earnest (PEERS.md 23; DOMAIN.md §4, 5).</summary>
public sealed class HolidaySimulator(IDbContextFactory<CaseDbContext> contexts, IEnumerable<ICalendarFollower> followers)
{
    /// <summary>So many moves are told one by one; the groups tell of all.</summary>
    public const int Shown = 25;

    private const int Step = 500;

    public string? ToTellHref => followers.Select(f => f.ToTellHref).FirstOrDefault(h => h is not null);

    /// <summary>Reads all open records a batch at a time; call it off the circuit's thread.</summary>
    /// <exception cref="RuleViolation">What applying the plan would be refused with.</exception>
    public async Task<HolidayPreview> ForeseeAsync(Act act, HolidayPlan plan, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        act.Require(HolidaysModule.EditPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await HolidayPlanner.ApplyAsync(db, act, plan, cancel);
        var calendar = await CalendarReader.ReadAsync(db, cancel);
        using var tally = new MoveTally(Shown);
        var first = new List<MovedRecord>();
        foreach (var follower in followers)
        {
            var told = tally.First.Count;
            await foreach (var move in follower.ForeseeAsync(db, act, calendar, cancel))
            {
                tally.Add(move);
                if (tally.Count % Step == 0)
                    progress?.Report(tally.Count);
            }
            first.AddRange(await follower.DescribeAsync(db, act, [.. tally.First.Skip(told)], cancel));
        }
        return new HolidayPreview(tally.Count, tally.Fingerprint(), tally.Days, tally.Channels, first);
    }
}
