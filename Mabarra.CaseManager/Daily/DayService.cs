using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Daily;

/// <summary>Something put off, as typed.</summary>
public sealed record DayPutOff
{
    /// <summary>The day it stands on the list again.</summary>
    public required DateOnly? UntilOn { get; init; }

    public required string? Reason { get; init; }
}

/// <summary>Something handed to a colleague, as typed.</summary>
public sealed record DayHandOver
{
    public required Guid? ToId { get; init; }

    public required string? Reason { get; init; }
}

/// <summary>What somebody does with his own list: puts off, hands over. The things themselves, their days and who answers for them do not change.</summary>
public sealed class DayService(CaseWriter writer, IEnumerable<IDaySource> sources, StaffDirectory directory, CalendarReader calendars)
{
    /// <summary>Off the own list until a day: not beyond the day it is due, and of what is late or due today no longer than the next working day.</summary>
    public async Task PutOffAsync(Act act, string source, Guid recordId, DayPutOff form, CancellationToken cancel = default)
    {
        act.Require(DailyModule.ViewPermission);
        var check = new FieldChecks();
        var reason = check.Line(form.Reason, nameof(form.Reason), SetAside.LongestReason);
        check.That(form.UntilOn > act.On, "daily.putoff.past", nameof(form.UntilOn));
        check.ThrowIfAny();
        var item = await ItemAsync(act, source, recordId, cancel);
        var latest = LatestOf(item, act.On, await calendars.ReadAsync(cancel));
        check.That(form.UntilOn <= latest, "daily.putoff.toolate", nameof(form.UntilOn), DateText.ShortGregorian(latest));
        check.ThrowIfAny();
        await writer.SaveAsync(async db =>
        {
            var before = db.SetAsides;
            await ReplaceAsync(act, before.Where(s => s.OwnerId == act.Actor.Id && s.UntilOn != null), item, cancel);
            var aside = new SetAside(act, item, reason) { UntilOn = form.UntilOn };
            db.Add(aside);
            db.Record(act, "daily.item.putoff", aside, item.Label);
        }, cancel);
    }

    /// <summary>On a colleague's list, and on nobody else's. Only to somebody who may do it.</summary>
    public async Task HandOverAsync(Act act, string source, Guid recordId, DayHandOver form, CancellationToken cancel = default)
    {
        act.Require(DailyModule.ViewPermission);
        var check = new FieldChecks();
        var reason = check.Line(form.Reason, nameof(form.Reason), SetAside.LongestReason);
        check.That(form.ToId is { } id && id != act.Actor.Id, "daily.handover.who", nameof(form.ToId));
        check.ThrowIfAny();
        var item = await ItemAsync(act, source, recordId, cancel);
        var colleague = await directory.ColleagueAsync(form.ToId!.Value);
        var mayToo = item.CanHandOver && colleague is not null && colleague.May(DailyModule.ViewPermission)
            && await Source(source).OneAsync(act with { Actor = colleague }, recordId, cancel) is not null;
        check.That(mayToo, "daily.handover.maynot", nameof(form.ToId));
        check.ThrowIfAny();
        await writer.SaveAsync(async db =>
        {
            var before = db.SetAsides;
            await ReplaceAsync(act, before.Where(s => s.ToId != null), item, cancel);
            var aside = new SetAside(act, item, reason) { ToId = colleague!.Id, ToName = colleague.Name };
            db.Add(aside);
            db.Record(act, "daily.item.handover", aside, item.Label);
        }, cancel);
    }

    internal static DateOnly LatestOf(DayItem item, DateOnly today, WorkingDayCalendar calendar)
    {
        const int Longest = 30;
        var longest = today.AddDays(Longest);
        return item.DueOn switch
        {
            null => longest,
            { } due when due <= today => calendar.AddWorkingDays(today, 1),
            { } due => due < longest ? due : longest,
        };
    }

    private IDaySource Source(string name) => sources.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal)) ?? throw new RuleViolation("daily.item.gone");

    private async Task<DayItem> ItemAsync(Act act, string source, Guid recordId, CancellationToken cancel) =>
        await Source(source).OneAsync(act, recordId, cancel) ?? throw new RuleViolation("daily.item.gone");

    private static async Task ReplaceAsync(Act act, IQueryable<SetAside> before, DayItem item, CancellationToken cancel)
    {
        foreach (var aside in await before.Where(s => s.Source == item.Source && s.RecordId == item.Id && s.ReplacedAt == null).ToListAsync(cancel))
            aside.Replace(act);
    }
}
