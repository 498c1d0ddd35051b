using CsCheck;

namespace Mabarra.CaseManager.Tests.Kernel;

/// <summary>The calendar against a slow model that looks at every day, over twenty years of random weeks and closures.</summary>
public sealed class WorkingDayCalendarProperties
{
    private static readonly DateOnly First = new(2020, 1, 1);
    private static readonly DateOnly Last = new(2039, 12, 31);

    private static readonly Gen<DateOnly> Days = Gen.Int[0, Last.DayNumber - First.DayNumber].Select(First.AddDays);

    private static readonly Gen<WorkWeek> Weeks = Gen.Select(Days, Gen.Int[1, 127]).Select((from, mask) =>
        new WorkWeek(from, Enum.GetValues<DayOfWeek>().Where(d => (mask & (1 << (int)d)) != 0).ToHashSet()));

    private static readonly Gen<Model> Models =
        Gen.Select(Weeks.Array[0, 4], Days.Array[0, 400]).Select((weeks, closed) => new Model([.. weeks.DistinctBy(w => w.From)], [.. closed]));

    [Fact]
    public void Agrees_with_a_naive_count_over_twenty_years() =>
        Gen.Select(Models, Days, Days, Gen.Int[1, 60]).Sample((model, a, b, n) =>
        {
            var calendar = model.ToCalendar();
            var due = model.Add(a, n);
            Assert.Equal(due, calendar.AddWorkingDays(a, n));
            Assert.Equal(model.Count(a, b), calendar.CountWorkingDays(a, b));
            Assert.Equal(n, calendar.CountWorkingDays(a, due));
            Assert.Equal(model.IsWorked(a), calendar.IsWorkingDay(a));
            Assert.Equal(b < a, calendar.DaysLeft(a, b) < 0);
        }, iter: 2_000);

    [Fact]
    public void Due_date_never_moves_back_when_completion_moves_forward() =>
        Gen.Select(Models, Days, Gen.Int[0, 40], Gen.Int[1, 30]).Sample((model, a, later, n) =>
        {
            var calendar = model.ToCalendar();
            Assert.True(calendar.AddWorkingDays(a, n) <= calendar.AddWorkingDays(a.AddDays(later), n));
        }, iter: 2_000);

    [Fact]
    public void Explanation_counts_to_n_day_by_day_and_ends_on_the_due_date() =>
        Gen.Select(Models, Days, Gen.Int[1, 30]).Sample((model, a, n) =>
        {
            var calendar = model.ToCalendar();
            var days = calendar.Explain(a, n);
            Assert.Equal(a, days[0].On);
            Assert.Equal(calendar.AddWorkingDays(a, n), days[^1].On);
            Assert.Equal(Enumerable.Range(0, days.Count).Select(a.AddDays), days.Select(d => d.On));
            Assert.Equal(Enumerable.Range(1, n), days.Where(d => d.Kind == DayKind.Counted).Select(d => d.Number!.Value));
            Assert.All(days.Skip(1), d => Assert.Equal(model.IsWorked(d.On), d.Kind == DayKind.Counted));
        }, iter: 1_000);

    private sealed record Model(WorkWeek[] Weeks, HashSet<DateOnly> Closed)
    {
        public WorkingDayCalendar ToCalendar() => new(Weeks, Closed.Select(d => new Closure(d, "x")));

        public bool IsWorked(DateOnly day) =>
            (Weeks.Where(w => w.From <= day).MaxBy(w => w.From) ?? WorkWeek.Default).Days.Contains(day.DayOfWeek) && !Closed.Contains(day);

        public int Count(DateOnly after, DateOnly through)
        {
            var days = 0;
            for (var day = after.AddDays(1); day <= through; day = day.AddDays(1))
                days += IsWorked(day) ? 1 : 0;
            return days;
        }

        public DateOnly Add(DateOnly day, int n)
        {
            while (n > 0)
            {
                day = day.AddDays(1);
                n -= IsWorked(day) ? 1 : 0;
            }
            return day;
        }
    }
}
