using System.Globalization;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Liaison;

/// <summary>Charging liaison officers, ending a charge, and the days they are away (خ-١).</summary>
public sealed class LiaisonService(CaseWriter writer)
{
    internal const int LongestReason = 200;
    private const string Series = "liaison";

    /// <summary>One row for each place named: categories × fields.</summary>
    /// <returns>Id of the first.</returns>
    /// <exception cref="RuleViolation"><c>liaison.assign.overlap</c>: somebody holds one of the places on one of the days.</exception>
    public Task<Guid> AssignAsync(Act act, Guid key, AssignForm form, CancellationToken cancel = default)
    {
        act.Require(LiaisonModule.AssignPermission);
        var check = new FieldChecks();
        check.That(form.OfficerId is not null, "liaison.assign.officer", nameof(form.OfficerId));
        check.That(form.BackupId is null || form.BackupId != form.OfficerId, "liaison.assign.same", nameof(form.BackupId));
        check.That(form.FromOn is not null, "liaison.assign.from", nameof(form.FromOn));
        check.That(form.ToOn is null || form.ToOn >= form.FromOn, "liaison.assign.to", nameof(form.ToOn));
        check.ThrowIfAny();
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var who = new LiaisonPair(
                await OfficerAsync(db, form.OfficerId!.Value, nameof(form.OfficerId), cancel),
                form.BackupId is { } backup ? await OfficerAsync(db, backup, nameof(form.BackupId), cancel) : null);
            return await AssignAsync(db, act, await PlacesAsync(db, form, cancel), who, form, cancel);
        }, cancel);
    }

    public Task EndAsync(Act act, Guid id, Guid version, EndForm form, CancellationToken cancel = default)
    {
        act.Require(LiaisonModule.AssignPermission);
        var check = new FieldChecks();
        check.That(form.LastOn is not null, "liaison.end.day", nameof(form.LastOn));
        var reason = check.Line(form.Reason, nameof(form.Reason), LongestReason, min: 2);
        check.ThrowIfAny();
        return writer.SaveAsync(async db =>
        {
            var assignment = await db.LiaisonAssignments.SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw new RuleViolation("liaison.assign.gone");
            assignment.ExpectVersion(version);
            assignment.End(form.LastOn!.Value, reason);
            db.Record(act with { Why = reason }, "liaison.charge.end", assignment, Label(assignment), "خ-1");
        }, cancel);
    }

    /// <summary>An officer says when she is away; senior management says it for anybody.</summary>
    /// <exception cref="RuleViolation"><c>liaison.absence.overlap</c>: some of these days stand already.</exception>
    public Task<Guid> LeaveAsync(Act act, Guid key, AbsenceForm form, CancellationToken cancel = default)
    {
        act.Require(LiaisonModule.AbsencePermission);
        var officer = form.OfficerId ?? act.Actor.Id;
        RequireOwn(act, officer);
        var check = new FieldChecks();
        check.That(form.FromOn is not null, "liaison.absence.from", nameof(form.FromOn));
        check.That(form.ToOn is not null && form.ToOn >= form.FromOn, "liaison.absence.to", nameof(form.ToOn));
        var reason = check.Line(form.Reason, nameof(form.Reason), LongestReason, min: 2);
        check.ThrowIfAny();
        return writer.SaveOnceAsync(key, act, async db =>
        {
            await OfficerAsync(db, officer, nameof(form.OfficerId), cancel);
            await TakeTurnAsync(db, cancel);
            var absence = new OfficerAbsence(officer, form.FromOn!.Value, form.ToOn!.Value, reason);
            var known = await db.OfficerAbsences.Where(a => a.OfficerId == officer).ToListAsync(cancel);
            if (known.Exists(a => a.Overlaps(absence.FromOn, absence.ToOn)))
                throw new RuleViolation("liaison.absence.overlap", nameof(form.FromOn));
            db.Add(absence);
            db.Record(act, "liaison.absence.begin", absence, clause: "خ-1");
            return absence.Id;
        }, cancel);
    }

    /// <summary>Back earlier than said: in charge again from today.</summary>
    public Task ReturnAsync(Act act, Guid id, Guid version, CancellationToken cancel = default)
    {
        act.Require(LiaisonModule.AbsencePermission);
        return writer.SaveAsync(async db =>
        {
            var absence = await db.OfficerAbsences.SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw new RuleViolation("liaison.absence.gone");
            RequireOwn(act, absence.OfficerId);
            absence.ExpectVersion(version);
            absence.Return(act.On);
            db.Record(act, "liaison.absence.end", absence, clause: "خ-1");
        }, cancel);
    }

    private static async Task<Guid> AssignAsync(CaseDbContext db, Act act, IEnumerable<LiaisonPlace> places, LiaisonPair who, AssignForm form, CancellationToken cancel)
    {
        await TakeTurnAsync(db, cancel);
        var held = await db.LiaisonAssignments.ToListAsync(cancel);
        Guid? first = null;
        foreach (var place in places)
        {
            if (form.Replaces && held.Find(a => a.Overlaps(place, form.FromOn!.Value, form.FromOn) && a.CanEnd(form.FromOn.Value.AddDays(-1))) is { } before)
            {
                before.End(form.FromOn!.Value.AddDays(-1), null);
                db.Record(act, "liaison.charge.end", before, Label(before), "خ-1");
            }
            if (held.Find(a => a.Overlaps(place, form.FromOn!.Value, form.ToOn)) is { } other)
                throw new RuleViolation([new Breach("liaison.assign.overlap", nameof(form.FromOn), [await NameAsync(db, other.OfficerId, cancel), DateText.GregorianWithDay(other.FromOn, CultureInfo.CurrentUICulture)])]);
            var made = new LiaisonAssignment(await db.NextSerialAsync(Series, cancel), first, place, who, form.FromOn!.Value, form.ToOn);
            first ??= made.Id;
            db.Add(made);
            db.Record(act, "liaison.charge.begin", made, Label(made), "خ-1");
        }
        return first!.Value;
    }

    /// <summary>Two nodes would not see each other's rows: whoever took this number first is waited for, and then seen.</summary>
    private static Task<long> TakeTurnAsync(CaseDbContext db, CancellationToken cancel) => db.NextSerialAsync("liaison.turn", cancel);

    private static async Task<List<LiaisonPlace>> PlacesAsync(CaseDbContext db, AssignForm form, CancellationToken cancel)
    {
        var (categories, fields) = (db.BeneficiaryCategories, db.FieldsOfWork);
        var check = new FieldChecks();
        var knownCategories = await categories.AsNoTracking().Where(c => c.IsActive).Select(c => c.Code).ToListAsync(cancel);
        var knownFields = await fields.AsNoTracking().Where(f => f.IsActive).Select(f => f.Code).ToListAsync(cancel);
        check.That(form.Categories.All(knownCategories.Contains), "liaison.assign.category", nameof(form.Categories));
        check.That(form.Fields.All(knownFields.Contains), "liaison.assign.field", nameof(form.Fields));
        check.ThrowIfAny();
        string?[] rows = form.Categories.Count == 0 ? [null] : [.. form.Categories.Distinct(StringComparer.Ordinal)];
        string?[] columns = form.Fields.Count == 0 ? [null] : [.. form.Fields.Distinct(StringComparer.Ordinal)];
        return [.. from category in rows from field in columns select new LiaisonPlace(category, field)];
    }

    private static void RequireOwn(Act act, Guid officer)
    {
        if (act.Actor.ReachOf(LiaisonModule.AbsencePermission) == Reach.Own && officer != act.Actor.Id)
            throw act.Refuse(LiaisonModule.AbsencePermission, officer);
    }

    private static async Task<Guid> OfficerAsync(CaseDbContext db, Guid id, string field, CancellationToken cancel)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.IsActive, cancel);
        return user is not null && user.Roles.Contains(StaffRole.LiaisonOfficer) ? id : throw new RuleViolation("liaison.assign.notofficer", field);
    }

    private static async Task<string> NameAsync(CaseDbContext db, Guid id, CancellationToken cancel) =>
        await db.Users.AsNoTracking().Where(u => u.Id == id).Select(u => u.FullName).SingleOrDefaultAsync(cancel) ?? "";

    internal static string Label(LiaisonAssignment a) => $"{a.CategoryCode ?? "*"}/{a.FieldCode ?? "*"}";
}
