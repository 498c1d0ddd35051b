using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Life;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Contacts;

/// <summary>Which act tells whom what, and what people do about it, on both databases.</summary>
public abstract class NoticeSuite(TestDatabase database) : ContactsHouse(database)
{
    [Fact]
    public async Task A_slip_handed_over_needs_nobodys_call()
    {
        await CompletedAsync(Channel.Phone, "0500000101");
        Assert.Equal((NoticeRoute.Desk, NoticeStatus.Sent), ((await NoticeAsync()).Route, (await NoticeAsync()).Status));
    }

    [Fact]
    public async Task Leaving_with_something_missing_names_it_in_both_languages_and_no_date()
    {
        var id = await OpenRequestAsync();
        await The<RequestService>().LeaveIncompleteAsync(Clerk, id, await VersionAsync(id), Cancel);
        var notice = await NoticeAsync(NoticeKind.Deficiency);
        var item = (await RequestAsync(id)).Items[0];
        Assert.Contains(item.NameAr, notice.Body, StringComparison.Ordinal);
        Assert.Contains(item.NameEn, notice.BodyEn, StringComparison.Ordinal);
        Assert.DoesNotContain("{", notice.Body + notice.BodyEn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_that_fell_due_goes_out_by_itself_and_is_then_made()
    {
        await TurnMailOnAsync();
        var id = await IncompleteByMailAsync();
        Clock.Advance(TimeSpan.FromDays(7));
        await The<ReminderMarking>().RunAsync(Cancel);
        await The<ReminderMarking>().RunAsync(Cancel);
        Assert.Equal(NoticeStatus.Waiting, (await NoticeAsync(NoticeKind.Reminder)).Status);
        await Outbox.RunAsync(Cancel);
        var reminder = Assert.Single(await ReadAsync(db => db.Set<DeficiencyReminder>().AsNoTracking().ToListAsync(Cancel)));
        Assert.Equal((Channel.Email, true), (reminder.Channel!.Value, reminder.MadeAt is not null));
        Assert.Equal(0, await The<RequestQueries>().RemindersDueAsync(Clerk, Cancel));
        Assert.NotEqual(Guid.Empty, id);
    }

    [Fact]
    public async Task A_reminder_made_by_hand_calls_its_notice_off()
    {
        var id = await OpenRequestAsync();
        await The<RequestService>().LeaveIncompleteAsync(Clerk, id, await VersionAsync(id), Cancel);
        Clock.Advance(TimeSpan.FromDays(7));
        await The<ReminderMarking>().RunAsync(Cancel);
        Assert.Equal((NoticeRoute.Call, NoticeStatus.Task), ((await NoticeAsync(NoticeKind.Reminder)).Route, (await NoticeAsync(NoticeKind.Reminder)).Status));
        await The<RequestLifeService>().RemindAsync(Clerk, id, await VersionAsync(id), new ReminderForm { Channel = Channel.InPerson }, Cancel);
        Assert.Equal(NoticeStatus.Cancelled, (await NoticeAsync(NoticeKind.Reminder)).Status);
    }

    [Fact]
    public async Task Revoking_withdrawing_and_putting_away_tell_her_and_void_what_was_not_told_yet()
    {
        await TurnMailOnAsync();
        var id = await CompletedAsync();
        var item = (await RequestAsync(id)).Items[0].Id;
        var form = new RevocationForm { ItemIds = [item], Reason = new ReasonForm { Code = "revocation/Expired", Note = "انتهت صلاحيته" } };
        await The<RequestLifeService>().RevokeAsync(By(StaffRole.SeniorManagement), id, await VersionAsync(id), form, Cancel);
        Assert.Equal(NoticeStatus.Cancelled, (await NoticeAsync()).Status);
        Assert.Equal(NoticeStatus.Waiting, (await NoticeAsync(NoticeKind.Revoked)).Status);
        await The<RequestLifeService>().WithdrawAsync(
            Clerk, id, await VersionAsync(id), new WithdrawalForm { Channel = Channel.Phone, Reason = new ReasonForm { Code = "withdrawal/OwnWish" } }, Cancel);
        Assert.Equal(NoticeStatus.Cancelled, (await NoticeAsync(NoticeKind.Revoked)).Status);
        Assert.Equal(NoticeStatus.Waiting, (await NoticeAsync(NoticeKind.Withdrawn)).Status);
        await Outbox.RunAsync(Cancel);
        Assert.Single(Smtp.Taken);
    }

    [Fact]
    public async Task A_moved_date_is_told_once_and_ticked_off_when_the_mail_was_taken()
    {
        await TurnMailOnAsync();
        await CompletedAsync();
        await Outbox.RunAsync(Cancel);
        await AddHolidayAsync(new DateOnly(2026, 12, 1));
        await AddHolidayAsync(new DateOnly(2026, 12, 2));
        var moved = (await NoticesAsync()).Where(n => n.Kind == NoticeKind.DueMoved).ToList();
        Assert.Equal([NoticeStatus.Cancelled, NoticeStatus.Waiting], moved.Select(n => n.Status));
        Assert.Contains("16 ديسمبر 2026م", moved[1].Body, StringComparison.Ordinal);
        await Outbox.RunAsync(Cancel);
        var told = Assert.Single(await ReadAsync(db => db.DueNotices.AsNoTracking().ToListAsync(Cancel)));
        Assert.Equal((false, Channel.Email), (told.IsOpen, told.ToldBy!.Value));
    }

    [Fact]
    public async Task A_date_told_by_hand_calls_its_notice_off()
    {
        await CompletedAsync(Channel.Phone, "0500000101");
        await AddHolidayAsync(new DateOnly(2026, 12, 1));
        var open = Assert.Single(await ReadAsync(db => db.DueNotices.AsNoTracking().ToListAsync(Cancel)));
        await The<DueNoticeService>().TellAsync(Clerk, open.Id, open.Version, new ToldForm { By = Channel.Phone }, Cancel);
        Assert.Equal(NoticeStatus.Cancelled, (await NoticeAsync(NoticeKind.DueMoved)).Status);
    }

    /// <summary>أ-٣: told only when answered; a second attempt in two working days (Thursday to Monday).</summary>
    [Fact]
    public async Task A_call_nobody_answered_is_due_again_in_two_working_days_and_an_answered_one_proves_it()
    {
        await CompletedAsync(Channel.Phone, "0500000101");
        await AddHolidayAsync(new DateOnly(2026, 12, 1));
        var call = await NoticeAsync(NoticeKind.DueMoved);
        Assert.Equal((NoticeRoute.Call, NoticeStatus.Task), (call.Route, call.Status));
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.Zero));
        await The<NoticeService>().DoneAsync(Clerk, call.Id, call.Version, new NoticeDone { Outcome = TryOutcome.NoAnswer }, Cancel);
        call = await NoticeAsync(NoticeKind.DueMoved);
        Assert.Equal((NoticeStatus.Task, new DateOnly(2026, 11, 30)), (call.Status, call.TaskOn));
        await The<NoticeService>().DoneAsync(Clerk, call.Id, call.Version, new NoticeDone { Outcome = TryOutcome.Answered, Note = "ردت بنفسها" }, Cancel);
        call = await NoticeAsync(NoticeKind.DueMoved);
        Assert.Equal((NoticeStatus.Delivered, "ردت بنفسها", 2), (call.Status, call.Proof, call.Tries.Count));
        Assert.False(Assert.Single(await ReadAsync(db => db.DueNotices.AsNoTracking().ToListAsync(Cancel))).IsOpen);
        await Refused.WithAsync("contacts.notice.over", null, () => The<NoticeService>().DoneAsync(Clerk, call.Id, call.Version, new NoticeDone { Outcome = TryOutcome.Answered }, Cancel));
    }

    [Fact]
    public async Task A_letter_is_posted_only_with_its_number()
    {
        await CompletedAsync(Channel.Correspondence, "ص.ب 1234 الرياض 11111");
        await AddHolidayAsync(new DateOnly(2026, 12, 1));
        var letter = await NoticeAsync(NoticeKind.DueMoved);
        Assert.Equal(NoticeRoute.Letter, letter.Route);
        await Assert.ThrowsAsync<RuleViolation>(() => The<NoticeService>().DoneAsync(Clerk, letter.Id, letter.Version, new NoticeDone { Outcome = TryOutcome.Posted, Note = " " }, Cancel));
        await Refused.WithAsync(
            "contacts.notice.outcome", nameof(NoticeDone.Outcome),
            () => The<NoticeService>().DoneAsync(Clerk, letter.Id, letter.Version, new NoticeDone { Outcome = TryOutcome.Answered, Note = "x" }, Cancel));
        await The<NoticeService>().DoneAsync(Clerk, letter.Id, letter.Version, new NoticeDone { Outcome = TryOutcome.Posted, Note = "RR123456789SA" }, Cancel);
        Assert.Equal(NoticeStatus.Sent, (await NoticeAsync(NoticeKind.DueMoved)).Status);

        var paper = await The<NoticePapers>().PrintAsync(Clerk, letter.Id, Cancel);
        Assert.Equal(paper, await The<NoticePapers>().PrintAsync(Clerk, letter.Id, Cancel));
    }

    [Fact]
    public async Task A_liaison_officer_sees_and_does_what_goes_to_her_own_people_only()
    {
        await CompletedAsync(Channel.Phone, "0500000101");
        await AddHolidayAsync(new DateOnly(2026, 12, 1));
        var call = await NoticeAsync(NoticeKind.DueMoved);
        var (own, other) = (Officer("Widows"), Officer("Orphans"));
        Assert.Equal(2, (await The<NoticeQueries>().PageAsync(own, NoticeView.All, null, null, new PageQuery(), Cancel)).Rows.Count);
        Assert.Single((await The<NoticeQueries>().PageAsync(own, NoticeView.ToDo, NoticeRoute.Call, NoticeKind.DueMoved, new PageQuery(), Cancel)).Rows);
        Assert.Empty((await The<NoticeQueries>().PageAsync(other, NoticeView.All, null, null, new PageQuery(), Cancel)).Rows);
        await Assert.ThrowsAsync<AccessDenied>(() => The<NoticeQueries>().OpenAsync(other, call.Id, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<NoticeService>().DoneAsync(other, call.Id, call.Version, new NoticeDone { Outcome = TryOutcome.Answered }, Cancel));
        await The<NoticeService>().DoneAsync(own, call.Id, call.Version, new NoticeDone { Outcome = TryOutcome.Answered }, Cancel);
    }

    [Fact]
    public async Task Calling_off_asks_for_a_reason()
    {
        await CompletedAsync(Channel.Phone, "0500000101");
        await AddHolidayAsync(new DateOnly(2026, 12, 1));
        var call = await NoticeAsync(NoticeKind.DueMoved);
        await Assert.ThrowsAsync<RuleViolation>(() => The<NoticeService>().CancelAsync(Clerk, call.Id, call.Version, Cancel));
        await The<NoticeService>().CancelAsync(Clerk with { Why = "أُبلغت في زيارتها" }, call.Id, call.Version, Cancel);
        Assert.Equal(NoticeStatus.Cancelled, (await NoticeAsync(NoticeKind.DueMoved)).Status);
    }

    [Theory]
    [InlineData("+14155550123", false, NoticeRoute.Call)]
    [InlineData("+14155550123", true, NoticeRoute.Sms)]
    [InlineData("0500000101", false, NoticeRoute.Sms)]
    [InlineData("0112345678", true, NoticeRoute.Call)]
    public void A_number_no_message_reaches_is_called(string number, bool abroad, NoticeRoute expected)
    {
        var gateway = new Mabarra.CaseManager.Contacts.Sending.Gateway(NoticeRoute.Sms);
        gateway.Set(new(IsOn: true, "https://sms.example", null, default, null, "Mabarra", abroad));
        var news = new NewNotice { Kind = NoticeKind.DueMoved, BeneficiaryId = Guid.NewGuid(), RecordId = Guid.NewGuid(), RecordType = "x", RecordLabel = "x", Channel = Channel.Phone, Contact = number };
        Assert.Equal(expected, NoticeRouting.Of(news, new("نورة", "0500000102", null), new(Mail: false, gateway, null)).Route);
        Assert.Equal(NoticeRoute.Call, NoticeRouting.Of(news with { Kind = NoticeKind.Decision }, new("نورة", "0500000102", null), new(Mail: false, gateway, null)).Route);
    }

    private async Task<Guid> IncompleteByMailAsync()
    {
        var id = await OpenRequestAsync();
        await The<RequestService>().AgreeAsync(Clerk, id, await VersionAsync(id), new AgreementForm { Channel = Channel.Email, Contact = "noura@example.com", IsExplained = true }, Cancel);
        await The<RequestService>().LeaveIncompleteAsync(Clerk, id, await VersionAsync(id), Cancel);
        return id;
    }

    private Task<int> AddHolidayAsync(DateOnly on) => The<HolidayService>().AddAsync(By(StaffRole.HumanResources), Make.Holiday(on), Cancel);
}

public sealed class NoticeTests() : NoticeSuite(TestDatabase.Sqlite());
