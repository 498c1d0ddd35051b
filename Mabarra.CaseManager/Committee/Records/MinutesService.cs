using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Holidays;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>Minutes from their first draft to the day their words are fixed (DOMAIN.md §3.4).</summary>
public sealed class MinutesService(CaseWriter writer)
{
    /// <summary>So many working days for signing, when the replies leave that much time.</summary>
    private const int SigningDays = 5;

    /// <summary>The first draft writes itself from what happened; after approval the same act begins supplementary minutes.</summary>
    /// <param name="key">The form's own key: sent twice, it makes one (C6).</param>
    public Task<Guid> WriteAsync(Act act, Guid key, Guid sittingId, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var at = await ManagedAsync(db, act, sittingId, cancel);
            if (at.Sitting.Status != SittingStatus.Ended)
                throw new RuleViolation("committees.minutes.notended");
            var all = db.Minutes;
            var before = await all.AsNoTracking().Where(m => m.SittingId == sittingId).ToListAsync(cancel);
            if (before.Exists(m => m.Status != MinutesStatus.Approved))
                throw new RuleViolation("committees.minutes.exists");
            var minutes = new Minutes(at.Sitting, before.Count + 1, before.Count == 0 ? MinutesWriter.Write(at.Sitting, at.Committee, await CirculatedSinceAsync(db, at, cancel)) : MinutesWords.Format("more", at.Sitting.Label));
            db.Add(minutes);
            db.Record(act, "committees.minutes.write", at.Sitting, minutes.Number, "ت-5");
            return minutes.Id;
        }, cancel);
    }

    public Task EditAsync(Act act, Guid id, Guid version, string? body, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        var check = new FieldChecks();
        var text = check.Paragraph(body, nameof(body), Minutes.LongestBody, min: 10);
        check.ThrowIfAny();
        return ChangeAsync(act, id, version, "committees.minutes.edit", (_, _, minutes) =>
        {
            minutes.Edit(text);
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>The members read it before it is signed.</summary>
    public Task CirculateAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "committees.minutes.circulate", (_, _, minutes) =>
        {
            minutes.Circulate(act);
            return Task.CompletedTask;
        }, cancel);

    /// <summary>Its words are fixed and everybody who was there is asked to sign, in time for the nearest reply (ت-٦).</summary>
    public Task FixAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "committees.minutes.fix", async (db, at, minutes) =>
        {
            var calendar = await CalendarReader.ReadAsync(db, cancel);
            var usual = calendar.AddWorkingDays(act.On, SigningDays);
            var nearest = at.Sitting.Items.Where(i => i.State == ItemState.Decided).Min(i => i.DueOn);
            var before = nearest is { } due ? calendar.PreviousWorkingDay(due.AddDays(-1)) : usual;
            minutes.Fix(act, MinutesContent.Of(minutes, at.Sitting), before < usual ? (before < act.On ? act.On : before) : usual);
        }, cancel);

    /// <summary>Back to be edited, as long as nobody has signed.</summary>
    public Task ReopenAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "committees.minutes.reopen", async (db, _, minutes) =>
        {
            minutes.Reopen();
            // What was printed to be signed says what no longer stands.
            await IssuedDocuments.VoidAsync(db, act, id, IssuedKind.MinutesForSigning, cancel);
        }, cancel);

    /// <summary>Decisions by circulation since the sitting before, of which this one is told (DOMAIN.md §3.4).</summary>
    private static async Task<List<string>> CirculatedSinceAsync(CaseDbContext db, SittingAtHand at, CancellationToken cancel)
    {
        if (at.Sitting.IsCirculated)
            return [];
        var (sittings, all) = (db.Sittings, db.Minutes);
        var held = sittings.AsNoTracking().Where(s => s.CommitteeId == at.Committee.Id && s.Status == SittingStatus.Ended && s.Id != at.Sitting.Id && s.EndedAt < at.Sitting.OpenedAt);
        var before = await held.Where(s => s.Mode != SittingMode.Circulation).MaxAsync(s => s.EndedAt, cancel);
        var since = await held.Where(s => s.Mode == SittingMode.Circulation && (before == null || s.EndedAt > before) && all.Any(m => m.SittingId == s.Id && m.Status == MinutesStatus.Approved))
            .OrderBy(s => s.EndedAt).ToListAsync(cancel);
        return [.. since.Select(s => s.Label)];
    }

    private Task ChangeAsync(Act act, Guid id, Guid version, string action, Func<CaseDbContext, SittingAtHand, Minutes, Task> change, CancellationToken cancel)
    {
        act.Require(CommitteeModule.ManagePermission);
        return writer.SaveAsync(async db =>
        {
            var (at, minutes) = await LoadAsync(db, act, id, cancel);
            if (!at.Manages)
                throw act.Refuse(CommitteeModule.ManagePermission, id);
            minutes.ExpectVersion(version);
            await change(db, at, minutes);
            db.Record(act, action, at.Sitting, minutes.Number, "ت-5");
        }, cancel);
    }

    internal static async Task<(SittingAtHand At, Minutes Minutes)> LoadAsync(CaseDbContext db, Act act, Guid id, CancellationToken cancel)
    {
        var all = db.Minutes;
        var minutes = await all.Include(m => m.Signatures).SingleOrDefaultAsync(m => m.Id == id, cancel) ?? throw new RuleViolation("committees.minutes.gone");
        return (await SittingDesk.LoadAsync(db, minutes.SittingId, cancel) with { Act = act }, minutes);
    }

    private static async Task<SittingAtHand> ManagedAsync(CaseDbContext db, Act act, Guid sittingId, CancellationToken cancel)
    {
        var at = await SittingDesk.LoadAsync(db, sittingId, cancel) with { Act = act };
        return at.Manages ? at : throw act.Refuse(CommitteeModule.ManagePermission, sittingId);
    }
}
