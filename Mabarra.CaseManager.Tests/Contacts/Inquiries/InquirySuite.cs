using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Inquiries;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Intake;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Contacts.Inquiries;

/// <summary>Inquiries from any channel, and the library of approved answers (ج-٢), on both databases.</summary>
public abstract class InquirySuite(TestDatabase database) : IntakeHouse(database)
{
    private static readonly AnswerForm Rent = new() { Question = "ما شروط مساعدة الإيجار؟", Text = "عقد إيجار موثق وبيان المتأخرات.", Source = "كشف الاشتراطات" };

    private InquiryService Service => The<InquiryService>();

    private AnswerService Library => The<AnswerService>();

    private Act Clerk => By(StaffRole.FrontDesk);

    private Act Manager => By(StaffRole.SeniorManagement);

    [Fact]
    public async Task An_inquiry_has_a_number_of_its_year_and_two_working_days()
    {
        var first = await InquiryAsync(await AskAsync());
        // Monday: due Wednesday.
        Assert.Equal(("INQ-2026-00001", new DateOnly(2026, 11, 25)), (first.Number, first.TargetOn));
        Clock.Advance(TimeSpan.FromDays(3));
        // Thursday: Friday and Saturday do not count.
        Assert.Equal(new DateOnly(2026, 11, 30), (await InquiryAsync(await AskAsync())).TargetOn);
        Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal("INQ-2027-00001", (await InquiryAsync(await AskAsync())).Number);
    }

    [Fact]
    public async Task The_same_form_sent_twice_registers_once()
    {
        var (key, form) = (Guid.NewGuid(), Form());
        Assert.Equal(await Service.RegisterAsync(Clerk, key, form, Cancel), await Service.RegisterAsync(Clerk, key, form, Cancel));
        Assert.Single(await CountAsync(db => db.Inquiries));
    }

    [Fact]
    public async Task What_is_missing_is_told_beside_its_field()
    {
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => Service.RegisterAsync(Clerk, Guid.NewGuid(), new NewInquiry { Kind = (InquiryKind)99, Text = "\u200B \u202E" }, Cancel));
        Assert.Equal(["Kind", "Channel", "PersonName", "Text"], refused.Breaches.Select(b => b.Field));
        await Refused.WithAsync("inquiry.new.nofile", "BeneficiaryId", () => Service.RegisterAsync(Clerk, Guid.NewGuid(), Form() with { Kind = InquiryKind.NoReplies }, Cancel));
    }

    [Fact]
    public async Task An_answer_needs_its_source_is_given_once_and_tells_whether_it_was_on_time()
    {
        var id = await AskAsync();
        await Refused.WithAsync("kernel.text.required", nameof(ReplyForm.Source), () => AnswerAsync(id, new ReplyForm { Answer = "نعم" }));
        Clock.Advance(TimeSpan.FromDays(3));
        await AnswerAsync(id, new ReplyForm { Answer = "نعم", Source = "السياسة" });
        var inquiry = await InquiryAsync(id);
        Assert.Equal((InquiryStatus.Answered, false, null), (inquiry.Status, inquiry.IsOnTime, inquiry.OpenOrder));
        await Refused.WithAsync("inquiry.answer.done", null, () => AnswerAsync(id, new ReplyForm { Answer = "لا", Source = "السياسة" }));
        Assert.Equal("inquiry.inquiry.answer", (await The<AuditQueries>().OfRecordAsync(id, 1, Cancel))[0].Action);
    }

    [Fact]
    public async Task Two_answers_at_once_leave_the_first()
    {
        var id = await AskAsync();
        var version = (await InquiryAsync(id)).Version;
        await Service.AnswerAsync(Clerk, id, version, new ReplyForm { Answer = "الأول", Source = "س" }, Cancel);
        await Assert.ThrowsAsync<StaleRecord>(() => Service.AnswerAsync(Clerk, id, version, new ReplyForm { Answer = "الثاني", Source = "س" }, Cancel));
        Assert.Equal("الأول", (await InquiryAsync(id)).Answer);
    }

    [Fact]
    public async Task No_replies_is_answered_only_after_the_contact_details_were_verified()
    {
        var person = await RegisterAsync("Widows");
        var id = await Service.RegisterAsync(Clerk, Guid.NewGuid(), Form() with { Kind = InquiryKind.NoReplies, BeneficiaryId = person }, Cancel);
        var reply = new ReplyForm { Answer = "صُحح الرقم", Source = "الملف" };
        await Refused.WithAsync("inquiry.answer.unchecked", null, () => AnswerAsync(id, reply));
        await Refused.WithAsync("inquiry.check.outcome", "Outcome", () => CheckAsync(id, null));
        await CheckAsync(id, ContactCheckOutcome.Corrected);
        await AnswerAsync(id, reply);
        Assert.Equal(ContactCheckOutcome.Corrected, (await InquiryAsync(id)).ContactCheck);
        // The file's own trail tells it too.
        Assert.Equal("inquiry.contact.check", (await The<AuditQueries>().OfRecordAsync(person, 1, Cancel))[0].Action);
        await Refused.WithAsync("inquiry.check.kind", null, async () => await CheckAsync(await AskAsync(), ContactCheckOutcome.Right));
    }

    [Fact]
    public async Task It_is_referred_to_who_is_there_and_keeps_its_day()
    {
        var id = await AskAsync();
        await Refused.WithAsync("inquiry.refer.who", "RefereeId", () => ReferAsync(id, new ReferForm { Kind = RefereeKind.Officer, RefereeId = Guid.NewGuid() }));
        await Refused.WithAsync("inquiry.refer.who", "RefereeId", () => ReferAsync(id, new ReferForm { Kind = RefereeKind.Department }));
        var target = (await InquiryAsync(id)).TargetOn;
        await ReferAsync(id, new ReferForm { Kind = RefereeKind.Committee, Name = "لجنة المتابعة" });
        var inquiry = await InquiryAsync(id);
        Assert.Equal((InquiryStatus.Referred, "لجنة المتابعة", target), (inquiry.Status, inquiry.RefereeName, inquiry.TargetOn));
        await AnswerAsync(id, new ReplyForm { Answer = "نعم", Source = "اللجنة" });
    }

    [Fact]
    public async Task It_goes_to_the_officer_in_charge_and_nobody_elses()
    {
        var (sara, omar) = (await AccountAsync("sara"), await AccountAsync("omar"));
        await The<LiaisonService>().AssignAsync(Manager, Guid.NewGuid(), new AssignForm { OfficerId = sara, BackupId = omar, Categories = ["Widows"], FromOn = By().On }, Cancel);
        var id = await Service.RegisterAsync(Clerk, Guid.NewGuid(), Form() with { BeneficiaryId = await RegisterAsync("Widows") }, Cancel);
        Assert.Equal([id], (await The<InquiryQueries>().MineAsync(await ActOfAsync(sara), 9, Cancel)).Select(r => r.Id));
        Assert.Empty(await The<InquiryQueries>().MineAsync(await ActOfAsync(omar), 9, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(async () => await The<InquiryQueries>().OpenAsync(await ActOfAsync(omar), id, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(async () => await Service.AnswerAsync(await ActOfAsync(omar), id, (await InquiryAsync(id)).Version, new ReplyForm { Answer = "ن", Source = "س" }, Cancel));

        await The<LiaisonService>().LeaveAsync(await ActOfAsync(sara), Guid.NewGuid(), new AbsenceForm { FromOn = By().On, ToOn = By().On, Reason = "إجازة" }, Cancel);
        Assert.Equal([id], (await The<InquiryQueries>().MineAsync(await ActOfAsync(omar), 9, Cancel)).Select(r => r.Id));
    }

    [Fact]
    public async Task A_question_handed_over_at_a_visit_is_an_inquiry_and_either_answer_answers_both()
    {
        var (one, two) = (await HandedOverAsync(), await HandedOverAsync());
        var (first, second) = (await OfVisitAsync(one), await OfVisitAsync(two));
        await AnswerAsync(first.Id, new ReplyForm { Answer = "نعم تشمل", Source = "السياسة" });
        var visit = (await CountAsync(db => db.Visits.Where(v => v.Id == one)))[0];
        Assert.Equal(("نعم تشمل", VisitStatus.Served), (visit.Answer, visit.Status));

        var version = (await CountAsync(db => db.Visits.Where(v => v.Id == two)))[0].Version;
        await The<VisitCallService>().AnswerAsync(Clerk, two, version, new VisitAnswerForm { Answer = "لا", AnswerSource = "السياسة" }, Cancel);
        Assert.Equal((InquiryStatus.Answered, "لا"), ((await InquiryAsync(second.Id)).Status, (await InquiryAsync(second.Id)).Answer));
    }

    [Fact]
    public async Task Questions_from_before_there_were_inquiries_become_inquiries_once()
    {
        var visit = await HandedOverAsync();
        await ReadAsync(db => db.Inquiries.ExecuteDeleteAsync(Cancel));
        Clock.Advance(TimeSpan.FromDays(10));
        await AddReferenceDataAsync();
        await AddReferenceDataAsync();
        var inquiry = Assert.Single(await CountAsync(db => db.Inquiries));
        Assert.Equal((visit, new DateOnly(2026, 11, 25), "هل تشمل الكفالة ابني؟"), (inquiry.VisitId!.Value, inquiry.TargetOn, inquiry.Text));
    }

    [Fact]
    public async Task Only_approved_answers_are_offered_and_a_version_given_stays_what_it_was()
    {
        var entry = await Library.WriteAsync(By(StaffRole.LiaisonOfficer), Guid.NewGuid(), Rent, Cancel);
        Assert.Empty(await The<AnswerQueries>().FindAsync(Clerk, "الايجار", 5, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(async () => await Library.ApproveAsync(By(StaffRole.LiaisonOfficer), entry, await EntryVersionAsync(entry), Cancel));
        await Library.ApproveAsync(Manager, entry, await EntryVersionAsync(entry), Cancel);
        var one = Assert.Single(await The<AnswerQueries>().FindAsync(Clerk, "شروط الايجار", 5, Cancel));

        var id = await AskAsync();
        await AnswerAsync(id, new ReplyForm { Answer = one.Text, Source = one.Source, VersionId = one.VersionId });
        await Library.ChangeAsync(Manager, entry, await EntryVersionAsync(entry), Rent with { Text = "عقد موثق فقط." }, Cancel);
        Assert.Equal(one.Text, Assert.Single(await The<AnswerQueries>().FindAsync(Clerk, "ايجار", 5, Cancel)).Text);
        await Library.ApproveAsync(Manager, entry, await EntryVersionAsync(entry), Cancel);
        var now = Assert.Single(await The<AnswerQueries>().FindAsync(Clerk, "ايجار", 5, Cancel));
        Assert.Equal(("عقد موثق فقط.", 2, 1L), (now.Text, now.VersionNo, now.UsedCount));
        Assert.Equal(1, (await The<InquiryQueries>().OpenAsync(Clerk, id, Cancel))!.Given!.VersionNo);

        // The old version is told to nobody any more.
        var other = await AskAsync();
        await Refused.WithAsync("inquiry.answer.outdated", nameof(ReplyForm.Answer), () => AnswerAsync(other, new ReplyForm { Answer = one.Text, Source = one.Source, VersionId = one.VersionId }));
        await Library.RetireAsync(Manager, entry, await EntryVersionAsync(entry), Cancel);
        Assert.Empty(await The<AnswerQueries>().FindAsync(Clerk, null, 5, Cancel));
    }

    [Fact]
    public async Task The_most_asked_becomes_a_draft_in_one_click_and_is_asked_often_no_more()
    {
        await AskAsync("هل تتكفل الجمعية برسوم الجامعة؟");
        var answered = await AskAsync("هل الجمعية تتكفل برسوم الجامعة");
        await AnswerAsync(answered, new ReplyForm { Answer = "لا تشمل.", Source = "السياسة" });
        await AskAsync("سؤال آخر تمامًا");
        var often = Assert.Single(await The<InquiryQueries>().AskedOftenAsync(Manager, 5, Cancel));
        Assert.Equal(2, often.Count);
        var key = Guid.NewGuid();
        Assert.Equal(await Library.WriteFromAsync(Manager, key, often.InquiryId, Cancel), await Library.WriteFromAsync(Manager, key, often.InquiryId, Cancel));
        var draft = Assert.Single(await The<AnswerQueries>().DraftsAsync(Manager, Cancel));
        Assert.Equal(("لا تشمل.", false), (draft.Text, draft.IsApproved));
        Assert.Empty(await The<InquiryQueries>().AskedOftenAsync(Manager, 5, Cancel));
    }

    [Fact]
    public async Task Figures_count_what_was_asked_and_answered_on_time()
    {
        var (early, late) = (await AskAsync(), await AskAsync());
        await AskAsync();
        await AnswerAsync(early, new ReplyForm { Answer = "ن", Source = "س" });
        Clock.Advance(TimeSpan.FromDays(5));
        await AnswerAsync(late, new ReplyForm { Answer = "ن", Source = "س" });
        var figures = await The<InquiryQueries>().FiguresAsync(Manager, Cancel);
        Assert.Equal((3, 1, 1, 2, 50), (figures.Asked, figures.Open, figures.Overdue, figures.Answered, figures.OnTimePercent!.Value));
    }

    [Fact]
    public async Task The_list_is_found_by_number_name_and_state()
    {
        var id = await AskAsync();
        Clock.Advance(TimeSpan.FromDays(7));
        await AskAsync();
        Assert.Equal([id], await ListAsync("1"));
        Assert.Equal([id], await ListAsync("inq-2026-00001"));
        Assert.Equal(2, (await ListAsync("هند")).Count);
        Assert.Equal([id], await ListAsync(null, InquiryView.Overdue));
        Assert.Empty(await ListAsync("'; drop table"));
    }

    private static NewInquiry Form() => new() { Channel = Channel.Phone, PersonName = "هند سعود المطيري", Text = "ما شروط مساعدة الإيجار؟" };

    private Task<Guid> AskAsync(string? text = null) => Service.RegisterAsync(Clerk, Guid.NewGuid(), Form() with { Text = text ?? Form().Text }, Cancel);

    private async Task AnswerAsync(Guid id, ReplyForm form) => await Service.AnswerAsync(Clerk, id, (await InquiryAsync(id)).Version, form, Cancel);

    private async Task ReferAsync(Guid id, ReferForm form) => await Service.ReferAsync(Clerk, id, (await InquiryAsync(id)).Version, form, Cancel);

    private async Task CheckAsync(Guid id, ContactCheckOutcome? outcome) => await Service.CheckContactAsync(Clerk, id, (await InquiryAsync(id)).Version, new ContactCheckForm { Outcome = outcome }, Cancel);

    private async Task<List<Guid>> ListAsync(string? search, InquiryView view = InquiryView.All)
    {
        var page = new PageQuery { Search = search, Filters = new Dictionary<string, string>(StringComparer.Ordinal) { ["view"] = view.ToString() } };
        return [.. (await The<InquiryQueries>().PageAsync(Clerk, page, Cancel)).Rows.Select(r => r.Id)];
    }

    private async Task<Guid> HandedOverAsync()
    {
        var id = await The<VisitService>().ArriveAsync(Clerk, Guid.NewGuid(), new NewVisit { VisitorName = "هند سعود المطيري", Question = "هل تشمل الكفالة ابني؟" }, Cancel);
        var version = (await CountAsync(db => db.Visits.Where(v => v.Id == id)))[0].Version;
        await The<VisitService>().CloseAsync(Clerk, id, version, new VisitCloseForm { HandOver = true }, Cancel);
        return id;
    }

    private async Task<Inquiry> OfVisitAsync(Guid visit) => Assert.Single(await CountAsync(db => db.Inquiries.AsNoTracking().Where(i => i.VisitId == visit)));

    private async Task<Inquiry> InquiryAsync(Guid id) => Assert.Single(await CountAsync(db => db.Inquiries.AsNoTracking().Where(i => i.Id == id)));

    private Task<Guid> EntryVersionAsync(Guid id) => ReadAsync(db => db.AnswerEntries.Where(e => e.Id == id).Select(e => e.Version).SingleAsync(Cancel));

    private async Task<Act> ActOfAsync(Guid officer)
    {
        var act = By(officer, StaffRole.LiaisonOfficer);
        return act with { Actor = act.Actor with { OwnCategories = await The<IOfficerCharge>().CategoriesAsync(officer, Cancel) } };
    }

    private async Task<Guid> AccountAsync(string name)
    {
        var user = new StaffUser(name, $"موظف {name}", StaffRole.LiaisonOfficer) { NormalizedUserName = name.ToUpperInvariant() };
        await The<CaseWriter>().SaveAsync(db =>
        {
            db.Add(user);
            return Task.CompletedTask;
        }, Cancel);
        return user.Id;
    }
}

public sealed class InquiriesOnSqlite() : InquirySuite(TestDatabase.Sqlite());
