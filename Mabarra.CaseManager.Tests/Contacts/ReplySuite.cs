using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Life;
using Mabarra.CaseManager.Intake.Replies;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Contacts;

/// <summary>The duty of fifteen working days ends when the reply reaches the beneficiary, and that is proven (ت-٦; R5). On both databases.</summary>
public abstract class ReplySuite(TestDatabase database) : ContactsHouse(database)
{
    private RequestReplyService Replies => The<RequestReplyService>();

    [Fact]
    public async Task A_decision_opens_a_call_and_the_reply_counts_only_when_it_is_answered()
    {
        var id = await DecidedAsync(Channel.Phone, "0500000101");
        var call = await NoticeAsync(NoticeKind.Decision);
        Assert.Equal((NoticeRoute.Call, NoticeStatus.Task), (call.Route, call.Status));
        Assert.DoesNotContain("مقبول", call.Body, StringComparison.Ordinal);
        await DoneAsync(TryOutcome.NoAnswer);
        Assert.Equal(RequestStatus.Decided, (await RequestAsync(id)).Status);
        Clock.Advance(TimeSpan.FromDays(1));
        await DoneAsync(TryOutcome.Answered, "ردت بنفسها");
        var request = await RequestAsync(id);
        Assert.Equal((RequestStatus.Responded, null, null, DecisionOutcome.Approved), (request.Status, request.DueOrder, request.Lane, request.Outcome!.Value));
        Assert.Equal((By().On, Channel.Phone, "ردت بنفسها", true, 0), (request.Reply!.On, request.Reply.Channel, request.Reply.Proof, request.Reply.IsOnTime, request.Reply.DaysLate));
        Assert.Empty((await The<RequestQueries>().PageAsync(Clerk, RequestView.AwaitingReply, new PageQuery(), Cancel)).Rows);
        Assert.Single(await ReadAsync(db => db.Set<Mabarra.CaseManager.Audit.AuditEntry>().Where(e => e.RecordId == id && e.Action == "intake.reply.prove").ToListAsync(Cancel)));
    }

    [Fact]
    public async Task An_accepted_mail_is_the_reply()
    {
        await TurnMailOnAsync();
        var id = await DecidedAsync(Channel.Email, "noura@example.com");
        await Outbox.RunAsync(Cancel);
        var request = await RequestAsync(id);
        Assert.Equal((RequestStatus.Responded, Channel.Email), (request.Status, request.Reply!.Channel));
        Assert.Contains("queued", request.Reply.Proof, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_receipt_at_the_desk_is_the_reply()
    {
        var id = await DecidedAsync(Channel.InPerson, "مكتب الاستقبال");
        Assert.Equal(NoticeRoute.Desk, (await NoticeAsync(NoticeKind.Decision)).Route);
        await DoneAsync(TryOutcome.HandedOver, "نورة سعد العمري");
        Assert.Equal(("نورة سعد العمري", Channel.InPerson), ((await RequestAsync(id)).Reply!.Proof, (await RequestAsync(id)).Reply!.Channel));
    }

    /// <summary>DOMAIN.md §3.1: two failed attempts on different days, then a letter to the address.</summary>
    [Fact]
    public async Task Two_calls_in_vain_on_different_days_and_then_a_letter_are_the_reply()
    {
        var id = await DecidedAsync(Channel.Phone, "0500000101");
        await DoneAsync(TryOutcome.NoAnswer);
        await DoneAsync(TryOutcome.NoAnswer);
        await Refused.WithAsync("contacts.notice.twocalls", null, ToLetterAsync);
        Clock.Advance(TimeSpan.FromDays(2));
        await DoneAsync(TryOutcome.NoAnswer);
        await ToLetterAsync();
        var both = (await NoticesAsync()).Where(n => n.Kind == NoticeKind.Decision).ToList();
        Assert.Equal([(NoticeRoute.Call, NoticeStatus.Cancelled), (NoticeRoute.Letter, NoticeStatus.Task)], both.Select(n => (n.Route, n.Status)));
        Assert.Equal((both[0].Id, both[0].Body, "الرياض، حي النسيم"), (both[1].FollowsId!.Value, both[1].Body, both[1].Recipient));
        Assert.Equal(RequestStatus.Decided, (await RequestAsync(id)).Status);

        await The<NoticeService>().DoneAsync(Clerk, both[1].Id, both[1].Version, new NoticeDone { Outcome = TryOutcome.Posted, Note = "RR123456789SA" }, Cancel);
        Assert.Equal((Channel.Correspondence, "RR123456789SA"), ((await RequestAsync(id)).Reply!.Channel, (await RequestAsync(id)).Reply!.Proof));
    }

    [Fact]
    public async Task A_late_reply_says_how_late_and_owes_its_reason()
    {
        var id = await DecidedAsync(Channel.Phone, "0500000101");
        // The last day was Monday 14 December; Wednesday is two working days later.
        Clock.SetUtcNow(new DateTimeOffset(2026, 12, 16, 8, 0, 0, TimeSpan.Zero));
        await DoneAsync(TryOutcome.Answered);
        var request = await RequestAsync(id);
        Assert.Equal((false, 2, true), (request.Reply!.IsOnTime, request.Reply.DaysLate, request.OwesLateReason));
        await Refused.WithAsync("intake.life.reason", nameof(ReasonForm.Code), () => Replies.ExplainLateAsync(Clerk, id, request.Version, new ReasonForm { Code = "withdrawal/OwnWish" }, Cancel));
        await Replies.ExplainLateAsync(Clerk, id, request.Version, new ReasonForm { Code = "late/NoQuorum" }, Cancel);
        request = await RequestAsync(id);
        Assert.Equal(("late/NoQuorum", false), (request.LateReason!.Code, request.OwesLateReason));
        await Refused.WithAsync("intake.reply.notlate", null, () => Replies.ExplainLateAsync(Clerk, id, request.Version, new ReasonForm { Code = "late/NoQuorum" }, Cancel));
    }

    /// <summary>The last minute of the last day in Riyadh is on time.</summary>
    [Fact]
    public async Task The_last_day_is_on_time_until_midnight_in_Riyadh()
    {
        var id = await DecidedAsync(Channel.Phone, "0500000101");
        Clock.SetUtcNow(new DateTimeOffset(2026, 12, 14, 20, 59, 0, TimeSpan.Zero));
        await DoneAsync(TryOutcome.Answered);
        Assert.True((await RequestAsync(id)).Reply!.IsOnTime);
    }

    [Fact]
    public async Task A_reply_given_by_hand_needs_its_proof_and_ends_the_task()
    {
        var id = await DecidedAsync(Channel.Phone, "0500000101");
        await Assert.ThrowsAsync<RuleViolation>(() => ProveAsync(id, Channel.InPerson, " "));
        await Refused.WithAsync("intake.reply.channel", nameof(ReplyForm.Channel), () => ProveAsync(id, Channel.Email, "sent"));
        await ProveAsync(id, Channel.InPerson, "نورة سعد العمري");
        Assert.Equal(NoticeStatus.Cancelled, (await NoticeAsync(NoticeKind.Decision)).Status);
        await Refused.WithAsync("intake.reply.notdecided", null, () => ProveAsync(id, Channel.InPerson, "مرة أخرى"));
    }

    [Fact]
    public async Task Nothing_is_replied_before_the_decision_stands()
    {
        var id = await CompletedAsync(Channel.Phone, "0500000101");
        await Refused.WithAsync("intake.reply.notdecided", null, () => ProveAsync(id, Channel.InPerson, "نورة سعد"));
        await DecideAsync(id, DecisionOutcome.Deferred);
        Assert.Equal((RequestStatus.UnderStudy, NoticeKind.Interim), ((await RequestAsync(id)).Status, (await NoticesAsync())[^1].Kind));
        await DoneAsync(TryOutcome.Answered, kind: NoticeKind.Interim);
        // An interim word is no reply: the period runs on (ت-٦).
        var request = await RequestAsync(id);
        Assert.Null(request.Reply);
        Assert.NotNull(request.DueOrder);
        await Refused.WithAsync("intake.reply.notdecided", null, () => ProveAsync(id, Channel.InPerson, "نورة سعد"));
    }

    private async Task<Guid> DecidedAsync(Channel channel, string contact)
    {
        var id = await CompletedAsync(channel, contact);
        await DecideAsync(id);
        return id;
    }

    private async Task DoneAsync(TryOutcome outcome, string? note = null, NoticeKind kind = NoticeKind.Decision)
    {
        var notice = await NoticeAsync(kind);
        await The<NoticeService>().DoneAsync(Clerk, notice.Id, notice.Version, new NoticeDone { Outcome = outcome, Note = note }, Cancel);
    }

    private async Task ToLetterAsync()
    {
        var call = await NoticeAsync(NoticeKind.Decision);
        await The<NoticeService>().TurnToLetterAsync(Clerk, call.Id, call.Version, "الرياض، حي النسيم", Cancel);
    }

    private async Task ProveAsync(Guid id, Channel channel, string proof) =>
        await Replies.ProveAsync(Clerk, id, await VersionAsync(id), new ReplyForm { Channel = channel, Proof = proof }, Cancel);
}

public sealed class ReplyTests() : ReplySuite(TestDatabase.Sqlite());
