using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Daily;

/// <summary>The parts of a first page, in their order.</summary>
public enum DayPart
{
    Late,
    Today,

    /// <summary>Due within the next three working days.</summary>
    Soon,

    /// <summary>Waits for this person, and is due later or has no day.</summary>
    Later,

    /// <summary>Waits for the beneficiary.</summary>
    Hers,
}

/// <summary>Everything that waits for one person, what is due first first.</summary>
/// <param name="IsFull">There is more than this of some kind.</param>
public sealed record DayList(IReadOnlyList<(DayPart Part, DayItem Item)> Items, bool IsFull)
{
    public static DayList Empty { get; } = new([], IsFull: false);

    /// <summary>Late or due today: the number beside the home page's name.</summary>
    public int Urgent => Items.Count(i => i.Part is DayPart.Late or DayPart.Today);

    public IReadOnlyList<DayItem> Of(DayPart part) => [.. Items.Where(i => i.Part == part).Select(i => i.Item)];
}

/// <summary>«يومي»: asks every module what waits for somebody, and takes out what he put off or handed over. Nothing to set up.</summary>
public sealed class DayReader(IEnumerable<IDaySource> sources, IDbContextFactory<CaseDbContext> contexts, CalendarReader calendars)
{
    /// <summary>Of each source; nobody does more in a day.</summary>
    public const int MostOfSource = 40;

    private const int SoonDays = 3;

    /// <summary>What was handed over longer ago is where it was before, if it waits at all.</summary>
    private const int LongestAway = 60;

    /// <summary>What may change the list.</summary>
    public IReadOnlyList<Type> Watched { get; } = [.. sources.SelectMany(s => s.Watched).Append(typeof(SetAside)).Append(typeof(Holiday)).Distinct()];

    public async Task<DayList> ReadAsync(Act act, CancellationToken cancel)
    {
        act.Require(DailyModule.ViewPermission);
        var aside = await AsideAsync(act, cancel);
        var (items, isFull) = (new List<DayItem>(), false);
        foreach (var source in sources)
        {
            var without = aside.Where(a => a.Source == source.Name).ToList();
            var own = await source.ReadAsync(act, new DayAsk(MostOfSource, [.. without.Select(a => a.RecordId)]), cancel);
            items.AddRange(own);
            isFull |= own.Count >= MostOfSource;
            foreach (var given in without.Where(a => a.ToId == act.Actor.Id))
            {
                if (await source.OneAsync(act, given.RecordId, cancel) is { } item)
                    items.Add(item with { From = given.OwnerName, Why = given.Reason });
            }
        }
        var soonEnds = (await calendars.ReadAsync(cancel)).AddWorkingDays(act.On, SoonDays);
        var ordered = items.Select(i => (Part: PartOf(i, act.On, soonEnds), Item: i)).OrderBy(i => i.Part).ThenBy(i => i.Item.DueOn ?? DateOnly.MaxValue).ThenBy(i => i.Item.Label, StringComparer.Ordinal);
        return new DayList([.. ordered], isFull);
    }

    internal static DayPart PartOf(DayItem item, DateOnly today, DateOnly soonEnds) => item switch
    {
        { IsHers: true } => DayPart.Hers,
        { DueOn: null } => DayPart.Later,
        { DueOn: { } due } => due < today ? DayPart.Late : due == today ? DayPart.Today : due <= soonEnds ? DayPart.Soon : DayPart.Later,
    };

    /// <summary>What this person put off and is not back yet, and what is with whichever colleague it was handed to, himself too.</summary>
    private async Task<List<SetAside>> AsideAsync(Act act, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (asides, me, today, since) = (db.SetAsides, act.Actor.Id, act.On, act.On.AddDays(-LongestAway));
        var handed = asides.AsNoTracking().Where(s => s.SetOn >= since && s.ToId != null && s.ReplacedAt == null && db.Users.Any(u => u.Id == s.ToId && u.IsActive));
        var putOff = asides.AsNoTracking().Where(s => s.OwnerId == me && s.UntilOn > today && s.ReplacedAt == null);
        return [.. await handed.ToListAsync(cancel), .. await putOff.ToListAsync(cancel)];
    }
}
