using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Committee;
using Mabarra.CaseManager.Daily;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Life;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Committee;

/// <summary>Sittings and votes, on both databases.</summary>
public abstract class SittingSuite(TestDatabase database) : SittingHouse(database)
{
    [Fact]
    public async Task A_sitting_and_an_open_vote_stand_on_a_members_own_list_until_he_came_and_voted()
    {
        var (sitting, item, _) = await DiscussingAsync(Chair, Secretary, First);
        Assert.Equal(sitting, Assert.Single(await MineAsync(First)).Id);
        await The<VoteService>().OpenAsync(As(Secretary), sitting, item, Approve, Cancel);
        Assert.Equal([item, sitting], (await MineAsync(First)).Select(i => i.Id));
        // He is not there, so nobody asks for his vote.
        Assert.Equal([sitting], (await MineAsync(Second)).Select(i => i.Id));
        await VoteAsync(First, sitting, item, VoteChoice.For);
        Assert.Equal([sitting], (await MineAsync(First)).Select(i => i.Id));
        Assert.All(await MineAsync(First), i => Assert.False(i.CanHandOver));

        async Task<IReadOnlyList<DayItem>> MineAsync(StaffUser member) => [.. (await The<DayReader>().ReadAsync(As(member), Cancel)).Items.Select(i => i.Item)];
    }

    [Fact]
    public async Task A_sitting_goes_from_its_agenda_to_its_decision_and_the_request_with_it()
    {
        var (sitting, item, request) = await DiscussingAsync(Chair, Secretary, First);
        await The<VoteService>().OpenAsync(As(Secretary), sitting, item, Approve, Cancel);
        await VoteAsync(Chair, sitting, item, VoteChoice.For);
        await VoteAsync(First, sitting, item, VoteChoice.Against, "المبلغ كبير");

        // Secret until closed: how many, never who or how.
        var open = (await ViewAsync(sitting)).Items[0];
        Assert.Equal((2, null, 0), (open.Cast, open.Tally, open.Votes.Count));

        await VoteAsync(Secretary, sitting, item, VoteChoice.For);
        var tally = await The<VoteService>().CloseAsync(As(Chair), sitting, item, Cancel);
        Assert.Equal((2, 1, 0, 3, 3, true), (tally.For, tally.Against, tally.Abstain, tally.Present, tally.Needed, tally.IsCarried));
        Assert.Equal((ReviewLane.Voted, RequestStatus.AtCommittee, DecisionOutcome.Approved), (await RequestAsync(request)) is var r ? (r.Lane!.Value, r.Status, r.Outcome!.Value) : default);
        await The<RoomService>().EndAsync(As(Chair), sitting, Cancel);

        var view = await ViewAsync(sitting, First);
        Assert.Equal(SittingStatus.Ended, view.Sitting.Status);
        Assert.Equal((AttendanceStatus.Absent, AttendanceStatus.Present), (view.Sitting.Of(Second.Id)!.Status, view.Sitting.Of(First.Id)!.Status));
        Assert.Equal("المبلغ كبير", view.Items[0].Votes.Single(v => v.EmployeeId == First.Id).Reservation);
        Assert.Equal(2, view.Items[0].Tally!.For);
        await Refused.WithAsync("committees.sitting.notopen", null, () => VoteAsync(Second, sitting, item, VoteChoice.For));
    }

    [Fact]
    public async Task Without_its_quorum_or_its_chair_it_is_not_opened_but_adjourned_and_the_requests_wait()
    {
        var request = await ReadyForCommitteeAsync();
        var sitting = await InvitedAsync(requests: request);
        await ArriveAsync(sitting, Chair, First);
        await Refused.WithAsync("committees.sitting.noquorum", null, () => The<RoomService>().OpenAsync(As(Chair), sitting, Cancel));
        await The<RoomService>().LeaveAsync(As(Secretary), sitting, Chair.Id, Cancel);
        await ArriveAsync(sitting, Secretary, Second);
        // Three of four, and nobody to preside.
        await Refused.WithAsync("committees.sitting.noquorum", null, () => The<RoomService>().OpenAsync(As(Chair), sitting, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<RoomService>().AdjournAsync(As(Secretary), sitting, "لم يحضر الرئيس", Cancel));
        var due = (await RequestAsync(request)).DueOn;
        await The<RoomService>().AdjournAsync(As(Chair), sitting, "لم يكتمل النصاب", Cancel);
        var after = await RequestAsync(request);
        Assert.Equal((ReviewLane.Ready, due), (after.Lane!.Value, after.DueOn));
        Assert.Equal(SittingStatus.Adjourned, (await ViewAsync(sitting)).Sitting.Status);
    }

    [Fact]
    public async Task A_quorum_lost_in_the_middle_stops_the_vote_and_a_member_who_left_does_not_count()
    {
        var (sitting, item, _) = await DiscussingAsync(Chair, Secretary, First);
        await The<VoteService>().OpenAsync(As(Secretary), sitting, item, Approve, Cancel);
        await VoteAsync(First, sitting, item, VoteChoice.For);
        await The<RoomService>().LeaveAsync(As(First), sitting, First.Id, Cancel);
        await Refused.WithAsync("committees.item.noquorum", null, () => The<VoteService>().CloseAsync(As(Chair), sitting, item, Cancel));
        await Refused.WithAsync("committees.vote.notthere", null, () => VoteAsync(Second, sitting, item, VoteChoice.For));
        await ArriveAsync(sitting, Second);
        await VoteAsync(Chair, sitting, item, VoteChoice.For);
        await VoteAsync(Second, sitting, item, VoteChoice.For);
        var tally = await The<VoteService>().CloseAsync(As(Chair), sitting, item, Cancel);
        // His vote left with him: two for, of three who are there.
        Assert.Equal((2, 3, true), (tally.For, tally.Present, tally.IsCarried));
    }

    [Fact]
    public async Task Who_has_an_interest_is_out_of_that_items_quorum_file_discussion_and_vote()
    {
        var (sitting, item, request) = await DiscussingAsync(Chair, Secretary, First, Second);
        await The<RoomService>().NoteAsync(As(Secretary), sitting, item, "نوقش الطلب بحضور الباحث", Cancel);
        Assert.NotNull(await The<CaseFileQueries>().OpenAsync(As(Second), request, Cancel));
        await Refused.WithAsync("kernel.text.required", nameof(Act.Why), () => The<RoomService>().RecuseAsync(As(Second), sitting, item, Second.Id, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<RoomService>().RecuseAsync(As(First, "قريبه"), sitting, item, Second.Id, Cancel));
        await The<RoomService>().RecuseAsync(As(Second, "صلة قرابة بالمستفيدة"), sitting, item, Second.Id, Cancel);

        await Assert.ThrowsAsync<AccessDenied>(() => The<CaseFileQueries>().OpenAsync(As(Second), request, Cancel));
        var hidden = (await ViewAsync(sitting, Second)).Items[0];
        Assert.Equal((true, null, null, ""), (hidden.IsHidden, hidden.Discussion, hidden.Proposal, hidden.Service));
        Assert.Equal(0, (await The<ReviewQueries>().LaneAsync(As(Second), ReviewLane.OnAgenda, null, 0, 10, Cancel)).Total);
        Assert.Equal(1, (await The<ReviewQueries>().LaneAsync(As(First), ReviewLane.OnAgenda, null, 0, 10, Cancel)).Total);

        await The<VoteService>().OpenAsync(As(Secretary), sitting, item, Approve, Cancel);
        await Refused.WithAsync("committees.vote.recused", null, () => VoteAsync(Second, sitting, item, VoteChoice.For));
        Assert.Equal((3, 2), (await ViewAsync(sitting)).Items[0].Quorum);
        Assert.Equal("صلة قرابة بالمستفيدة", (await ViewAsync(sitting)).Items[0].Recusals[0].Reason);
    }

    [Fact]
    public async Task A_tie_goes_to_the_chairs_side_and_a_lost_vote_back_to_the_discussion()
    {
        var (sitting, item, request) = await DiscussingAsync(Chair, Secretary, First, Second);
        await The<VoteService>().OpenAsync(As(Secretary), sitting, item, Approve, Cancel);
        foreach (var (member, choice) in new[] { (Chair, VoteChoice.Against), (Secretary, VoteChoice.For), (First, VoteChoice.For), (Second, VoteChoice.Against) })
            await VoteAsync(member, sitting, item, choice);
        Assert.False((await The<VoteService>().CloseAsync(As(Chair), sitting, item, Cancel)).IsCarried);
        Assert.Equal(ReviewLane.OnAgenda, (await RequestAsync(request)).Lane);
        await Refused.WithAsync("committees.sitting.openitems", null, () => The<RoomService>().EndAsync(As(Chair), sitting, Cancel));

        await The<VoteService>().OpenAsync(As(Secretary), sitting, item, Approve with { Outcome = DecisionOutcome.PartlyApproved, Amount = new Money(60_000) }, Cancel);
        foreach (var (member, choice) in new[] { (Chair, VoteChoice.For), (Secretary, VoteChoice.For), (First, VoteChoice.Against), (Second, VoteChoice.Abstain) })
            await VoteAsync(member, sitting, item, choice);
        var tally = await The<VoteService>().CloseAsync(As(Chair), sitting, item, Cancel);
        Assert.Equal((true, true), (tally.IsLevel, tally.IsCarried));
        Assert.Equal(DecisionOutcome.PartlyApproved, (await RequestAsync(request)).Outcome);
        Assert.Equal(8, (await CountAsync(db => db.Set<MemberVote>())).Count);
    }

    [Fact]
    public async Task C1_Votes_at_the_same_moment_are_all_counted_and_C2_nobody_votes_twice()
    {
        var (sitting, item, _) = await DiscussingAsync(Chair, Secretary, First, Second);
        await The<VoteService>().OpenAsync(As(Secretary), sitting, item, Approve, Cancel);
        StaffUser[] members = [Chair, Secretary, First, Second];
        var tries = members.SelectMany(m => Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => VoteAsync(m, sitting, item, VoteChoice.For)))));
        var ends = await Task.WhenAll(tries);
        Assert.Equal(4, ends.Count(e => e is null));
        Assert.All(ends.OfType<Exception>(), e => Assert.Equal("committees.vote.twice", Assert.IsType<RuleViolation>(e).Code));
        Assert.Equal(4, (await The<VoteService>().CloseAsync(As(Chair), sitting, item, Cancel)).For);
        await Refused.WithAsync("committees.vote.notopen", null, () => VoteAsync(First, sitting, item, VoteChoice.For));
    }

    [Fact]
    public async Task Decisions_say_what_they_must()
    {
        var (sitting, item, _) = await DiscussingAsync(Chair, Secretary, First);
        Task Open(ProposalForm form) => The<VoteService>().OpenAsync(As(Secretary), sitting, item, form, Cancel);
        await Refused.WithAsync("committees.vote.outcome", nameof(ProposalForm.Outcome), () => Open(Approve with { Outcome = null }));
        await Refused.WithAsync("kernel.text.required", nameof(ProposalForm.Article), () => Open(Approve with { Article = null }));
        await Refused.WithAsync("committees.vote.amount", nameof(ProposalForm.Amount), () => Open(Approve with { Amount = null }));
        await Refused.WithAsync("committees.vote.more", nameof(ProposalForm.Amount), () => Open(Approve with { Amount = new Money(125_001) }));
        await Refused.WithAsync("committees.vote.notless", nameof(ProposalForm.Amount), () => Open(Approve with { Outcome = DecisionOutcome.PartlyApproved }));
        await Refused.WithAsync("kernel.text.required", nameof(ProposalForm.ReferredTo), () => Open(new ProposalForm { Outcome = DecisionOutcome.Referred }));
        await Assert.ThrowsAsync<RuleViolation>(() => Open(new ProposalForm { Outcome = DecisionOutcome.Rejected }));
        var reason = (await The<ReasonQueries>().ActiveAsync("deferral", Cancel))[0].Code;
        await Refused.WithAsync("committees.vote.next", nameof(ProposalForm.NextOn), () => Open(new ProposalForm { Outcome = DecisionOutcome.Deferred, Reason = new ReasonForm { Code = reason } }));
        await Open(new ProposalForm { Outcome = DecisionOutcome.Deferred, Reason = new ReasonForm { Code = reason }, NextOn = By().On.AddDays(7) });
    }

    [Fact]
    public async Task A_second_deferral_needs_the_leave_of_senior_management()
    {
        var request = await ReadyForCommitteeAsync();
        await PutOffOnceAsync(request);
        var sitting = await InvitedAsync(requests: request);
        await ArriveAsync(sitting, Chair, Secretary, First);
        await The<RoomService>().OpenAsync(As(Chair), sitting, Cancel);
        var item = (await ViewAsync(sitting)).Items[0].Id;
        await The<RoomService>().BeginItemAsync(As(Secretary), sitting, item, Cancel);
        var reason = (await The<ReasonQueries>().ActiveAsync("deferral", Cancel))[0].Code;
        var again = new ProposalForm { Outcome = DecisionOutcome.Deferred, Reason = new ReasonForm { Code = reason }, NextOn = By().On.AddDays(7) };

        await Refused.WithAsync("committees.vote.seconddeferral", null, () => The<VoteService>().OpenAsync(As(Secretary), sitting, item, again, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<VoteService>().AllowDeferralAsync(As(Chair), sitting, item, Cancel));
        await The<VoteService>().AllowDeferralAsync(By(StaffRole.SeniorManagement), sitting, item, Cancel);
        await The<VoteService>().OpenAsync(As(Secretary), sitting, item, again, Cancel);
    }

    /// <summary>As minutes do it that take effect.</summary>
    private Task PutOffOnceAsync(Guid id) => The<CaseWriter>().SaveAsync(async db =>
    {
        var act = As(Secretary);
        var request = await db.Set<ServiceRequest>().SingleAsync(r => r.Id == id, Cancel);
        request.PutOnAgenda(Guid.CreateVersion7());
        request.Resolve(DecisionOutcome.Deferred);
        request.Decide(act);
        request.MakeReady(act);
        db.Record(act, "intake.review.ready", request);
    }, Cancel);

    [Fact]
    public async Task A_vote_changed_by_hand_no_longer_bears_its_mark()
    {
        var (sitting, item, _) = await DiscussingAsync(Chair, Secretary, First);
        await The<VoteService>().OpenAsync(As(Secretary), sitting, item, Approve, Cancel);
        await VoteAsync(First, sitting, item, VoteChoice.Against);
        Assert.Empty(await The<VoteAudit>().ForgedAsync(Cancel));
        await ReadAsync(db => db.Set<MemberVote>().ExecuteUpdateAsync(v => v.SetProperty(x => x.Choice, VoteChoice.For), Cancel));
        Assert.Single(await The<VoteAudit>().ForgedAsync(Cancel));
    }

    [Fact]
    public async Task By_circulation_everybody_votes_and_nobody_comes()
    {
        var request = await ReadyForCommitteeAsync();
        var sitting = await InvitedAsync(SittingMode.Circulation, request);
        await The<RoomService>().OpenAsync(As(Chair), sitting, Cancel);
        var item = (await ViewAsync(sitting)).Items[0].Id;
        await The<RoomService>().BeginItemAsync(As(Secretary), sitting, item, Cancel);
        await The<VoteService>().OpenAsync(As(Secretary), sitting, item, Approve, Cancel);
        foreach (var member in new[] { Chair, Secretary, First })
            await VoteAsync(member, sitting, item, VoteChoice.For);
        await Refused.WithAsync("committees.vote.allinwriting", null, () => The<VoteService>().CloseAsync(As(Chair), sitting, item, Cancel));
        await VoteAsync(Second, sitting, item, VoteChoice.For);
        Assert.True((await The<VoteService>().CloseAsync(As(Chair), sitting, item, Cancel)).IsCarried);
        await The<RoomService>().EndAsync(As(Chair), sitting, Cancel);
        Assert.Equal(4, (await ViewAsync(sitting)).Items[0].Tally!.For);
    }

    [Fact]
    public async Task A_request_withdrawn_meanwhile_is_struck_when_the_sitting_opens()
    {
        var (kept, gone) = (await ReadyForCommitteeAsync(), await ReadyForCommitteeAsync());
        var sitting = await InvitedAsync(requests: [kept, gone]);
        await The<RequestLifeService>().WithdrawAsync(By(StaffRole.FrontDesk), gone, await VersionAsync(gone), new WithdrawalForm { Channel = Mabarra.CaseManager.Contacts.Channel.Phone, Reason = new ReasonForm { Code = "withdrawal/OwnWish" } }, Cancel);
        await ArriveAsync(sitting, Chair, Secretary, First);
        await The<RoomService>().OpenAsync(As(Chair), sitting, Cancel);
        Assert.Equal([ItemState.Waiting, ItemState.Skipped], (await ViewAsync(sitting)).Items.Select(i => i.State));
        Assert.Null((await RequestAsync(gone)).Lane);
    }

    [Fact]
    public async Task Sittings_are_numbered_in_their_committees_hijri_year_and_seen_by_their_own()
    {
        var first = await PlanAsync();
        await PlanAsync(4);
        Assert.Equal(["2/1448", "1/1448"], (await The<SittingQueries>().NewestAsync(As(First), Cancel)).Select(s => s.Label));
        var stranger = await AccountAsync("stranger", "عضو لجنة أخرى");
        Assert.Empty(await The<SittingQueries>().NewestAsync(As(stranger), Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<SittingQueries>().OpenAsync(As(stranger), first, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<SittingService>().InviteAsync(As(Secretary), first, Cancel));
        await Refused.WithAsync("committees.sitting.noitems", null, () => The<SittingService>().InviteAsync(As(Chair), first, Cancel));
        await Refused.WithAsync("committees.sitting.past", nameof(SittingForm.On), () => PlanAsync(-1));
    }
}

public sealed class SittingTests() : SittingSuite(TestDatabase.Sqlite());
