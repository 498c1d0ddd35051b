using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Contacts.Sending;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Contacts;

/// <summary>Notices on their way out, through a real mail server, on both databases.</summary>
public abstract class OutboxSuite(TestDatabase database) : ContactsHouse(database)
{
    [Fact]
    public async Task Complete_writes_its_notice_in_the_same_transaction_and_the_mail_arrives_in_both_languages()
    {
        await TurnMailOnAsync();
        var id = await CompletedAsync();
        var written = await NoticeAsync();
        Assert.Equal((NoticeStatus.Waiting, NoticeRoute.Email, id, "noura@example.com"), (written.Status, written.Route, written.RecordId, written.Recipient));

        await Outbox.RunAsync(Cancel);

        var mail = Assert.Single(Smtp.Taken);
        Assert.Contains("14 ديسمبر 2026م", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("14 December 2026", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("إشعار استلام طلب REQ-2026-00001", mail.Subject, StringComparison.Ordinal);
        Assert.Equal("noura@example.com", mail.To.Mailboxes.Single().Address);
        var sent = await NoticeAsync();
        Assert.Equal((NoticeStatus.Sent, Clock.Now), (sent.Status, sent.SentAt));
        Assert.Contains("queued", Assert.Single(sent.Tries).Detail, StringComparison.Ordinal);
        Assert.Equal(["contacts.notice.write", "contacts.notice.sent"], await ActionsAsync(sent.Id));
        Assert.Equal(0, await Outbox.RunAsync(Cancel));
    }

    /// <summary>No act without its notice, no notice without its act.</summary>
    [Fact]
    public async Task An_act_that_fails_leaves_no_notice()
    {
        await TurnMailOnAsync();
        var id = await ReadyRequestAsync(leftOut: "item");
        await Assert.ThrowsAsync<RuleViolation>(() => CompleteAsync(id));
        Assert.Empty(await NoticesAsync());
    }

    [Fact]
    public async Task F1_A_busy_server_is_asked_again_after_one_five_and_thirty_minutes_then_a_person_is()
    {
        await TurnMailOnAsync();
        await CompletedAsync();
        Smtp.Mood = SmtpMood.Busy;
        foreach (var minutes in new[] { 1, 5, 30 })
        {
            Assert.Equal(1, await Outbox.RunAsync(Cancel));
            Assert.Equal(Clock.Now.AddMinutes(minutes), (await NoticeAsync()).NextTryAt);
            Assert.Equal(0, await Outbox.RunAsync(Cancel));
            Clock.Advance(TimeSpan.FromMinutes(minutes));
        }

        Assert.Equal(1, await Outbox.RunAsync(Cancel));
        var given = await NoticeAsync();
        Assert.Equal((NoticeStatus.Failed, null), (given.Status, given.NextTryAt));
        Assert.Equal(1, await The<NoticeQueries>().ToDoAsync(Clerk, Cancel));

        Smtp.Mood = SmtpMood.Takes;
        await The<NoticeService>().ResendAsync(Clerk, given.Id, given.Version, Cancel);
        await Outbox.RunAsync(Cancel);
        Assert.Equal(NoticeStatus.Sent, (await NoticeAsync()).Status);
        Assert.Single(Smtp.Taken);
    }

    [Fact]
    public async Task F1_A_server_that_is_not_there_keeps_the_notice_waiting()
    {
        await TurnMailOnAsync();
        await CompletedAsync();
        Smtp.Mood = SmtpMood.Refuses;
        await Outbox.RunAsync(Cancel);
        Assert.Equal((NoticeStatus.Waiting, 1), ((await NoticeAsync()).Status, (await NoticeAsync()).Failures));
    }

    [Fact]
    public async Task F1_An_address_nobody_has_is_given_up_at_once()
    {
        await TurnMailOnAsync();
        await CompletedAsync();
        Smtp.Mood = SmtpMood.Unknown;
        await Outbox.RunAsync(Cancel);
        var notice = await NoticeAsync();
        Assert.Equal((NoticeStatus.Failed, TryOutcome.Refused), (notice.Status, Assert.Single(notice.Tries).Outcome));
    }

    /// <summary>It was taken and we never heard: sent once more, and the server can tell by the number.</summary>
    [Fact]
    public async Task D5_A_server_that_takes_and_drops_gets_the_same_message_number_again()
    {
        await TurnMailOnAsync();
        await CompletedAsync();
        Smtp.Mood = SmtpMood.TakesAndDrops;
        await Outbox.RunAsync(Cancel);
        Smtp.Mood = SmtpMood.TakesAndLeaves;
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Outbox.RunAsync(Cancel);
        Assert.Equal(2, Smtp.Taken.Count);
        Assert.Single(Smtp.Taken.Select(m => m.MessageId).Distinct());
        Assert.Equal(NoticeStatus.Sent, (await NoticeAsync()).Status);
    }

    /// <summary>The app died between the server's word and its note.</summary>
    [Fact]
    public async Task D5_A_crash_between_sending_and_noting_sends_once_more_when_the_lease_ends_and_says_so()
    {
        await TurnMailOnAsync();
        await CompletedAsync();
        var dead = Guid.NewGuid();
        var until = Clock.Now + Outbox.Hold;
        await ReadAsync(db => db.Notices.ExecuteUpdateAsync(set => set.SetProperty(n => n.LeaseId, dead).SetProperty(n => n.LeaseEndsAt, until), Cancel));
        Assert.Equal(0, await Outbox.RunAsync(Cancel));
        Clock.Advance(Outbox.Hold);
        Assert.Equal(1, await Outbox.RunAsync(Cancel));
        Assert.Equal([TryOutcome.Interrupted, TryOutcome.Accepted], (await NoticeAsync()).Tries.Select(t => t.Outcome));
        Assert.Single(Smtp.Taken);
    }

    [Fact]
    public async Task C9_Several_nodes_send_each_notice_once()
    {
        const int Notices = 12;
        await TurnMailOnAsync();
        for (var i = 0; i < Notices; i++)
            await CompletedAsync();
        await using var other = OtherNode();
        var second = other.GetRequiredService<Outbox>();
        await Task.WhenAll(Task.Run(() => Outbox.RunAsync(Cancel)), Task.Run(() => second.RunAsync(Cancel)), Task.Run(() => Outbox.RunAsync(Cancel)));
        Assert.Equal(Notices, Smtp.Taken.Count);
        Assert.Equal(Notices, Smtp.Taken.Select(m => m.MessageId).Distinct().Count());
        Assert.All(await NoticesAsync(), n => Assert.Equal(NoticeStatus.Sent, n.Status));
    }

    [Fact]
    public async Task Demonstration_never_sends()
    {
        await TurnMailOnAsync();
        await ReadAsync(async db =>
        {
            db.Users.Add(new StaffUser("demo", "موظفة العرض", [StaffRole.FrontDesk]) { Id = Somebody, IsDemonstration = true });
            db.Record(By(), "account.demonstration.made", Somebody, nameof(StaffUser));
            return await db.SaveChangesAsync(Cancel);
        });
        await CompletedAsync();
        await Outbox.RunAsync(Cancel);
        Assert.Equal(NoticeStatus.Withheld, (await NoticeAsync()).Status);
        Assert.Empty(Smtp.Taken);
    }

    [Fact]
    public async Task B36_A_name_or_address_cannot_add_a_header_or_a_second_recipient()
    {
        var message = new Outgoing("1@x", "a@b.example\r\nBcc: c@d.example", "نورة\r\nBcc: c@d.example", "موضوع\r\nBcc: c@d.example", "نص", "text", "desk@mabarra.example", "جمعية");
        var gateway = new Gateway(NoticeRoute.Email);
        Assert.Equal(TryOutcome.Refused, (await new MailSender().SendAsync(gateway, null, message, Cancel)).Outcome);
        var built = MailSender.Build(message with { To = "a@b.example" });
        Assert.Empty(built.Bcc);
        Assert.DoesNotContain("\nBcc:", built.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_password_is_sealed_never_shown_in_the_trail_and_forgotten_with_its_server()
    {
        await TurnMailOnAsync("كلمة-سر-طويلة");
        var gateway = await GatewayAsync();
        Assert.Equal("كلمة-سر-طويلة", The<GatewayReader>().Open(gateway));
        var trail = await ReadAsync(db => db.AuditEntries.Where(e => e.Action == "contacts.gateway.change").Select(e => e.Changes).SingleAsync(Cancel));
        Assert.DoesNotContain(Convert.ToBase64String(gateway.SecretSealed!), trail, StringComparison.Ordinal);
        Assert.DoesNotContain("كلمة", trail, StringComparison.Ordinal);

        await The<GatewayService>().SaveAsync(By(StaffRole.SystemAdmin), NoticeRoute.Email, gateway.Version, MailForm() with { Sender = "other@mabarra.example" }, Cancel);
        Assert.True((await GatewayAsync()).HasSecret);
        await The<GatewayService>().SaveAsync(By(StaffRole.SystemAdmin), NoticeRoute.Email, (await GatewayAsync()).Version, MailForm() with { Address = "mail.elsewhere.example" }, Cancel);
        Assert.False((await GatewayAsync()).HasSecret);
    }

    [Fact]
    public async Task A_test_message_arrives_and_its_failure_is_kept()
    {
        await TurnMailOnAsync();
        var words = new GatewayWords("تجربة", "نص", "text");
        var service = The<GatewayService>();
        Assert.Equal(TryOutcome.Accepted, (await service.TestAsync(By(StaffRole.SystemAdmin), NoticeRoute.Email, "me@example.com", words, Cancel)).Outcome);
        Assert.Equal("me@example.com", Assert.Single(Smtp.Taken).To.Mailboxes.Single().Address);
        Smtp.Mood = SmtpMood.Unknown;
        Assert.Equal(TryOutcome.Refused, (await service.TestAsync(By(StaffRole.SystemAdmin), NoticeRoute.Email, "me@example.com", words, Cancel)).Outcome);
        Assert.Contains("550", (await GatewayAsync()).TestFailure, StringComparison.Ordinal);
    }

    private Task<Gateway> GatewayAsync() => ReadAsync(db => db.Gateways.AsNoTracking().SingleAsync(Cancel));

    private ServiceProvider OtherNode() => AppServices.Build(Configuration.AsEnumerable().ToList(), services => services.AddSingleton<TimeProvider>(Clock));

    private Task<List<string>> ActionsAsync(Guid id) =>
        ReadAsync(db => db.AuditEntries.Where(e => e.RecordId == id).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync(Cancel));
}

public sealed class OutboxTests() : OutboxSuite(TestDatabase.Sqlite());
