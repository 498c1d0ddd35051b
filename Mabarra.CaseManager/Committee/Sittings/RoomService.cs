using Mabarra.CaseManager.Intake;

namespace Mabarra.CaseManager.Committee;

/// <summary>A sitting while it is held: who comes and goes, the quorum, the items, conflicts of interest (DOMAIN.md §3.4).</summary>
public sealed class RoomService(SittingDesk desk)
{
    /// <summary>A member came in: noted by whoever keeps the minutes, or by himself.</summary>
    public Task ArriveAsync(Act act, Guid id, Guid employeeId, CancellationToken cancel = default) =>
        PresenceAsync(act, id, employeeId, "committees.presence.arrive", sitting => sitting.Arrive(act, employeeId), cancel);

    public Task LeaveAsync(Act act, Guid id, Guid employeeId, CancellationToken cancel = default) =>
        PresenceAsync(act, id, employeeId, "committees.presence.leave", sitting => sitting.Leave(act, employeeId), cancel);

    /// <summary>A member let it be known that he will not come.</summary>
    public Task ExcuseAsync(Act act, Guid id, Guid employeeId, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.VotePermission);
        var check = new FieldChecks();
        var why = check.OptionalLine(act.Why, nameof(Act.Why), SittingChecks.LongestReason);
        check.ThrowIfAny();
        return PresenceAsync(act, id, employeeId, "committees.presence.excuse", sitting => sitting.Excuse(employeeId, why), cancel);
    }

    /// <summary>Opened by the chair or the deputy, with the quorum there.</summary>
    public Task OpenAsync(Act act, Guid id, CancellationToken cancel = default) =>
        LeadAsync(act, id, "committees.sitting.open", async at =>
        {
            await StrikeAsync(at, cancel);
            at.Sitting.Open(act, at.Committee.QuorumRule);
        }, cancel);

    /// <summary>The quorum did not come together; the requests' periods run on (ت-٦).</summary>
    public Task AdjournAsync(Act act, Guid id, string? reason, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        var why = SittingChecks.Reason(reason, nameof(reason));
        return LeadAsync(act, id, "committees.sitting.adjourn", async at =>
        {
            if (at.Sitting.HasQuorum(at.Committee.QuorumRule))
                throw new RuleViolation("committees.sitting.hasquorum");
            at.Sitting.Adjourn(act, why);
            foreach (var item in at.Sitting.Items)
                await SittingService.ReleaseAsync(at, item, cancel);
        }, cancel);
    }

    /// <summary>Every item has its outcome: the sitting ends, and its minutes can be written.</summary>
    public Task EndAsync(Act act, Guid id, CancellationToken cancel = default) =>
        LeadAsync(act, id, "committees.sitting.end", at =>
        {
            at.Sitting.End(act);
            return Task.CompletedTask;
        }, cancel);

    public Task BeginItemAsync(Act act, Guid id, Guid itemId, CancellationToken cancel = default) =>
        ManageAsync(act, id, "committees.item.begin", at =>
        {
            at.Sitting.BeginItem(act, itemId);
            return Task.CompletedTask;
        }, cancel);

    /// <summary>What was said, for the minutes.</summary>
    public Task NoteAsync(Act act, Guid id, Guid itemId, string? discussion, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        var check = new FieldChecks();
        var text = check.OptionalParagraph(discussion, nameof(discussion), AgendaItem.LongestDiscussion);
        check.ThrowIfAny();
        return ManageAsync(act, id, "committees.item.note", at =>
        {
            at.Sitting.Item(itemId).Note(text);
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>It was not reached, and waits for another sitting.</summary>
    public Task SkipItemAsync(Act act, Guid id, Guid itemId, CancellationToken cancel = default) =>
        ManageAsync(act, id, "committees.item.skip", async at =>
        {
            var item = at.Sitting.Item(itemId);
            item.Skip(act);
            await SittingService.ReleaseAsync(at, item, cancel);
        }, cancel);

    /// <summary>
    /// A member has an interest in an item (تعارض مصالح): declared by himself, or put down by the chair. He is out of that item's quorum, neither opens the file
    /// nor reads the discussion, does not vote, and the minutes say so.
    /// </summary>
    public Task RecuseAsync(Act act, Guid id, Guid itemId, Guid employeeId, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.VotePermission);
        var why = SittingChecks.Reason(act.Why, nameof(Act.Why));
        return desk.ChangeAsync(act, id, CommitteeModule.VotePermission, "committees.recusal.declare", at => at.Leads || (at.IsMember && employeeId == act.Actor.Id), at =>
        {
            if (at.Sitting.Status is not (SittingStatus.Invited or SittingStatus.InSession))
                throw new RuleViolation("committees.presence.closed");
            at.Sitting.Item(itemId).Recuse(act, at.Sitting.Member(employeeId), why);
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>Withdrawn, or its completeness taken back, since it was put on the agenda: there is nothing left to decide.</summary>
    private static async Task StrikeAsync(SittingAtHand at, CancellationToken cancel)
    {
        foreach (var item in at.Sitting.Items.Where(i => i.IsOpen).ToList())
        {
            var request = await at.RequestAsync(item.RequestId, cancel);
            if (request.Lane != ReviewLane.OnAgenda || request.SittingId != at.Sitting.Id)
                item.Skip(at.Act);
        }
    }

    private Task PresenceAsync(Act act, Guid id, Guid employeeId, string action, Action<Sitting> change, CancellationToken cancel)
    {
        act.Require(CommitteeModule.VotePermission);
        return desk.ChangeAsync(act, id, CommitteeModule.VotePermission, action, at => at.Manages || (at.IsMember && employeeId == act.Actor.Id), at =>
        {
            change(at.Sitting);
            return Task.CompletedTask;
        }, cancel);
    }

    private Task LeadAsync(Act act, Guid id, string action, Func<SittingAtHand, Task> change, CancellationToken cancel)
    {
        act.Require(CommitteeModule.ManagePermission);
        return desk.ChangeAsync(act, id, CommitteeModule.ManagePermission, action, at => at.Leads, change, cancel);
    }

    private Task ManageAsync(Act act, Guid id, string action, Func<SittingAtHand, Task> change, CancellationToken cancel)
    {
        act.Require(CommitteeModule.ManagePermission);
        return desk.ChangeAsync(act, id, CommitteeModule.ManagePermission, action, at => at.Manages, change, cancel);
    }
}
