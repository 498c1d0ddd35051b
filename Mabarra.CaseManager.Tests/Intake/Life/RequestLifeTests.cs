using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Life;

namespace Mabarra.CaseManager.Tests.Intake.Life;

/// <summary>The rules of a request's life by themselves, without a database.</summary>
public sealed class RequestLifeTests
{
    private static readonly ReminderPlan Plan = new(7, 21, 30);

    private static readonly GivenReason Expired = new("Expired", "مستند منتهي", "Expired paper", "الإقامة منتهية");
    private static readonly DateTime Monday = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Revoke_voids_the_period_keeps_its_history_and_asks_for_the_paper_again()
    {
        var request = Completed();
        var faulty = request.Items[0].Id;
        request.Revoke(On(10), Expired, [faulty], mayAgain: false, Plan);
        Assert.Equal((RequestStatus.Incomplete, null, null, null), (request.Status, request.CompletedOn, request.DueOn, request.DueOrder));
        Assert.Equal(ItemStatus.Rejected, request.Items[0].Status);
        var kept = Assert.Single(request.Revocations);
        Assert.Equal((1, new DateOnly(2026, 11, 23), new DateOnly(2026, 12, 14), new DateOnly(2026, 12, 3)), (kept.No, kept.CompletedOn, kept.DueOn, kept.RevokedOn));
        Assert.Contains(Completeness.Missing(request, isDataReviewed: true, On(10).On), m => m.ItemId == faulty);
    }

    /// <summary>DOMAIN.md §4, case 20.</summary>
    [Fact]
    public void T6_Completed_again_begins_fifteen_new_working_days()
    {
        var request = Completed();
        request.Revoke(On(10), Expired, [request.Items[0].Id], mayAgain: false, Plan);
        request.Items[0].Receive(On(14), new ItemReceipt(new DateOnly(2026, 12, 7)));
        request.Complete(On(14), isDataReviewed: true, WorkingDayCalendar.Plain);
        Assert.Equal((new DateOnly(2026, 12, 7), new DateOnly(2026, 12, 28)), (request.CompletedOn, request.DueOn));
        Assert.Null(request.NextReminderOn);
    }

    [Fact]
    public void Revoke_a_second_time_needs_senior_management()
    {
        var request = Completed();
        request.Revoke(On(1), Expired, [request.Items[0].Id], mayAgain: false, Plan);
        request.Items[0].Receive(On(2), new ItemReceipt(On(2).On));
        request.Complete(On(2), isDataReviewed: true, WorkingDayCalendar.Plain);
        Assert.Equal("intake.life.once", Code(() => request.Revoke(On(3), Expired, [request.Items[0].Id], mayAgain: false, Plan)));
        request.Revoke(On(3), Expired, [request.Items[0].Id], mayAgain: true, Plan);
        Assert.Equal([1, 2], request.Revocations.Select(r => r.No));
    }

    [Fact]
    public void Revoke_after_the_due_date_or_without_a_paper_is_refused()
    {
        var request = Completed();
        Assert.Equal("intake.life.whichitem", Code(() => request.Revoke(On(1), Expired, [Guid.NewGuid()], mayAgain: true, Plan)));
        Assert.Equal("intake.life.toolate", Code(() => request.Revoke(On(22), Expired, [request.Items[0].Id], mayAgain: true, Plan)));
        request.Revoke(On(21), Expired, [request.Items[0].Id], mayAgain: false, Plan);
        Assert.Equal("intake.life.notcomplete", Code(() => request.Revoke(On(21), Expired, [request.Items[0].Id], mayAgain: true, Plan)));
    }

    [Fact]
    public void A_revoked_signature_is_signed_anew()
    {
        var request = Completed();
        request.Revoke(On(1), Expired, [request.Items.Single(i => i.IsDeclaration).Id], mayAgain: false, Plan);
        Assert.Null(request.Declaration);
        Assert.Contains(Completeness.Missing(request, isDataReviewed: true, On(1).On), m => m.Code == "intake.complete.unsigned");
    }

    [Fact]
    public void Reminders_fall_due_on_the_seventh_and_twenty_first_day_each_once()
    {
        var request = Incomplete();
        Assert.Equal(0, request.MarkReminders(On(6), Plan));
        Assert.False(request.IsReminderDue(On(6).On));
        Assert.Equal(1, request.MarkReminders(On(7), Plan));
        Assert.Equal(0, request.MarkReminders(On(8), Plan));
        request.Remind(On(8), Channel.Phone, null, Plan);
        Assert.Equal("intake.life.nonedue", Code(() => request.Remind(On(8), Channel.Phone, null, Plan)));
        Assert.Equal(On(21).On, request.NextReminderOn);
        request.Remind(On(25), Channel.Phone, "لم يرد", Plan);
        Assert.Equal([7, 21], request.Reminders.Where(r => r.MadeAt is not null).Select(r => r.AfterDays));
        Assert.Null(request.NextReminderOn);
    }

    [Fact]
    public void One_call_settles_both_reminders_when_the_first_was_forgotten()
    {
        var request = Incomplete();
        request.Remind(On(30), Channel.Phone, null, Plan);
        Assert.Equal((2, null), (request.Reminders.Count(r => r.MadeAt is not null), request.NextReminderOn));
    }

    [Fact]
    public void Archive_waits_for_the_reminders_and_thirty_days_more()
    {
        var request = Incomplete();
        Assert.Equal("intake.life.remindfirst", Code(() => request.Archive(On(100), null, Plan)));
        request.Remind(On(7), Channel.Phone, null, Plan);
        Assert.Equal("intake.life.remindfirst", Code(() => request.Archive(On(100), null, Plan)));
        request.Remind(On(21), Channel.Phone, null, Plan);
        Assert.Equal((false, true), (request.CanArchive(On(50).On, Plan), request.CanArchive(On(51).On, Plan)));
        Assert.Equal("intake.life.tooearly", Code(() => request.Archive(On(50), null, Plan)));
        request.Archive(On(51), null, Plan);
        Assert.Equal(RequestStatus.Archived, request.Status);
        Assert.Equal("intake.life.notopen", Code(() => request.Withdraw(On(52), Wish(52))));
    }

    [Fact]
    public void Withdraw_ends_the_period_and_cannot_be_done_twice()
    {
        var request = Completed();
        request.Withdraw(On(2), Wish(2));
        Assert.Equal((RequestStatus.Withdrawn, null, false), (request.Status, request.DueOrder, request.AwaitsReply));
        Assert.Equal("intake.life.notopen", Code(() => request.Withdraw(On(2), Wish(2))));
        Assert.Equal("intake.request.closed", Code(() => request.Complete(On(2), isDataReviewed: true, WorkingDayCalendar.Plain)));
    }

    [Fact]
    public void An_expired_mandatory_paper_is_refused_by_the_day_of_the_last_one_not_of_the_click()
    {
        var request = Draft(expires: new DateOnly(2026, 11, 23));
        Ready(request);
        // Clicked two days later: the paper was good when the file became complete.
        Assert.Empty(Completeness.Missing(request, isDataReviewed: true, On(2).On));
        var late = Draft(expires: new DateOnly(2026, 11, 23));
        Ready(late, day: 1);
        Assert.Equal(["intake.complete.expired"], Completeness.Missing(late, isDataReviewed: true, On(1).On).Select(m => m.Code));
    }

    [Theory]
    [InlineData("2026-11-22", ValidityState.Expired)]
    [InlineData("2026-11-23", ValidityState.EndsBeforeReply)]
    [InlineData("2026-12-13", ValidityState.EndsBeforeReply)]
    [InlineData("2026-12-14", ValidityState.Good)]
    public void A_paper_that_ends_before_the_reply_is_told(string expires, ValidityState state)
    {
        var request = Draft(DateOnly.Parse(expires, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(state, Validity.StateOf(request.Items[0], On(0).On, new DateOnly(2026, 12, 14)));
    }

    /// <summary>Issue 3: the clock jumps over midnight in Riyadh between the last paper and the click.</summary>
    [Fact]
    public void Midnight_in_Riyadh_between_the_last_paper_and_the_click_gives_no_day()
    {
        var before = new Act(Actor.System, new DateTime(2026, 11, 23, 20, 59, 59, DateTimeKind.Utc));
        var after = new Act(Actor.System, before.At.AddSeconds(2));
        var request = Draft(null);
        Ready(request, before);
        request.Complete(after, isDataReviewed: true, WorkingDayCalendar.Plain);
        Assert.Equal((new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 23), new DateOnly(2026, 12, 14)), (after.On, request.CompletedOn, request.DueOn));
    }

    /// <summary>The machine's clock is set back over midnight: nothing breaks, and the day of the paper still rules.</summary>
    [Fact]
    public void A_clock_set_back_over_midnight_keeps_the_day_of_the_last_paper()
    {
        var after = new Act(Actor.System, new DateTime(2026, 11, 23, 21, 0, 1, DateTimeKind.Utc));
        var request = Draft(null);
        Ready(request, after);
        request.Complete(after with { At = after.At.AddSeconds(-2) }, isDataReviewed: true, WorkingDayCalendar.Plain);
        Assert.Equal((new DateOnly(2026, 11, 24), new DateOnly(2026, 12, 15)), (request.CompletedOn, request.DueOn));
    }

    private static Act On(int day) => new(Actor.System, Monday.AddDays(day));

    private static WithdrawalWish Wish(int day) => new(new GivenReason("OwnWish", "رغبة", "wish", null), Channel.InPerson, On(day).On);

    /// <summary>Two papers and the declaration; the first came on the first day.</summary>
    private static ServiceRequest Draft(DateOnly? expires)
    {
        var service = new ServiceType("Test", "خدمة", "Service", "Social", 0);
        service.Add(new Requirement(service.Id, 0, "عقد", "Lease", Handling.Keep) { HasExpiry = true });
        service.Add(new Requirement(service.Id, 1, "فاتورة", "Bill", Handling.Keep));
        service.Add(new Requirement(service.Id, 2, "إقرار", "Declaration", Handling.Form) { IsDeclaration = true });
        var request = new ServiceRequest(1, "REQ-2026-00001", Guid.NewGuid(), service, new HashSet<string>(), new RequestWords("وصف الطلب بكلماته", null), null);
        request.Items[0].Receive(On(0), new ItemReceipt(On(0).On) { ExpiresOn = expires });
        return request;
    }

    private static void Ready(ServiceRequest request, int day = 0) => Ready(request, On(day));

    private static void Ready(ServiceRequest request, Act act)
    {
        request.HandOverSheet(act);
        request.Items[1].Receive(act, new ItemReceipt(act.On));
        request.Sign(act, new Declaration(SignatureMethod.Pad, act.On, act.At, Guid.NewGuid(), null, 1));
        request.Agree(act, Channel.Phone, "0500000101");
    }

    private static ServiceRequest Completed()
    {
        var request = Draft(null);
        Ready(request);
        request.Complete(On(0), isDataReviewed: true, WorkingDayCalendar.Plain);
        return request;
    }

    private static ServiceRequest Incomplete()
    {
        var request = Draft(null);
        request.LeaveIncomplete(On(0), Plan);
        return request;
    }

    private static string Code(Action act) => Assert.Throws<RuleViolation>(act).Code;
}
