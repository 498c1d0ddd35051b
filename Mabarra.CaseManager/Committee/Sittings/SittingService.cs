using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>Sittings before they begin: planned, their agenda drawn up from the board, the members asked to come (ت-٥; DOMAIN.md §3.4).</summary>
public sealed class SittingService(CaseWriter writer, SittingDesk desk)
{
    /// <param name="key">The form's own key: sent twice, it makes one sitting (C6).</param>
    public Task<Guid> PlanAsync(Act act, Guid key, Guid committeeId, SittingForm form, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        var plan = SittingChecks.Plan(form, act.At);
        return writer.SaveOnceAsync(key, act, async db =>
        {
            var committee = await db.CommitteeAsync(committeeId, cancel);
            if (!CommitteeAccess.MayManage(act, committee))
                throw act.Refuse(CommitteeModule.ManagePermission, committeeId);
            if (!committee.CanSit(RiyadhTime.DayOf(plan.StartsAt)))
                throw new RuleViolation("committees.sitting.incomplete");
            var year = HijriDate.From(RiyadhTime.DayOf(plan.StartsAt)).Year;
            var no = await db.NextSerialAsync(FormattableString.Invariant($"s{year}/{committeeId:N}"), cancel);
            var sitting = new Sitting(committee, (int)no, year, plan);
            db.Add(sitting);
            db.Record(act, "committees.sitting.plan", sitting, sitting.Label, "ت-5");
            return sitting.Id;
        }, cancel);
    }

    public Task MoveAsync(Act act, Guid id, SittingForm form, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        var plan = SittingChecks.Plan(form, act.At);
        return desk.ChangeAsync(act, id, CommitteeModule.ManagePermission, "committees.sitting.move", at => at.Manages, at =>
        {
            at.Sitting.Move(plan);
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>A request that is ready goes on the agenda.</summary>
    public Task ListAsync(Act act, Guid id, Guid requestId, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        return desk.ChangeAsync(act, id, CommitteeModule.ManagePermission, "committees.sitting.list", at => at.Manages, async at =>
        {
            var request = await at.RequestAsync(requestId, cancel);
            var services = at.Db.ServiceTypes;
            var code = await services.Where(s => s.Id == request.ServiceTypeId).Select(s => s.Code).SingleAsync(cancel);
            if (!at.Committee.Studies(code))
                throw new RuleViolation("committees.sitting.otherservice");
            at.Db.Add(at.Sitting.Add(request));
            at.Record("intake.review.list", request);
        }, cancel);
    }

    /// <summary>It comes off the agenda again and waits for another sitting.</summary>
    public Task UnlistAsync(Act act, Guid id, Guid requestId, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        return desk.ChangeAsync(act, id, CommitteeModule.ManagePermission, "committees.sitting.unlist", at => at.Manages, async at =>
        {
            var request = await at.RequestAsync(requestId, cancel);
            at.Db.Remove(at.Sitting.Remove(request));
            at.Record("intake.review.unlist", request);
        }, cancel);
    }

    public Task ReorderAsync(Act act, Guid id, Guid itemId, int by, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        return desk.ChangeAsync(act, id, CommitteeModule.ManagePermission, "committees.sitting.reorder", at => at.Manages, at =>
        {
            at.Sitting.Reorder(itemId, Math.Sign(by));
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>The chair approves the agenda, and the members are asked to come.</summary>
    public Task InviteAsync(Act act, Guid id, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        return desk.ChangeAsync(act, id, CommitteeModule.ManagePermission, "committees.sitting.invite", at => at.Leads, at =>
        {
            at.Sitting.Invite(act, at.Committee);
            at.Db.AddRange(at.Sitting.Attendances);
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>It will not be held; its requests wait for another.</summary>
    public Task CancelAsync(Act act, Guid id, string? reason, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        var why = SittingChecks.Reason(reason, nameof(reason));
        return desk.ChangeAsync(act, id, CommitteeModule.ManagePermission, "committees.sitting.cancel", at => at.Manages, async at =>
        {
            at.Sitting.Cancel(act, why);
            foreach (var item in at.Sitting.Items)
                await ReleaseAsync(at, item, cancel);
        }, cancel);
    }

    /// <summary>The item's request goes back to wait, unless something else became of it meanwhile.</summary>
    internal static async Task ReleaseAsync(SittingAtHand at, AgendaItem item, CancellationToken cancel)
    {
        var request = await at.RequestAsync(item.RequestId, cancel);
        if (!request.CanUnlist || request.SittingId != at.Sitting.Id)
            return;
        request.TakeOffAgenda();
        at.Record("intake.review.unlist", request);
    }
}
