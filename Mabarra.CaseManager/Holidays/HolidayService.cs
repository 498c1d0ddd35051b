using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Holidays;

/// <summary>What a holiday form sends.</summary>
public sealed record HolidayForm
{
    public required DateOnly? On { get; init; }

    public required string? NameAr { get; init; }

    public string? NameEn { get; init; }

    public required HolidayKind Kind { get; init; }

    public string? SourceRef { get; init; }
}

/// <summary>Changing the days off. Each change recomputes the open due dates in the same transaction; the promised dates stay (ت-٦; DOMAIN.md §4, 5).</summary>
public sealed class HolidayService(CaseWriter writer, IEnumerable<ICalendarFollower> followers)
{
    private const int LongestName = 80;

    /// <returns>How many open records got a new due date.</returns>
    public Task<int> AddAsync(Act act, HolidayForm form, CancellationToken cancel = default) =>
        ChangeAsync(act, async db =>
        {
            var (on, nameAr, nameEn, source) = Check(form);
            RequirePast(act, on);
            await RefuseSecondAsync(db, on, null, cancel);
            var holiday = new Holiday(on, nameAr, nameEn, form.Kind, source);
            db.Add(holiday);
            db.Record(act, "holidays.holiday.add", holiday, DateText.ShortGregorian(on), "ت-6");
        }, cancel);

    public Task<int> ChangeAsync(Act act, Guid id, Guid version, HolidayForm form, CancellationToken cancel = default) =>
        ChangeAsync(act, async db =>
        {
            var (on, nameAr, nameEn, source) = Check(form);
            var holiday = await FindAsync(db, id, version, cancel);
            RequirePast(act, holiday.On);
            RequirePast(act, on);
            await RefuseSecondAsync(db, on, id, cancel);
            holiday.Change(on, nameAr, nameEn, form.Kind, source);
            db.Record(act, "holidays.holiday.change", holiday, DateText.ShortGregorian(on), "ت-6");
        }, cancel);

    public Task<int> RemoveAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, async db =>
        {
            var holiday = await FindAsync(db, id, version, cancel);
            RequirePast(act, holiday.On);
            db.Remove(holiday);
            db.Record(act, "holidays.holiday.remove", holiday, DateText.ShortGregorian(holiday.On), "ت-6");
        }, cancel);

    private Task<int> ChangeAsync(Act act, Func<CaseDbContext, Task> change, CancellationToken cancel)
    {
        act.Require(HolidaysModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            await change(db);
            await db.SaveChangesAsync(cancel);
            var calendar = await CalendarReader.ReadAsync(db, cancel);
            var moved = 0;
            foreach (var follower in followers)
                moved += await follower.FollowAsync(db, act, calendar, cancel);
            return moved;
        }, cancel);
    }

    private static (DateOnly On, string NameAr, string NameEn, string? Source) Check(HolidayForm form)
    {
        var check = new FieldChecks();
        check.That(form.On is not null, "holidays.holiday.date", nameof(form.On));
        var nameAr = check.Line(form.NameAr, nameof(form.NameAr), LongestName);
        var nameEn = check.OptionalLine(form.NameEn, nameof(form.NameEn), LongestName) ?? nameAr;
        var source = check.OptionalLine(form.SourceRef, nameof(form.SourceRef), LongestName);
        check.ThrowIfAny();
        return (form.On!.Value, nameAr, nameEn, source);
    }

    /// <summary>A day that has passed was counted or skipped already; changing it needs senior management and a reason.</summary>
    private static void RequirePast(Act act, DateOnly on)
    {
        if (on >= act.On)
            return;
        act.Require(HolidaysModule.EditPastPermission);
        if (CleanText.IsBlank(act.Why))
            throw new RuleViolation("holidays.holiday.reason", nameof(Act.Why));
    }

    private static async Task RefuseSecondAsync(CaseDbContext db, DateOnly on, Guid? except, CancellationToken cancel)
    {
        if (await db.Holidays.AnyAsync(h => h.On == on && h.Id != except, cancel))
            throw new RuleViolation("holidays.holiday.twice", nameof(HolidayForm.On));
    }

    private static async Task<Holiday> FindAsync(CaseDbContext db, Guid id, Guid version, CancellationToken cancel)
    {
        var holiday = await db.Holidays.SingleOrDefaultAsync(h => h.Id == id, cancel) ?? throw new RuleViolation("holidays.holiday.gone");
        holiday.ExpectVersion(version);
        return holiday;
    }
}
