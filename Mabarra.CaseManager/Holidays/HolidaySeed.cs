using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Holidays;

/// <summary>The holidays DOMAIN.md §4 lists, all provisional until somebody types the circular's number.</summary>
internal sealed class HolidaySeed(TimeProvider clock) : IReferenceData
{
    private static readonly (string Ar, string En) Founding = ("يوم التأسيس", "Founding Day");
    private static readonly (string Ar, string En) National = ("اليوم الوطني", "National Day");
    private static readonly (string Ar, string En) Fitr = ("عيد الفطر", "Eid al-Fitr");
    private static readonly (string Ar, string En) Adha = ("عيد الأضحى", "Eid al-Adha");
    private static readonly (string Ar, string En) FitrInstead = ("تعويض عيد الفطر", "In place of Eid al-Fitr");
    private static readonly (string Ar, string En) AdhaInstead = ("تعويض عيد الأضحى", "In place of Eid al-Adha");

    public async Task EnsureAsync(CaseDbContext db, CancellationToken cancel)
    {
        if (await db.Holidays.AnyAsync(cancel))
            return;
        var act = new Act(Actor.System, clock.Now);
        foreach (var holiday in Rows())
        {
            db.Add(holiday);
            db.Record(act, "holidays.holiday.add", holiday, DateText.ShortGregorian(holiday.On), "ت-6");
        }
    }

    private static IEnumerable<Holiday> Rows() =>
    [
        .. Days(new(2026, 2, 22), 1, Founding, HolidayKind.FoundingDay),
        .. Days(new(2026, 3, 19), 4, Fitr, HolidayKind.EidAlFitr),
        .. Days(new(2026, 3, 23), 2, FitrInstead, HolidayKind.Compensation),
        .. Days(new(2026, 5, 26), 4, Adha, HolidayKind.EidAlAdha),
        .. Days(new(2026, 5, 31), 1, AdhaInstead, HolidayKind.Compensation),
        .. Days(new(2026, 9, 23), 1, National, HolidayKind.NationalDay),
        .. Days(new(2027, 2, 22), 1, Founding, HolidayKind.FoundingDay),
        .. Days(new(2027, 3, 9), 4, Fitr, HolidayKind.EidAlFitr),
        .. Days(new(2027, 3, 14), 1, FitrInstead, HolidayKind.Compensation),
        .. Days(new(2027, 5, 15), 4, Adha, HolidayKind.EidAlAdha),
        .. Days(new(2027, 5, 19), 1, AdhaInstead, HolidayKind.Compensation),
        .. Days(new(2027, 9, 23), 1, National, HolidayKind.NationalDay),
    ];

    private static IEnumerable<Holiday> Days(DateOnly first, int count, (string Ar, string En) name, HolidayKind kind) =>
        Enumerable.Range(0, count).Select(i => new Holiday(first.AddDays(i), name.Ar, name.En, kind, sourceRef: null));
}
