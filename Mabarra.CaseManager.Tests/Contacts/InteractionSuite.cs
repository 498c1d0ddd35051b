using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Inquiries;
using Mabarra.CaseManager.Contacts.Interactions;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Replies;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Contacts;

/// <summary>The timeline of contacts and the register of letters and faxes (أ-١ … أ-٦), on both databases.</summary>
public abstract class InteractionSuite(TestDatabase database) : ContactsHouse(database)
{
    private InteractionService Service => The<InteractionService>();

    private InteractionQueries Queries => The<InteractionQueries>();

    [Fact]
    public async Task Visits_inquiries_notices_and_replies_write_their_own_line_of_her_timeline()
    {
        var request = await CompletedAsync(Channel.Phone, "0500000101");
        var person = (await RequestAsync(request)).BeneficiaryId;
        await VisitAsync(person);
        var inquiry = await AskAsync(person);
        await The<InquiryService>().AnswerAsync(Clerk, inquiry.Id, inquiry.Version, new Mabarra.CaseManager.Contacts.Inquiries.ReplyForm { Answer = "يوم الأحد", Source = "اللائحة" }, Cancel);
        await DecideAsync(request);
        await CallAsync(TryOutcome.NoAnswer);
        Clock.Advance(TimeSpan.FromDays(1));
        await CallAsync(TryOutcome.Answered);

        var lines = (await OfAsync(person)).Select(r => (r.Direction, r.Channel, r.Outcome, r.SourceType)).ToList();
        Assert.Equal(
            [
                (ContactDirection.Outgoing, Channel.Phone, InteractionOutcome.Reached, nameof(Notice)),
                (ContactDirection.Outgoing, Channel.Phone, InteractionOutcome.NoAnswer, nameof(Notice)),
                (ContactDirection.Outgoing, Channel.Phone, InteractionOutcome.Reached, nameof(Inquiry)),
                (ContactDirection.Incoming, Channel.Phone, InteractionOutcome.Received, nameof(Inquiry)),
                (ContactDirection.Incoming, Channel.InPerson, InteractionOutcome.Received, nameof(Visit)),
                (ContactDirection.Outgoing, Channel.InPerson, InteractionOutcome.Reached, nameof(Notice)),
            ],
            lines);
        Assert.All(await OfAsync(person), r => Assert.Equal(Clerk.Actor.Name, r.ByName));
    }

    [Fact]
    public async Task A_reply_proven_by_hand_is_a_contact_with_a_number_when_it_is_a_letter()
    {
        var id = await CompletedAsync(Channel.Phone, "0500000101");
        await DecideAsync(id);
        await The<RequestReplyService>().ProveAsync(Clerk, id, await VersionAsync(id), new Mabarra.CaseManager.Intake.Replies.ReplyForm { Channel = Channel.Correspondence, Proof = "RR123456789SA" }, Cancel);
        var line = (await OfAsync((await RequestAsync(id)).BeneficiaryId))[0];
        Assert.Equal(("OUT-2026-00001", "RR123456789SA", (await RequestAsync(id)).Number), (line.RegisterNo, line.OutcomeNote, line.About));
    }

    [Fact]
    public async Task An_accepted_mail_is_the_apps_own_contact()
    {
        await TurnMailOnAsync();
        var mailed = await CompletedAsync();
        await Outbox.RunAsync(Cancel);
        var line = (await OfAsync((await RequestAsync(mailed)).BeneficiaryId))[0];
        Assert.Equal((Channel.Email, InteractionOutcome.Sent, null, null), (line.Channel, line.Outcome, line.ByName, line.RegisterNo));
    }

    [Fact]
    public async Task Letters_and_faxes_are_numbered_for_each_direction_and_each_year_anew()
    {
        Assert.Equal("IN-2026-00001", (await AddAsync(Paper(Channel.Fax, ContactDirection.Incoming))).RegisterNo);
        Assert.Equal("IN-2026-00002", (await AddAsync(Paper(Channel.Correspondence, ContactDirection.Incoming))).RegisterNo);
        Assert.Equal("OUT-2026-00001", (await AddAsync(Paper(Channel.Correspondence, ContactDirection.Outgoing))).RegisterNo);
        Assert.Null((await AddAsync(Call(InteractionOutcome.Reached))).RegisterNo);
        Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 21, 30, 0, TimeSpan.Zero));
        // It is the new year in Riyadh, and the letter is dated the old one: numbered by the day it was registered.
        var late = await AddAsync(Paper(Channel.Correspondence, ContactDirection.Incoming) with { HappenedOn = new DateOnly(2026, 12, 30), PaperOn = new DateOnly(2026, 12, 28) });
        Assert.Equal(("IN-2027-00001", new DateOnly(2026, 12, 30), new DateOnly(2026, 12, 28)), (late.RegisterNo, late.On, late.PaperOn!.Value));

        var incoming = await Queries.PageAsync(Clerk, Asked("view", nameof(InteractionView.IncomingPapers)), Cancel);
        Assert.Equal(["IN-2027-00001", "IN-2026-00002", "IN-2026-00001"], incoming.Rows.Select(r => r.RegisterNo));
        Assert.Equal("OUT-2026-00001", Assert.Single((await Queries.PageAsync(Clerk, Asked("view", nameof(InteractionView.OutgoingPapers)), Cancel)).Rows).RegisterNo);
        Assert.Equal("IN-2026-00002", Assert.Single((await Queries.PageAsync(Clerk, new PageQuery { Search = "in-2026-00002" }, Cancel)).Rows).RegisterNo);
    }

    [Fact]
    public async Task A_register_is_paged_on_the_server_and_nothing_is_shown_twice()
    {
        for (var i = 0; i < 5; i++)
            await AddAsync(Paper(Channel.Fax, ContactDirection.Incoming));
        var first = await Queries.PageAsync(Clerk, new PageQuery { Size = 3 }, Cancel);
        var second = await Queries.PageAsync(Clerk, new PageQuery { Size = 3, Cursor = first.NextCursor }, Cancel);
        Assert.Equal((3, 2, 5), (first.Rows.Count, second.Rows.Count, first.Rows.Concat(second.Rows).Select(r => r.RegisterNo).Distinct().Count()));
    }

    [Fact]
    public async Task A_call_nobody_answered_is_owed_again_within_two_working_days_and_once_only()
    {
        // Monday 23 November 2026; two working days later is Wednesday.
        var call = await AddAsync(Call(InteractionOutcome.NoAnswer));
        Assert.Equal(new DateOnly(2026, 11, 25), call.AgainOn);
        Assert.Equal(call.Id, Assert.Single((await Queries.PageAsync(Clerk, Asked("view", nameof(InteractionView.CallAgain)), Cancel)).Rows).Id);

        var again = Call(InteractionOutcome.Reached) with { FollowsId = call.Id };
        await AddAsync(again);
        Assert.Empty((await Queries.PageAsync(Clerk, Asked("view", nameof(InteractionView.CallAgain)), Cancel)).Rows);
        await Refused.WithAsync("contacts.interaction.notowed", null, () => AddAsync(again));
    }

    [Fact]
    public async Task A_contact_by_a_volunteer_needs_him_a_supervisor_and_his_signed_policy()
    {
        var form = Call(InteractionOutcome.Reached) with { ByVolunteer = true, VolunteerName = "أمل سالم" };
        await Refused.WithAsync("contacts.volunteer.supervisor", nameof(form.SupervisorId), () => AddAsync(form));
        var supervisor = new StaffUser("boss", "نورة المشرفة", StaffRole.SeniorManagement);
        await The<CaseWriter>().SaveAsync(db => Task.FromResult(db.Add(supervisor)), Cancel);
        form = form with { SupervisorId = supervisor.Id };
        await Refused.WithAsync("contacts.volunteer.unsigned", nameof(form.VolunteerName), () => AddAsync(form));

        await Assert.ThrowsAsync<AccessDenied>(() => The<VolunteerService>().SaveAsync(Clerk, "أمل سالم", Cancel));
        await The<VolunteerService>().SaveAsync(By(StaffRole.SeniorManagement), "فهد\n  أمل  سالم \n\n", Cancel);
        Assert.Equal("أمل سالم", (await AddAsync(form)).VolunteerName);
        await Refused.WithAsync("contacts.volunteer.unsigned", nameof(form.VolunteerName), () => AddAsync(form with { VolunteerName = "أمل" }));
    }

    [Fact]
    public async Task What_was_typed_is_checked_and_the_same_form_is_registered_once()
    {
        await Refused.WithAsync("contacts.interaction.future", nameof(InteractionForm.HappenedOn), () => AddAsync(Call(InteractionOutcome.Reached) with { HappenedOn = By().On.AddDays(1) }));
        await Refused.WithAsync("contacts.interaction.outcome", nameof(InteractionForm.Outcome), () => AddAsync(Paper(Channel.Fax, ContactDirection.Incoming) with { Outcome = InteractionOutcome.NoAnswer }));
        var key = Guid.NewGuid();
        var made = await Service.RegisterAsync(Clerk, key, Paper(Channel.Fax, ContactDirection.Incoming), Cancel);
        Assert.Equal(made, await Service.RegisterAsync(Clerk, key, Paper(Channel.Fax, ContactDirection.Incoming), Cancel));
        Assert.Single((await Queries.PageAsync(Clerk, new PageQuery(), Cancel)).Rows);
    }

    [Fact]
    public async Task An_officer_sees_and_registers_only_contacts_with_her_own_people()
    {
        var widow = await RegisterAsync("Widows");
        var made = await AddAsync(Call(InteractionOutcome.Reached) with { BeneficiaryId = widow, PersonName = null });
        var (own, other) = (Officer("Widows"), Officer("Orphans"));
        Assert.Equal(made.Id, Assert.Single((await Queries.PageAsync(own, new PageQuery(), Cancel)).Rows).Id);
        Assert.Empty((await Queries.PageAsync(other, new PageQuery(), Cancel)).Rows);
        await Assert.ThrowsAsync<AccessDenied>(() => Queries.OpenAsync(other, made.Id, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => Service.RegisterAsync(other, Guid.NewGuid(), Call(InteractionOutcome.Reached) with { BeneficiaryId = widow, PersonName = null }, Cancel));
        var scans = The<IEnumerable<IDocumentAccess>>().Single(a => a.OwnerType == nameof(Interaction));
        Assert.True((await scans.OfAsync(own, made.Id, Cancel)).MayChange);
        Assert.Equal(RecordAccess.None, await scans.OfAsync(other, made.Id, Cancel));
    }

    private static PageQuery Asked(string name, string value) => new() { Filters = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value } };

    private static InteractionForm Paper(Channel channel, ContactDirection direction) => new()
    {
        Direction = direction,
        Channel = channel,
        PersonName = "بلدية النسيم",
        About = "طلب بيانات",
        Outcome = direction == ContactDirection.Incoming ? InteractionOutcome.Received : InteractionOutcome.Sent,
    };

    private static InteractionForm Call(InteractionOutcome outcome) => new()
    {
        Direction = ContactDirection.Outgoing,
        Channel = Channel.Phone,
        PersonName = "نورة سعد",
        Contact = "0500000101",
        About = "موعد الزيارة",
        Outcome = outcome,
    };

    private async Task<InteractionRow> AddAsync(InteractionForm form)
    {
        var id = await Service.RegisterAsync(Clerk, Guid.NewGuid(), form, Cancel);
        return (await Queries.PageAsync(Clerk, new PageQuery(), Cancel)).Rows.Single(r => r.Id == id);
    }

    private async Task<IReadOnlyList<InteractionRow>> OfAsync(Guid person) => (await Queries.OfBeneficiaryAsync(Clerk, person, new PageQuery(), Cancel)).Rows;

    private async Task VisitAsync(Guid person)
    {
        var id = await The<VisitService>().ArriveAsync(Clerk, Guid.NewGuid(), new NewVisit { BeneficiaryId = person, Purpose = "استعلام" }, Cancel);
        var version = (await ReadAsync(db => db.Visits.AsNoTracking().SingleAsync(v => v.Id == id, Cancel))).Version;
        await The<VisitService>().CloseAsync(Clerk, id, version, new VisitCloseForm(), Cancel);
    }

    private async Task<Inquiry> AskAsync(Guid person)
    {
        var id = await The<InquiryService>().RegisterAsync(Clerk, Guid.NewGuid(), new NewInquiry { Channel = Channel.Phone, BeneficiaryId = person, Text = "متى تُصرف السلة؟" }, Cancel);
        return await ReadAsync(db => db.Inquiries.AsNoTracking().SingleAsync(i => i.Id == id, Cancel));
    }

    private async Task CallAsync(TryOutcome outcome)
    {
        var notice = await NoticeAsync(NoticeKind.Decision);
        await The<NoticeService>().DoneAsync(Clerk, notice.Id, notice.Version, new NoticeDone { Outcome = outcome }, Cancel);
    }
}

public sealed class InteractionTests() : InteractionSuite(TestDatabase.Sqlite());
