namespace Mabarra.CaseManager.Demo;

/// <summary>One thing done at one moment of the story.</summary>
internal sealed record DemoStep(DateTime At, Func<DemoDesk, CancellationToken, Task> Do);

/// <summary>The working days of the nine months before today, and what is done on them, in the order of the clock.</summary>
internal sealed class DemoTimeline
{
    private const int Months = 9;
    private const int Opening = 8;

    private readonly List<DemoStep> steps = [];
    private readonly WorkingDayCalendar calendar;

    public DemoTimeline(DateTime now, WorkingDayCalendar calendar)
    {
        (Now, Today, this.calendar) = (now, RiyadhTime.DayOf(now), calendar);
        for (var day = Today.AddMonths(-Months); day < Today; day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day))
                Past.Add(day);
        }
    }

    public DateTime Now { get; }

    public DateOnly Today { get; }

    /// <summary>Working days before today, oldest first.</summary>
    public List<DateOnly> Past { get; } = [];

    /// <summary>Who acts first at the same moment stays first.</summary>
    public IReadOnlyList<DemoStep> Steps => [.. steps.OrderBy(s => s.At)];

    public void Add(DateTime at, Func<DemoDesk, CancellationToken, Task> act) => steps.Add(new DemoStep(at, act));

    /// <summary>The working day so many working days ago.</summary>
    public DateOnly Ago(int workingDays) => Past[^workingDays];

    public DateOnly NextOpen(DateOnly day) => calendar.IsWorkingDay(day) ? day : NextOpen(day.AddDays(1));

    public DateOnly LastOpen(DateOnly day) => calendar.IsWorkingDay(day) ? day : LastOpen(day.AddDays(-1));

    /// <summary>So many minutes after opening.</summary>
    public static DateTime At(DateOnly day, int minute) => RiyadhTime.ToUtc(day.ToDateTime(new TimeOnly(Opening, 0)).AddMinutes(minute));

    /// <summary>So many minutes ago and still today: early in the morning the minutes are shorter.</summary>
    public DateTime TodayAgo(int minutes)
    {
        const int Longest = 240;
        var sinceMidnight = (RiyadhTime.WallClock(Now) - Today.ToDateTime(TimeOnly.MinValue)).TotalMinutes;
        return Now.AddMinutes(-minutes * Math.Min(1, sinceMidnight / Longest));
    }
}
