namespace Mabarra.CaseManager.Demo;

/// <summary>How far a made-up request comes.</summary>
internal enum DemoFate
{
    Archived,
    Withdrawn,
    Overdue,

    /// <summary>A reminder is due now.</summary>
    Incomplete,

    /// <summary>Completeness taken back once, and complete again.</summary>
    Revoked,

    /// <summary>The due date is today or ahead.</summary>
    Complete,
    Draft,
}

/// <summary>A made-up request.</summary>
/// <param name="On">The day it is opened.</param>
/// <param name="CompleteOn">The day it is complete; the same as <paramref name="On"/> where nothing was missing.</param>
internal sealed record DemoRequest(int No, DemoFate Fate, DateOnly On, DateOnly CompleteOn)
{
    public required DemoPerson Person { get; init; }

    public required string Service { get; init; }

    /// <summary>The minute after opening of its day.</summary>
    public required int Minute { get; init; }

    /// <summary>The person's first request, at which the file is opened.</summary>
    public required bool IsFirst { get; init; }

    public Guid Id { get; set; }

    public Guid? VisitId { get; set; }
}

/// <summary>Who asks for what on which day (DOMAIN.md §7): 140 requests of sixty people. The same on every day it is made, only moved.</summary>
internal static class DemoPlan
{
    public const int Requests = 140;
    public const int Overdue = 4;
    public const int Incomplete = 6;
    public const int Drafts = 10;
    private const int Archived = 27;
    private const int Withdrawn = 32;
    private const int Ahead = 60;
    private const int FirstMinute = 20;
    private const int MinutesApart = 31;

    /// <summary>The reply period (ت-٦), fifteen working days: the oldest of these falls due today.</summary>
    private const int DaysAhead = 15;

    /// <summary>Reminders at 7 and 21 days, thirty more until it may be put away, and days off between.</summary>
    private const int ArchiveTakes = 62;

    public static IReadOnlyList<DemoRequest> Make(DemoTimeline time, IReadOnlyList<DemoPerson> people)
    {
        var slots = Slots(time).OrderBy(s => s.On).ToList();
        var uses = people.Select(_ => new List<DateOnly>()).ToList();
        var inDay = new Dictionary<DateOnly, int>();
        List<DemoRequest> requests = [];
        foreach (var (fate, on, completeOn) in slots)
        {
            var person = Pick(requests.Count, on, uses);
            var place = inDay[on] = inDay.GetValueOrDefault(on) + 1;
            requests.Add(new DemoRequest(requests.Count, fate, on, completeOn)
            {
                Person = people[person],
                Service = DemoServices.For(people[person], uses[person].Count),
                Minute = FirstMinute + (place * MinutesApart),
                IsFirst = uses[person].Count == 0,
            });
            uses[person].Add(on);
        }

        return requests;
    }

    private static IEnumerable<(DemoFate Fate, DateOnly On, DateOnly CompleteOn)> Slots(DemoTimeline time)
    {
        var past = time.Past;
        foreach (var i in Enumerable.Range(0, Archived))
            yield return (DemoFate.Archived, past[i * (past.Count - ArchiveTakes) / Archived], default);
        foreach (var i in Enumerable.Range(0, Withdrawn))
            yield return (DemoFate.Withdrawn, past[2 + (i * (past.Count - 28) / Withdrawn)], default);
        foreach (var ago in (int[])[17, 18, 20, 23])
            yield return (DemoFate.Overdue, time.Ago(ago), time.Ago(ago));
        foreach (var ago in (int[])[8, 9, 11, 13, 25, 28])
            yield return (DemoFate.Incomplete, time.LastOpen(time.Today.AddDays(-ago)), default);
        yield return (DemoFate.Revoked, time.Ago(12), time.Ago(12));
        foreach (var i in Enumerable.Range(0, Ahead))
            yield return (DemoFate.Complete, time.Ago(1 + (i % DaysAhead) + (i % 5 == 1 ? 2 : 0)), time.Ago(1 + (i % DaysAhead)));
        foreach (var i in Enumerable.Range(0, Drafts))
            yield return (DemoFate.Draft, i < 3 ? time.Today : time.Ago(i < 7 ? 1 : 2), default);
    }

    /// <summary>New people come evenly; in between somebody returns who was not here of late.</summary>
    private static int Pick(int no, DateOnly on, List<List<DateOnly>> uses)
    {
        var known = uses.Count(u => u.Count > 0);
        if (known <= no * DemoPeople.Count / Requests)
            return known;
        return Enumerable.Range(0, known).Select(i => ((no * 37) + 11 + i) % known).OrderBy(p => uses[p][^1] > on.AddDays(-40) ? 1 : 0).First();
    }
}
