using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Holidays;

/// <summary>Changing the days off. Each change recomputes the open due dates in the same transaction; the promised dates stay (ت-٦; DOMAIN.md §4, 5).</summary>
public sealed class HolidayService(CaseWriter writer, IEnumerable<ICalendarFollower> followers)
{
    /// <returns>How many open records got a new due date.</returns>
    public Task<int> AddAsync(Act act, HolidayForm form, CancellationToken cancel = default) =>
        ApplyAsync(act, HolidayPlan.Add(form), seen: null, cancel);

    public Task<int> ChangeAsync(Act act, Guid id, Guid version, HolidayForm form, CancellationToken cancel = default) =>
        ApplyAsync(act, HolidayPlan.Change(id, version, form), seen: null, cancel);

    public Task<int> RemoveAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ApplyAsync(act, HolidayPlan.Remove(id, version), seen: null, cancel);

    /// <summary>«طبّق»: the days off, the due dates, their audit entries and the list of those to be told, as one act or not at all.</summary>
    /// <param name="seen">Fingerprint of the preview the person agreed to.</param>
    /// <exception cref="RuleViolation"><c>holidays.preview.changed</c>: something happened since the preview, and other records would move than those seen.</exception>
    public Task<int> ApplyAsync(Act act, HolidayPlan plan, string? seen, CancellationToken cancel = default)
    {
        act.Require(HolidaysModule.EditPermission);
        return writer.SaveAsync(async db =>
        {
            var cause = await HolidayPlanner.ApplyAsync(db, act, plan, cancel);
            await db.SaveChangesAsync(cancel);
            var calendar = await CalendarReader.ReadAsync(db, cancel);
            using var tally = new MoveTally();
            foreach (var follower in followers)
            {
                await foreach (var move in follower.FollowAsync(db, act, calendar, cause, cancel))
                    tally.Add(move);
            }
            if (seen is not null && !string.Equals(seen, tally.Fingerprint(), StringComparison.Ordinal))
                throw new RuleViolation(PreviewChanged);
            return tally.Count;
        }, cancel);
    }

    internal const string PreviewChanged = "holidays.preview.changed";
}
