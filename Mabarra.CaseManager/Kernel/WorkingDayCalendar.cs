using System.Collections.Frozen;
using System.Numerics;

namespace Mabarra.CaseManager.Kernel;

/// <summary>
/// Which days the association works, and the arithmetic of the reply period (ت-٦). Immutable; made from the stored work schedule and holidays.
/// Decisions (DOMAIN.md §4): a working day is a day of the effective work week with no closure; the day of completion is day 0 and never counts;
/// day 1 is the first working day strictly after it; nothing pauses the count; the hour of the day plays no part.
/// </summary>
public sealed class WorkingDayCalendar
{
    /// <summary>So many days without a single working one mean a broken schedule, not a long holiday.</summary>
    private const int LongestGap = 3660;

    private readonly WorkWeek[] _weeks;
    private readonly int[] _weekStarts;
    private readonly int[] _weekMasks;
    private readonly FrozenDictionary<int, Closure> _closures;

    /// <summary>Closures that fall on a day otherwise worked, ascending: what a count has to take off.</summary>
    private readonly int[] _lostDays;

    /// <param name="weeks">In any order; before the first of them <see cref="WorkWeek.Default"/> holds.</param>
    /// <param name="closures">In any order; several on one day are one closure with all their names.</param>
    public WorkingDayCalendar(IEnumerable<WorkWeek> weeks, IEnumerable<Closure> closures)
    {
        _weeks = [.. weeks.OrderBy(w => w.From)];
        if (_weeks is not [{ From.DayNumber: 0 }, ..])
            _weeks = [WorkWeek.Default, .. _weeks];
        if (_weeks.DistinctBy(w => w.From).Count() != _weeks.Length)
            throw new ArgumentException("Two work weeks take effect on the same day.", nameof(weeks));
        _weekStarts = [.. _weeks.Select(w => w.From.DayNumber)];
        _weekMasks = [.. _weeks.Select(w => w.Days.Aggregate(0, (mask, day) => mask | (1 << (int)day)))];
        _closures = closures.GroupBy(c => c.On.DayNumber).ToFrozenDictionary(g => g.Key, Merge);
        _lostDays = [.. _closures.Keys.Where(IsWeekday).Order()];
    }

    /// <summary>Sunday to Thursday, no holidays.</summary>
    public static WorkingDayCalendar Plain { get; } = new([], []);

    /// <summary>The same calendar with more closures, for asking "what if" before a holiday is saved.</summary>
    public WorkingDayCalendar With(params IEnumerable<Closure> more) => new(_weeks, _closures.Values.Concat(more));

    public bool IsWorkingDay(DateOnly day) => IsWorked(day.DayNumber);

    /// <summary>The closure on this day, if there is one.</summary>
    public Closure? ClosureOn(DateOnly day) => _closures.GetValueOrDefault(day.DayNumber);

    /// <summary>The n-th working day strictly after <paramref name="completedOn"/>, which is day 0 (ت-٦).</summary>
    /// <exception cref="InvalidOperationException">The schedule leaves no working day to find.</exception>
    public DateOnly AddWorkingDays(DateOnly completedOn, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var day = completedOn.DayNumber;
        for (var counted = 0; counted < n; counted++)
            day = NextWorked(day);
        return DateOnly.FromDayNumber(day);
    }

    /// <summary>WD(a, b): working days in (<paramref name="after"/>, <paramref name="through"/>]; 0 when the second is not later.</summary>
    public int CountWorkingDays(DateOnly after, DateOnly through)
    {
        int from = after.DayNumber, to = through.DayNumber, days = 0;
        for (var i = 0; i < _weekStarts.Length && from < to; i++)
        {
            var end = i + 1 < _weekStarts.Length ? Math.Min(to, _weekStarts[i + 1] - 1) : to;
            if (end <= from)
                continue;
            days += Weekdays(_weekMasks[i], from, end);
            from = end;
        }
        return days == 0 ? 0 : days - LostBetween(after.DayNumber, through.DayNumber);
    }

    /// <summary>The day itself when it is worked, else the last working day before it: a right that falls due on a rest day is met before it, since ح-٣ says «عند استحقاقها».</summary>
    public DateOnly PreviousWorkingDay(DateOnly day)
    {
        for (var (number, gap) = (day.DayNumber, 0); number >= 0 && gap <= LongestGap; number--, gap++)
        {
            if (IsWorked(number))
                return DateOnly.FromDayNumber(number);
        }
        throw NoneFound(day);
    }

    /// <summary>
    /// Working days left until <paramref name="dueOn"/>: 0 on the day itself, negative as soon as it has passed
    /// (due Thursday, seen on Friday: −1, as on the Sunday after it, because a reply on Friday is already late).
    /// </summary>
    public int DaysLeft(DateOnly today, DateOnly dueOn) =>
        today <= dueOn ? CountWorkingDays(today, dueOn) : -Math.Max(1, CountWorkingDays(dueOn, today));

    /// <summary>Why the date is what it is: every day from day 0 to the n-th working day, counted or skipped with its reason.</summary>
    public IReadOnlyList<ExplainedDay> Explain(DateOnly completedOn, int n)
    {
        var dueOn = AddWorkingDays(completedOn, n);
        var days = new List<ExplainedDay> { new(completedOn, DayKind.Completion, 0, ClosureOn(completedOn)) };
        var counted = 0;
        for (var day = completedOn.AddDays(1); day <= dueOn; day = day.AddDays(1))
            days.Add(Explained(day, ref counted));
        return days;
    }

    private ExplainedDay Explained(DateOnly day, ref int counted)
    {
        if (ClosureOn(day) is { } closure)
            return new(day, DayKind.Holiday, null, closure);
        return IsWorkingDay(day) ? new(day, DayKind.Counted, ++counted, null) : new(day, DayKind.WeeklyRest, null, null);
    }

    private int NextWorked(int day)
    {
        for (var gap = 1; gap <= LongestGap && day + gap <= DateOnly.MaxValue.DayNumber; gap++)
        {
            if (IsWorked(day + gap))
                return day + gap;
        }
        throw NoneFound(DateOnly.FromDayNumber(day));
    }

    private bool IsWorked(int day) => IsWeekday(day) && !_closures.ContainsKey(day);

    private bool IsWeekday(int day)
    {
        var i = _weekStarts.Length - 1;
        while (_weekStarts[i] > day)
            i--;
        return (_weekMasks[i] & (1 << DayOfWeek(day))) != 0;
    }

    /// <summary>Day number 0 is a Monday.</summary>
    private static int DayOfWeek(int day) => (day + 1) % 7;

    private static int Weekdays(int mask, int after, int through)
    {
        var weeks = Math.DivRem(through - after, 7, out var rest);
        var days = weeks * BitOperations.PopCount((uint)mask);
        for (var day = through - rest + 1; day <= through; day++)
            days += (mask >> DayOfWeek(day)) & 1;
        return days;
    }

    private int LostBetween(int after, int through) => LostUpTo(through) - LostUpTo(after);

    private int LostUpTo(int day)
    {
        var at = Array.BinarySearch(_lostDays, day);
        return at >= 0 ? at + 1 : ~at;
    }

    private static Closure Merge(IGrouping<int, Closure> sameDay) => new(
        DateOnly.FromDayNumber(sameDay.Key),
        string.Join(" / ", sameDay.Select(c => c.Name).Distinct(StringComparer.Ordinal)),
        sameDay.All(c => c.IsProvisional));

    private static InvalidOperationException NoneFound(DateOnly from) =>
        new(FormattableString.Invariant($"The work schedule has no working day within {LongestGap} days of {from:yyyy-MM-dd}."));
}
