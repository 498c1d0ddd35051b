using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Holidays;

/// <summary>What a holiday form sends.</summary>
public sealed record HolidayForm
{
    public required DateOnly? On { get; init; }

    /// <summary>Last day of a closure of several days under one name; null for one day. Only for new ones: each day is a row of its own afterwards.</summary>
    public DateOnly? Through { get; init; }

    public required string? NameAr { get; init; }

    public string? NameEn { get; init; }

    public required HolidayKind Kind { get; init; }

    public string? SourceRef { get; init; }
}

/// <summary>One change of the days off, as it can be foreseen and applied: adding (a form alone), changing (a form and a row) or removing (a row alone).</summary>
/// <param name="Version">Of the row, as the person read it.</param>
public sealed record HolidayPlan(HolidayForm? Form, Guid? Id = null, Guid Version = default)
{
    public static HolidayPlan Add(HolidayForm form) => new(form);

    public static HolidayPlan Change(Guid id, Guid version, HolidayForm form) => new(form, id, version);

    public static HolidayPlan Remove(Guid id, Guid version) => new(null, id, version);
}

/// <summary>Carries a plan out in a context. Whether it is saved or only looked at decides who calls: so what is foreseen is what happens.</summary>
internal static class HolidayPlanner
{
    /// <summary>A closure of more days is a mistake in the year.</summary>
    public const int LongestClosure = 31;

    private const int LongestName = 80;

    /// <returns>The closure's name, for whoever is told of a new date.</returns>
    public static async Task<string> ApplyAsync(CaseDbContext db, Act act, HolidayPlan plan, CancellationToken cancel)
    {
        act.Require(HolidaysModule.EditPermission);
        if (plan.Id is null)
            return await AddAsync(db, act, plan.Form ?? throw new ArgumentException("Neither a form nor a row.", nameof(plan)), cancel);
        var holidays = db.Holidays;
        var holiday = await holidays.SingleOrDefaultAsync(h => h.Id == plan.Id, cancel) ?? throw new RuleViolation("holidays.holiday.gone");
        holiday.ExpectVersion(plan.Version);
        RequirePast(act, holiday.On);
        return plan.Form is null ? Remove(db, act, holiday) : await ChangeAsync(db, act, holiday, plan.Form, cancel);
    }

    private static async Task<string> AddAsync(CaseDbContext db, Act act, HolidayForm form, CancellationToken cancel)
    {
        var words = Check(form);
        var through = form.Through ?? words.On;
        RequirePast(act, words.On);
        await RefuseSecondAsync(db, words.On, through, null, cancel);
        for (var on = words.On; on <= through; on = on.AddDays(1))
        {
            var holiday = new Holiday(on, words.NameAr, words.NameEn, form.Kind, words.Source);
            db.Add(holiday);
            db.Record(act, "holidays.holiday.add", holiday, DateText.ShortGregorian(on), "ت-6");
        }
        return words.NameAr;
    }

    private static async Task<string> ChangeAsync(CaseDbContext db, Act act, Holiday holiday, HolidayForm form, CancellationToken cancel)
    {
        var words = Check(form with { Through = null });
        RequirePast(act, words.On);
        await RefuseSecondAsync(db, words.On, words.On, holiday.Id, cancel);
        holiday.Change(words.On, words.NameAr, words.NameEn, form.Kind, words.Source);
        db.Record(act, "holidays.holiday.change", holiday, DateText.ShortGregorian(words.On), "ت-6");
        return words.NameAr;
    }

    private static string Remove(CaseDbContext db, Act act, Holiday holiday)
    {
        db.Remove(holiday);
        db.Record(act, "holidays.holiday.remove", holiday, DateText.ShortGregorian(holiday.On), "ت-6");
        return holiday.NameAr;
    }

    private static (DateOnly On, string NameAr, string NameEn, string? Source) Check(HolidayForm form)
    {
        var check = new FieldChecks();
        check.That(form.On is not null, "holidays.holiday.date", nameof(form.On));
        if (form is { On: { } first, Through: { } last })
        {
            check.That(last >= first, "holidays.holiday.backwards", nameof(form.Through));
            check.That(last.DayNumber - first.DayNumber < LongestClosure, "holidays.holiday.toolong", nameof(form.Through), LongestClosure);
        }
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

    private static async Task RefuseSecondAsync(CaseDbContext db, DateOnly first, DateOnly last, Guid? except, CancellationToken cancel)
    {
        var holidays = db.Holidays;
        var taken = await holidays.Where(h => h.On >= first && h.On <= last && h.Id != except).OrderBy(h => h.On).Select(h => (DateOnly?)h.On).FirstOrDefaultAsync(cancel);
        if (taken is { } on)
            throw new RuleViolation("holidays.holiday.twice", nameof(HolidayForm.On), DateText.ShortGregorian(on));
    }
}
