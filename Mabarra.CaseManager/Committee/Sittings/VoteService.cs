using Mabarra.CaseManager.Data.Encryption;

namespace Mabarra.CaseManager.Committee;

/// <summary>Voting: secret until closed, counted by the app, carried by its rule (DOMAIN.md §2.4, §3.4).</summary>
public sealed class VoteService(SittingDesk desk, FieldCipher cipher)
{
    /// <summary>What votes are marked under; the key is outside of the database.</summary>
    internal const string MarkKind = "committee.vote";

    /// <summary>Puts a decision to the vote.</summary>
    public Task OpenAsync(Act act, Guid id, Guid itemId, ProposalForm form, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        return desk.ChangeAsync(act, id, CommitteeModule.ManagePermission, "committees.vote.open", at => at.Manages, async at =>
        {
            var request = await at.RequestAsync(at.Sitting.Item(itemId).RequestId, cancel);
            at.Sitting.OpenVote(act, itemId, await SittingChecks.ProposalAsync(at.Db, form, request.RequestedAmount, act.On, cancel));
        }, cancel);
    }

    /// <summary>A member's own vote, from his own screen, once.</summary>
    public Task CastAsync(Act act, Guid id, Guid itemId, VoteForm form, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.VotePermission);
        var cast = SittingChecks.Vote(form);
        return desk.ChangeAsync(act, id, CommitteeModule.VotePermission, "committees.vote.cast", at => at.IsMember, at =>
        {
            var vote = at.Sitting.Cast(act, itemId, cast);
            vote.Seal(cipher.Lookup(MarkKind, vote.Content));
            at.Db.Add(vote);
            // Who closes the vote at the same moment on another node meets this one.
            at.Db.Entry(at.Sitting.Item(itemId)).Property(i => i.Version).IsModified = true;
            return Task.CompletedTask;
        }, cancel);
    }

    /// <summary>Closes the vote: carried, and the request's decision waits for the minutes; or not, and the discussion goes on.</summary>
    public Task<Tally> CloseAsync(Act act, Guid id, Guid itemId, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.ManagePermission);
        return desk.ChangeAsync(act, id, CommitteeModule.ManagePermission, "committees.vote.close", at => at.Manages, async at =>
        {
            var tally = at.Sitting.CloseVote(act, itemId);
            var item = at.Sitting.Item(itemId);
            if (item.State != ItemState.Decided)
                return tally;
            var request = await at.RequestAsync(item.RequestId, cancel);
            request.Resolve(item.Proposal!.Outcome);
            at.Record("intake.review.voted", request);
            return tally;
        }, cancel);
    }

    /// <summary>A request put off once already may be put off again only with senior management's leave (DOMAIN.md §3.1).</summary>
    public Task AllowDeferralAsync(Act act, Guid id, Guid itemId, CancellationToken cancel = default)
    {
        act.Require(CommitteeModule.DeferPermission);
        return desk.ChangeAsync(act, id, CommitteeModule.DeferPermission, "committees.vote.allowdeferral", _ => true, at =>
        {
            at.Sitting.Item(itemId).AllowDeferral(act);
            return Task.CompletedTask;
        }, cancel);
    }
}
