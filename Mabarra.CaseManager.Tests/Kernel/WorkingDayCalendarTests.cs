using static Mabarra.CaseManager.Tests.Support.SeedHolidays;

namespace Mabarra.CaseManager.Tests.Kernel;

/// <summary>The worked cases of DOMAIN.md §4 and the edges round them.</summary>
public sealed class WorkingDayCalendarTests
{
    private const int ReplyPeriod = 15;

    private static readonly Dictionary<string, Closure[]> MoreClosures = new(StringComparer.Ordinal)
    {
        [""] = [],
        ["the association adds a day after Eid"] = [new(Day("2027-03-15"), "إجازة من الجمعية")],
        ["emergency closure"] = [new(Day("2026-12-01"), "إغلاق طارئ")],
        ["National Day 2028 with compensation"] = [.. Days(NationalDay, "2028-09-23"), .. Days(Compensation, "2028-09-24")],
        ["National Day 2028 without"] = [.. Days(NationalDay, "2028-09-23")],
        ["Founding Day 2030 with compensation"] = [.. Days(FoundingDay, "2030-02-22"), .. Days(Compensation, "2030-02-21")],
        ["Founding Day 2030 without"] = [.. Days(FoundingDay, "2030-02-22")],
    };

    [Theory]
    [InlineData("1 plain Monday", "2026-11-23", "2026-12-14", "1448/07/05", "")]
    [InlineData("2 Thursday at closing", "2026-11-26", "2026-12-17", "1448/07/08", "")]
    [InlineData("3 Friday, online", "2026-11-27", "2026-12-17", "1448/07/08", "")]
    [InlineData("4 Saturday 23:00", "2026-11-28", "2026-12-17", "1448/07/08", "")]
    [InlineData("5 Sunday after hours", "2026-11-29", "2026-12-20", "1448/07/11", "")]
    [InlineData("7 over National Day", "2026-09-15", "2026-10-07", "1448/04/26", "")]
    [InlineData("8 on National Day", "2026-09-23", "2026-10-14", "1448/05/03", "")]
    [InlineData("8 and the day before it", "2026-09-22", "2026-10-14", "1448/05/03", "")]
    [InlineData("9 over Founding Day", "2027-02-14", "2027-03-08", "1448/09/29", "")]
    [InlineData("10 over Eid al-Fitr 1448", "2027-02-25", "2027-03-24", "1448/10/16", "")]
    [InlineData("11 as 10, a day added later", "2027-02-25", "2027-03-25", "1448/10/17", "the association adds a day after Eid")]
    [InlineData("12 over Eid al-Fitr 1447", "2026-03-10", "2026-04-06", "1447/10/18", "")]
    [InlineData("13 over Eid al-Adha 1447", "2026-05-17", "2026-06-11", "1447/12/25", "")]
    [InlineData("14 over Eid al-Adha 1448", "2027-05-06", "2027-06-02", "1448/12/27", "")]
    [InlineData("15 inside Eid", "2027-03-10", "2027-04-04", "1448/10/27", "")]
    [InlineData("15 and the last day before it", "2027-03-08", "2027-04-04", "1448/10/27", "")]
    [InlineData("16 National Day on a Saturday", "2028-09-13", "2028-10-05", "1450/05/16", "National Day 2028 with compensation")]
    [InlineData("16 without compensation", "2028-09-13", "2028-10-04", "1450/05/15", "National Day 2028 without")]
    [InlineData("17 Founding Day on a Friday", "2030-02-10", "2030-03-04", "1451/10/29", "Founding Day 2030 with compensation")]
    [InlineData("17 without compensation", "2030-02-10", "2030-03-03", "1451/10/28", "Founding Day 2030 without")]
    [InlineData("18 emergency closure declared later", "2026-11-23", "2026-12-15", "1448/07/06", "emergency closure")]
    [InlineData("19 a paper asked for meanwhile: no pause", "2026-11-23", "2026-12-14", "1448/07/05", "")]
    [InlineData("20 revoked, completed again", "2026-12-07", "2026-12-28", "1448/07/19", "")]
    [InlineData("21 over the year end", "2026-12-20", "2027-01-10", "1448/08/02", "")]
    public void AddWorkingDays_worked_case(string name, string completedOn, string dueOn, string hijri, string more)
    {
        Assert.NotEmpty(name);
        var calendar = Calendar.With(MoreClosures[more]);

        var due = calendar.AddWorkingDays(Day(completedOn), ReplyPeriod);

        Assert.Equal(Day(dueOn), due);
        Assert.Equal(hijri, HijriDate.From(due).ToString());
        Assert.Equal(ReplyPeriod, calendar.CountWorkingDays(Day(completedOn), due));
    }

    [Theory]
    [InlineData("case 6", "2026-11-23T21:30:00Z", "2026-11-24", "2026-12-15")]
    [InlineData("B30 last second of the day", "2026-11-23T20:59:59Z", "2026-11-23", "2026-12-14")]
    [InlineData("B30 first second of the next", "2026-11-23T21:00:00Z", "2026-11-24", "2026-12-15")]
    public void Completion_counts_by_its_Riyadh_day(string name, string utc, string completedOn, string dueOn)
    {
        Assert.NotEmpty(name);
        var instant = DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

        var day = RiyadhTime.DayOf(instant);

        Assert.Equal(Day(completedOn), day);
        Assert.Equal(Day(dueOn), Calendar.AddWorkingDays(day, ReplyPeriod));
    }

    [Fact]
    public void AddWorkingDays_gives_the_checkpoints_of_case_1()
    {
        var completedOn = Day("2026-11-23");
        Assert.Equal(Day("2026-12-07"), Calendar.AddWorkingDays(completedOn, 10));
        Assert.Equal(Day("2026-12-09"), Calendar.AddWorkingDays(completedOn, 12));
        Assert.Equal(Day("2026-11-24"), Calendar.AddWorkingDays(completedOn, 1));
    }

    [Theory]
    [InlineData("2026-12-14", "2026-12-14", 0)]
    [InlineData("2026-12-13", "2026-12-14", 1)]
    [InlineData("2026-11-23", "2026-12-14", 15)]
    [InlineData("2026-12-15", "2026-12-14", -1)]
    [InlineData("2026-12-16", "2026-12-14", -2)]
    [InlineData("2026-12-18", "2026-12-17", -1)] // due Thursday, looked at on Friday: late already
    [InlineData("2026-12-20", "2026-12-17", -1)]
    [InlineData("2026-12-12", "2026-12-14", 2)] // a Saturday: Sunday and Monday are left
    public void DaysLeft_is_negative_exactly_when_overdue(string today, string dueOn, int expected) =>
        Assert.Equal(expected, Calendar.DaysLeft(Day(today), Day(dueOn)));

    [Theory]
    [InlineData("2026-12-14", "2026-12-14")]
    [InlineData("2026-12-18", "2026-12-17")]
    [InlineData("2026-12-19", "2026-12-17")]
    [InlineData("2027-03-13", "2027-03-08")]
    public void PreviousWorkingDay_is_the_day_itself_or_the_last_one_before(string day, string expected) =>
        Assert.Equal(Day(expected), Calendar.PreviousWorkingDay(Day(day)));

    [Fact]
    public void Explain_lists_every_day_counted_or_skipped_with_its_reason()
    {
        var days = Calendar.Explain(Day("2026-09-20"), 4);

        Assert.Equal(
            [
                (Day("2026-09-20"), DayKind.Completion, 0, null),
                (Day("2026-09-21"), DayKind.Counted, 1, null),
                (Day("2026-09-22"), DayKind.Counted, 2, null),
                (Day("2026-09-23"), DayKind.Holiday, null, NationalDay),
                (Day("2026-09-24"), DayKind.Counted, 3, null),
                (Day("2026-09-25"), DayKind.WeeklyRest, null, null),
                (Day("2026-09-26"), DayKind.WeeklyRest, null, null),
                (Day("2026-09-27"), DayKind.Counted, (int?)4, (string?)null),
            ],
            days.Select(d => (d.On, d.Kind, d.Number, d.Closure?.Name)));
    }

    [Fact]
    public void A_work_week_holds_from_its_date_on()
    {
        var ramadanTrial = new WorkWeek(Day("2027-01-03"), new HashSet<DayOfWeek> { DayOfWeek.Sunday, DayOfWeek.Monday });
        var calendar = new WorkingDayCalendar([ramadanTrial], []);

        Assert.True(calendar.IsWorkingDay(Day("2026-12-31")));
        Assert.False(calendar.IsWorkingDay(Day("2027-01-05")));
        Assert.Equal(Day("2027-01-10"), calendar.AddWorkingDays(Day("2026-12-31"), 3));
        Assert.Equal(3, calendar.CountWorkingDays(Day("2026-12-31"), Day("2027-01-10")));
    }

    [Fact]
    public void Closures_on_one_day_are_one_day_off_with_both_names()
    {
        var calendar = new WorkingDayCalendar([], [new(Day("2026-12-01"), "أ", IsProvisional: true), new(Day("2026-12-01"), "ب")]);

        Assert.Equal(new Closure(Day("2026-12-01"), "أ / ب"), calendar.ClosureOn(Day("2026-12-01")));
        Assert.Equal(1, calendar.CountWorkingDays(Day("2026-11-30"), Day("2026-12-02")));
    }

    [Fact]
    public void A_schedule_without_a_working_day_is_named_and_never_searched_for_ever()
    {
        var never = new WorkingDayCalendar([new(DateOnly.MinValue, new HashSet<DayOfWeek>())], []);

        Assert.Contains("no working day", Assert.Throws<InvalidOperationException>(() => never.AddWorkingDays(Day("2026-11-23"), 15)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => never.PreviousWorkingDay(Day("2026-11-23")));
        Assert.Equal(0, never.CountWorkingDays(Day("2026-01-01"), Day("2027-01-01")));
        Assert.Throws<InvalidOperationException>(() => WorkingDayCalendar.Plain.AddWorkingDays(DateOnly.MaxValue, 1));
        Assert.Throws<InvalidOperationException>(() => never.PreviousWorkingDay(DateOnly.MinValue));
    }

    [Fact]
    public void AddWorkingDays_of_none_is_a_defect() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(Day("2026-11-23"), 0));

    [Fact]
    public void Two_work_weeks_from_one_day_are_refused()
    {
        var week = new WorkWeek(Day("2027-01-03"), WorkWeek.Default.Days);
        Assert.Throws<ArgumentException>(() => new WorkingDayCalendar([week, week], []));
    }
}
