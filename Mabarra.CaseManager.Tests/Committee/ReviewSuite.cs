using Mabarra.CaseManager.Committee;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Committee;

/// <summary>The review board, on both databases.</summary>
public abstract class ReviewSuite(TestDatabase database) : SittingHouse(database)
{
    [Fact]
    public async Task A_member_without_a_sitting_to_come_is_told_why_his_board_is_empty()
    {
        Assert.True((await The<ReviewQueries>().HeadAsync(As(First), Cancel)).IsWithoutAgenda);
        Assert.False((await The<ReviewQueries>().HeadAsync(As(Secretary), Cancel)).IsWithoutAgenda);
        await InvitedAsync(requests: await ReadyForCommitteeAsync());
        Assert.False((await The<ReviewQueries>().HeadAsync(As(First), Cancel)).IsWithoutAgenda);
    }

    [Fact]
    public async Task A_request_wanders_from_lane_to_lane()
    {
        var id = await CompleteRequestAsync();
        await StandsAsync(ReviewLane.Study, id);
        await Refused.WithAsync("intake.review.nostudy", null, () => The<ReviewService>().ReadyAsync(As(Secretary), id, Cancel));
        await The<StudyService>().SaveAsync(Officer("Widows"), id, Study, isFinished: false, Cancel);
        Assert.Equal(RequestStatus.UnderStudy, (await RequestAsync(id)).Status);
        await StandsAsync(ReviewLane.Study, id);
        await The<StudyService>().SaveAsync(Officer("Widows"), id, Study, isFinished: true, Cancel);
        await StandsAsync(ReviewLane.Ready, id);
        await Refused.WithAsync("intake.review.notstudied", null, () => The<StudyService>().SaveAsync(Officer("Widows"), id, Study, isFinished: true, Cancel));

        var sitting = await PlanAsync();
        await The<SittingService>().ListAsync(As(Secretary), sitting, id, Cancel);
        await StandsAsync(ReviewLane.OnAgenda, id);
        Assert.Equal("1/1448", (await LaneAsync(ReviewLane.OnAgenda)).Cards[0].Sitting);
        await The<SittingService>().UnlistAsync(As(Secretary), sitting, id, Cancel);
        await StandsAsync(ReviewLane.Ready, id);
        await The<ReviewService>().ReturnAsync(As(Secretary), id, Cancel);
        await StandsAsync(ReviewLane.Study, id);
        await The<StudyService>().SaveAsync(Officer("Widows"), id, Study, isFinished: true, Cancel);
        await StandsAsync(ReviewLane.Ready, id);
    }

    [Fact]
    public async Task A_card_shows_the_files_number_the_days_left_and_the_officer_and_no_name()
    {
        var id = await CompleteRequestAsync();
        var officer = await AccountAsync("officer", "ضابط الأرامل", StaffRole.LiaisonOfficer);
        await The<LiaisonService>().AssignAsync(By(StaffRole.SeniorManagement), Guid.NewGuid(), new AssignForm { OfficerId = officer.Id, Categories = ["Widows"], Fields = [], FromOn = By().On }, Cancel);
        var card = Assert.Single((await LaneAsync(ReviewLane.Study)).Cards);
        Assert.Equal((id, 15, "ضابط الأرامل", new Money(125_000)), (card.Id, card.DaysLeft, card.Officer, card.Amount!.Value));
        Assert.DoesNotContain("العمري", card.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A3_Everybody_sees_his_own_and_a_member_only_what_stands_on_his_agendas()
    {
        var (mine, other) = (await ReadyForCommitteeAsync(), await CompleteRequestAsync("LowIncome"));
        async Task<int> Total(Act act) => (await Task.WhenAll(Enum.GetValues<ReviewLane>().Select(l => The<ReviewQueries>().LaneAsync(act, l, null, 0, 10, Cancel)))).Sum(w => w.Total);
        Assert.Equal((2, 2, 1, 0), (await Total(By(StaffRole.SeniorManagement)), await Total(As(Secretary)), await Total(Officer("Widows")), await Total(As(First))));
        await Assert.ThrowsAsync<AccessDenied>(() => The<CaseFileQueries>().OpenAsync(As(First), mine, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => Total(By(StaffRole.FrontDesk)));

        await InvitedAsync(requests: mine);
        Assert.Equal(1, await Total(As(First)));
        Assert.NotNull(await The<CaseFileQueries>().OpenAsync(As(First), mine, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<CaseFileQueries>().OpenAsync(As(First), other, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<StudyService>().SaveAsync(Officer("Widows"), other, Study, isFinished: false, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<ReviewService>().ReadyAsync(Officer("Widows"), other, Cancel));
    }

    [Fact]
    public async Task A_service_without_study_is_ready_at_once_and_another_committees_is_not_listed()
    {
        var id = await CompleteRequestAsync();
        var service = (await RequestAsync(id)).ServiceTypeId;
        var type = await ReadAsync(db => db.Set<ServiceType>().FindAsync([service], Cancel).AsTask());
        await The<Mabarra.CaseManager.Intake.Services.ServiceTypeService>().AskForStudyAsync(By(StaffRole.SystemAdmin), service, type!.Version, asks: false, Cancel);
        await The<ReviewService>().ReadyAsync(As(Secretary), id, Cancel);
        await StandsAsync(ReviewLane.Ready, id);

        var committee = await CommitteeAsync();
        var form = new CommitteeForm { NameAr = committee.NameAr, Functions = [CommitteeFunction.RequestStudy], Services = ["Rent"] };
        var sitting = await PlanAsync();
        await The<CommitteeService>().ChangeAsync(As(Chair), CommitteeId, committee.Version, form, Cancel);
        await Refused.WithAsync("committees.sitting.otherservice", null, () => The<SittingService>().ListAsync(As(Secretary), sitting, id, Cancel));
        Assert.Equal(0, (await LaneAsync(ReviewLane.Ready)).Total);
    }

    [Fact]
    public async Task The_board_warns_of_a_thirteenth_day_before_any_sitting()
    {
        Assert.Null((await HeadAsync()).Warning);
        await CompleteRequestAsync();
        // Complete on 23 November: the thirteenth working day is 10 December.
        var none = (await HeadAsync()).Warning!;
        Assert.Equal((1, new DateOnly(2026, 12, 10), null), (none.Count, none.First, none.NextSittingOn));
        await PlanAsync(days: 21);
        Assert.Equal(new DateOnly(2026, 12, 14), (await HeadAsync()).Warning!.NextSittingOn);
        await PlanAsync(days: 17);
        Assert.Null((await HeadAsync()).Warning);
    }

    [Fact]
    public async Task A_window_is_no_larger_than_it_may_be_and_stands_where_it_was_asked_for()
    {
        var ids = new List<Guid>();
        foreach (var _ in Enumerable.Range(0, 3))
            ids.Add(await CompleteRequestAsync());
        var window = await The<ReviewQueries>().LaneAsync(As(Secretary), ReviewLane.Study, null, 1, 1, Cancel);
        Assert.Equal((3, ids[1]), (window.Total, window.Cards.Single().Id));
        Assert.Equal(0, (await The<ReviewQueries>().LaneAsync(As(Secretary), ReviewLane.Study, new RequestFilter(Service: "Rent"), 0, 10, Cancel)).Total);
    }

    private Task<ReviewWindow> LaneAsync(ReviewLane lane) => The<ReviewQueries>().LaneAsync(As(Secretary), lane, null, 0, 10, Cancel);

    private Task<ReviewHead> HeadAsync() => The<ReviewQueries>().HeadAsync(As(Secretary), Cancel);

    /// <summary>In this lane and in no other.</summary>
    private async Task StandsAsync(ReviewLane lane, Guid id)
    {
        foreach (var one in Enum.GetValues<ReviewLane>())
            Assert.Equal(one == lane ? [id] : [], (await LaneAsync(one)).Cards.Select(c => c.Id));
    }
}

public sealed class ReviewTests() : ReviewSuite(TestDatabase.Sqlite());
