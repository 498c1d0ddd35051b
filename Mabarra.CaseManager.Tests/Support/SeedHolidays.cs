
namespace Mabarra.CaseManager.Tests.Support;

/// <summary>The holidays DOMAIN.md §4 seeds, with the history its worked cases stand on.</summary>
public static class SeedHolidays
{
    public const string NationalDay = "اليوم الوطني";
    public const string FoundingDay = "يوم التأسيس";
    public const string Fitr = "عيد الفطر";
    public const string Adha = "عيد الأضحى";
    public const string Compensation = "تعويض";

    public static IReadOnlyList<Closure> All { get; } =
    [
        .. Days(FoundingDay, "2026-02-22", "2027-02-22"),
        .. Days(NationalDay, "2026-09-23", "2027-09-23"),
        .. Days(Fitr, "2026-03-19", "2026-03-20", "2026-03-21", "2026-03-22"),
        .. Days(Compensation, "2026-03-23", "2026-03-24"),
        .. Days(Adha, "2026-05-26", "2026-05-27", "2026-05-28", "2026-05-29"),
        .. Days(Compensation, "2026-05-31"),
        .. Days(Fitr, "2027-03-09", "2027-03-10", "2027-03-11", "2027-03-12"),
        .. Days(Compensation, "2027-03-14"),
        .. Days(Adha, "2027-05-15", "2027-05-16", "2027-05-17", "2027-05-18"),
        .. Days(Compensation, "2027-05-19"),
    ];

    public static WorkingDayCalendar Calendar { get; } = new([WorkWeek.Default], All);

    public static IEnumerable<Closure> Days(string name, params string[] days) => days.Select(d => new Closure(Day(d), name));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
