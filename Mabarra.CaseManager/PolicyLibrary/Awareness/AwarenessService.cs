using System.Globalization;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Awareness;

/// <summary>Awareness activities and who attended them (مسؤوليات-٣).</summary>
public sealed class AwarenessService(CaseWriter writer)
{
    /// <param name="key">The form's own key: sent twice, it makes one (C6).</param>
    public Task<Guid> AddAsync(Act act, Guid key, AwarenessForm form, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.RecordPermission);
        var facts = form.Check();
        return writer.SaveOnceAsync(key, act, db =>
        {
            var activity = new AwarenessActivity(facts);
            db.Add(activity);
            db.Record(act, "policies.awareness.add", activity, activity.Title, Clauses.Awareness);
            return Task.FromResult(activity.Id);
        }, cancel);
    }

    public Task ChangeAsync(Act act, Guid id, Guid version, AwarenessForm form, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.RecordPermission);
        var facts = form.Check();
        return ChangeAsync(act, id, "policies.awareness.change", activity =>
        {
            activity.ExpectVersion(version);
            activity.Change(facts);
            return activity.Title;
        }, cancel);
    }

    /// <summary>Who of a list of people was there.</summary>
    /// <param name="of">The people of the list, so that one department's list leaves the others as they are.</param>
    public Task AttendAsync(Act act, Guid id, IReadOnlySet<Guid> of, IReadOnlySet<Guid> present, CancellationToken cancel = default)
    {
        act.Require(PolicyLibraryModule.RecordPermission);
        return ChangeAsync(act, id, "policies.awareness.attend", activity =>
        {
            activity.Attend(act, of, present);
            return activity.Attendance.Count.ToString(CultureInfo.InvariantCulture);
        }, cancel);
    }

    /// <param name="change">Gives what the trail says of it.</param>
    private Task ChangeAsync(Act act, Guid id, string action, Func<AwarenessActivity, string> change, CancellationToken cancel) => writer.SaveAsync(async db =>
    {
        var activities = db.AwarenessActivities;
        var activity = await activities.Include(a => a.Attendance).SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw act.Refuse(PolicyLibraryModule.RecordPermission, id);
        db.Record(act, action, activity, change(activity), Clauses.Awareness);
    }, cancel);
}
