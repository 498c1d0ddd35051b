using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Interactions;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Intake;

/// <summary>The queue of the day, what is handed over, volunteers, and the history (ت-١, أ-٦), on both databases.</summary>
public abstract class ReceptionSuite(TestDatabase database) : House(database)
{
    private static readonly Guid Other = new("0190bbbb-0000-7000-8000-000000000002");

    private Act Clerk => By(StaffRole.FrontDesk);

    private Act Colleague => By(Other, StaffRole.FrontDesk);

    private VisitService Service => The<VisitService>();

    private VisitCallService Calls => The<VisitCallService>();

    private VisitQueries Queries => The<VisitQueries>();

    private ReceptionQueries Reception => The<ReceptionQueries>();

    protected override Task SetUpAsync() => AddReferenceDataAsync();

    [Fact]
    public async Task Slips_start_at_one_each_Riyadh_day()
    {
        Assert.Equal(1, await SlipAsync(await ArriveAsync("الأولى")));
        Assert.Equal(2, await SlipAsync(await ArriveAsync("الثانية")));
        // 20:59 UTC is 23:59 in Riyadh; two minutes later it is another day there.
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 20, 59, 0, TimeSpan.Zero));
        Assert.Equal(3, await SlipAsync(await ArriveAsync("الثالثة")));
        Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await SlipAsync(await ArriveAsync("أولى الغد")));
    }

    [Fact]
    public async Task C7_Slips_are_unique_when_many_arrive_at_once()
    {
        var visits = await Task.WhenAll(Enumerable.Range(1, 12).Select(i => Task.Run(() => ArriveAsync($"زائرة {i}"))));
        var slips = await ReadAsync(db => db.Visits.Where(v => visits.Contains(v.Id)).Select(v => v.DayOrder!.Value).ToListAsync(Cancel));
        Assert.Equal(Enumerable.Range(1, 12).Select(i => (long)i), slips.Select(DayOrders.SlipOf).Order());
    }

    [Fact]
    public async Task Call_next_takes_the_oldest_first_and_nobody_twice()
    {
        foreach (var name in new[] { "الأولى", "الثانية", "الثالثة" })
            await ArriveAsync(name);
        var called = await Task.WhenAll(Task.Run(() => Calls.CallNextAsync(Clerk, "مكتب 1", Cancel)), Task.Run(() => Calls.CallNextAsync(Colleague, "مكتب 2", Cancel)));
        Assert.Equal([1L, 2L], called.Select(c => c!.SlipNo!.Value).Order());
        Assert.Equal(3, (await Calls.CallNextAsync(Clerk, "مكتب 1", Cancel))!.SlipNo);
        Assert.Null(await Calls.CallNextAsync(Clerk, "مكتب 1", Cancel));
    }

    [Fact]
    public async Task Call_next_leaves_who_stayed_open_yesterday_alone()
    {
        await ArriveAsync("زائرة الأمس");
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await Calls.CallNextAsync(Clerk, "مكتب 1", Cancel));
        Assert.Equal(0, (await Reception.NowAsync(Clerk, 20, Cancel)).WaitingCount);
    }

    [Fact]
    public async Task Call_needs_a_desk()
    {
        var id = await ArriveAsync("الأولى");
        foreach (var desk in new[] { null, " ", "\u200F" })
        {
            Assert.Equal("Desk", (await Assert.ThrowsAsync<RuleViolation>(() => Calls.CallNextAsync(Clerk, desk, Cancel))).Breaches[0].Field);
            Assert.Equal("Desk", (await Assert.ThrowsAsync<RuleViolation>(() => Calls.CallAsync(Clerk, id, desk, Cancel))).Breaches[0].Field);
        }
        Assert.Null((await Queries.OneAsync(Clerk, id, Cancel))!.CalledAt);
    }

    [Fact]
    public async Task C5_The_second_clerk_to_call_is_told_who_was_first()
    {
        var id = await ArriveAsync("الأولى");
        await Calls.CallAsync(Clerk, id, "مكتب 1", Cancel);
        await Refused.WithAsync("intake.visit.calledby", null, () => Calls.CallAsync(Colleague, id, "مكتب 2", Cancel));
        Assert.Equal("مكتب 1", (await Queries.OneAsync(Clerk, id, Cancel))!.Desk);
        Assert.Equal(["intake.visit.call", "intake.visit.arrive"], (await The<AuditQueries>().OfRecordAsync(id, 5, Cancel)).Select(a => a.Action));
    }

    [Fact]
    public async Task Queue_shows_waits_and_todays_average()
    {
        var (first, second) = (await ArriveAsync("الأولى"), await ArriveAsync("الثانية"));
        Clock.Advance(TimeSpan.FromMinutes(10));
        await ServeAsync(first);
        var third = await ArriveAsync("الثالثة");
        Clock.Advance(TimeSpan.FromMinutes(20));
        await ServeAsync(second);

        var queue = await Reception.NowAsync(Clerk, 20, Cancel);
        Assert.Equal([second, first], queue.AtDesks.Select(v => v.Id));
        Assert.Equal([third], queue.Waiting.Select(v => v.Id));
        Assert.Equal((TimeSpan.FromMinutes(20), Clock.Now.AddMinutes(-20)), (queue.AverageWait, queue.WaitingSince));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null((await Reception.NowAsync(Clerk, 20, Cancel)).AverageWait);
    }

    [Fact]
    public async Task Two_hundred_waiting_are_counted_and_not_all_read()
    {
        for (var i = 1; i <= 200; i++)
            await ArriveAsync($"زائرة {i}");
        var queue = await Reception.NowAsync(Clerk, 20, Cancel);
        Assert.Equal((20, 200, 1L), (queue.Waiting.Count, queue.WaitingCount, queue.Waiting[0].SlipNo));
    }

    [Fact]
    public async Task Hall_tells_numbers_and_desks_of_who_is_called_today()
    {
        await ArriveAsync("الأولى");
        var second = await ArriveAsync("الثانية");
        await ArriveAsync("الثالثة");
        await Calls.CallNextAsync(Clerk, "مكتب 1", Cancel);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Calls.CallAsync(Clerk, second, "مكتب 1", Cancel);

        var hall = await Reception.HallAsync(By(StaffRole.SeniorManagement), Cancel);
        Assert.Equal([2L, 1L], hall.Called.Select(c => c.Number));
        Assert.Equal(1, hall.WaitingCount);
        await CloseAsync(second, new VisitCloseForm());
        Assert.Equal([1L], (await Reception.HallAsync(Clerk, Cancel)).Called.Select(c => c.Number));
        await Assert.ThrowsAsync<AccessDenied>(() => Reception.HallAsync(By(StaffRole.CommitteeMember), Cancel));
    }

    [Fact]
    public async Task Leave_needs_a_reason_and_takes_her_out_of_the_queue()
    {
        var id = await ArriveAsync("الأولى");
        var version = await VersionAsync(id);
        var violation = await Assert.ThrowsAsync<RuleViolation>(() => Service.LeaveAsync(Clerk, id, version, new VisitLeaveForm { Reason = " " }, Cancel));
        Assert.Equal(nameof(VisitLeaveForm.Reason), violation.Breaches[0].Field);
        await Service.LeaveAsync(Clerk, id, version, new VisitLeaveForm { Reason = "طال الانتظار" }, Cancel);
        Assert.Equal(0, (await Reception.NowAsync(Clerk, 20, Cancel)).WaitingCount);
        Assert.Equal(VisitStatus.Left, (await Queries.OneAsync(Clerk, id, Cancel))!.Status);
    }

    [Fact]
    public async Task T1_A_handed_over_question_reaches_its_officer_and_no_other()
    {
        var (mine, hers) = (await OfficerAsync("saad", "سعد"), await OfficerAsync("amal", "أمل"));
        var id = await ArriveAsync("سلمى خالد", "متى تُصرف المساعدة؟");
        await CloseAsync(id, new VisitCloseForm { HandOver = true, HandOverTo = mine });
        var (me, she) = (AsOfficer(mine), AsOfficer(hers));

        Assert.Equal((id, "سعد"), Assert.Single((await Queries.QuestionsAsync(me, new PageQuery(), Cancel)).Rows) is var row ? (row.Id, row.HandedToName) : default);
        Assert.Empty((await Queries.QuestionsAsync(she, new PageQuery(), Cancel)).Rows);
        Assert.Single((await Queries.QuestionsAsync(Clerk, new PageQuery(), Cancel)).Rows);
        var (version, form) = (await VersionAsync(id), new VisitAnswerForm { Answer = "آخر الشهر", AnswerSource = "لائحة المساعدات" });
        await Assert.ThrowsAsync<AccessDenied>(() => Calls.AnswerAsync(she, id, version, form, Cancel));
        await Assert.ThrowsAsync<RuleViolation>(() => Calls.AnswerAsync(me, id, version, form with { AnswerSource = null }, Cancel));
        await Calls.AnswerAsync(me, id, version, form, Cancel);
        Assert.Empty((await Queries.QuestionsAsync(me, new PageQuery(), Cancel)).Rows);
        Assert.Equal(("آخر الشهر", VisitStatus.Served), await Queries.OneAsync(Clerk, id, Cancel) is { } done ? (done.Answer, done.Status) : default);
    }

    [Fact]
    public async Task T1_A_question_for_nobody_in_particular_reaches_the_officers_of_her_categories()
    {
        var file = await The<BeneficiaryService>().RegisterAsync(Clerk, Guid.CreateVersion7(), Make.Person(1, categories: "Widows"), Cancel);
        var id = await Service.ArriveAsync(Clerk, Guid.CreateVersion7(), new NewVisit { BeneficiaryId = file, Question = "متى؟" }, Cancel);
        await CloseAsync(id, new VisitCloseForm { HandOver = true });
        Assert.Single((await Queries.QuestionsAsync(ByLiaison("Widows"), new PageQuery(), Cancel)).Rows);
        Assert.Empty((await Queries.QuestionsAsync(ByLiaison("Orphans"), new PageQuery(), Cancel)).Rows);
        await Assert.ThrowsAsync<AccessDenied>(() => Queries.QuestionsAsync(By(StaffRole.CommitteeMember), new PageQuery(), Cancel));
    }

    [Fact]
    public async Task A_question_goes_to_an_active_liaison_officer_only()
    {
        var (clerk, gone) = (await StaffAsync("clerk", "هدى", StaffRole.FrontDesk), await StaffAsync("gone", "سابق", active: false, StaffRole.LiaisonOfficer));
        var id = await ArriveAsync("سلمى خالد", "متى؟");
        foreach (var wrong in new[] { clerk, gone, Guid.NewGuid() })
            await Refused.WithAsync("intake.visit.officer", nameof(VisitCloseForm.HandOverTo), () => CloseAsync(id, new VisitCloseForm { HandOver = true, HandOverTo = wrong }));
        Assert.Equal(["هدى"], (await Queries.ColleaguesAsync(Clerk, Cancel)).Select(c => c.Name));
    }

    [Fact]
    public async Task T1_What_yesterday_left_unanswered_is_shown_in_the_morning_until_it_is_settled()
    {
        var (asking, quiet) = (await ArriveAsync("سلمى", "متى؟"), await ArriveAsync("هند"));
        Assert.Equal(0, (await Reception.LeftOpenAsync(Clerk, Cancel)).Count);
        Clock.Advance(TimeSpan.FromDays(1));
        var left = await Reception.LeftOpenAsync(Clerk, Cancel);
        Assert.Equal((2, 1), (left.Count, left.Unanswered));
        Assert.Equal([asking, quiet], left.Rows.Select(r => r.Id));
        await CloseAsync(asking, new VisitCloseForm { HandOver = true });
        Assert.Equal((1, 0), await Reception.LeftOpenAsync(Clerk, Cancel) is var rest ? (rest.Count, rest.Unanswered) : default);
    }

    [Fact]
    public async Task R10_A_volunteers_visit_names_him_and_an_active_supervisor()
    {
        var supervisor = await StaffAsync("boss", "نورة المشرفة", StaffRole.SeniorManagement);
        var gone = await StaffAsync("gone", "سابق", active: false, StaffRole.FrontDesk);
        await The<VolunteerService>().SaveAsync(By(StaffRole.SeniorManagement), "أمل\nفهد", Cancel);
        var form = new NewVisit { VisitorName = "سلمى خالد", ByVolunteer = true };
        await Refused.WithAsync("intake.visit.nosupervisor", nameof(form.SupervisorId), () => ArriveAsync(form with { VolunteerName = "فهد" }));
        var violation = await Assert.ThrowsAsync<RuleViolation>(() => ArriveAsync(form with { SupervisorId = supervisor }));
        Assert.Equal(nameof(form.VolunteerName), Assert.Single(violation.Breaches).Field);
        foreach (var wrong in new[] { gone, Guid.NewGuid() })
            await Refused.WithAsync("intake.visit.supervisor", nameof(form.SupervisorId), () => ArriveAsync(form with { VolunteerName = "فهد", SupervisorId = wrong }));

        // أ-٦: not before the volunteering policy is signed.
        await Refused.WithAsync("contacts.volunteer.unsigned", nameof(form.VolunteerName), () => ArriveAsync(form with { VolunteerName = "خالد", SupervisorId = supervisor }));

        var id = await ArriveAsync(form with { VolunteerName = "فهد", SupervisorId = supervisor });
        var row = (await Queries.OneAsync(Clerk, id, Cancel))!;
        Assert.Equal(("فهد", "نورة المشرفة"), (row.VolunteerName, row.SupervisorName));
        Assert.Null((await Queries.OneAsync(Clerk, await ArriveAsync(form with { ByVolunteer = false, VolunteerName = "فهد" }), Cancel))!.VolunteerName);
    }

    [Fact]
    public async Task History_is_narrowed_by_name_days_state_and_clerk()
    {
        var amal = await ArriveAsync("أَمَل عبد الله الزهراني");
        await ServeAsync(amal);
        var other = await ArriveAsync("سلمى خالد");
        Clock.Advance(TimeSpan.FromDays(1));
        var next = await ArriveAsync("امل عبدالله");
        await ServeAsync(next, Colleague);

        Assert.Equal([next, amal], await FoundAsync(new PageQuery { Search = "أمل عبدالله" }));
        Assert.Empty(await FoundAsync(new PageQuery { Search = "مل" }));
        Assert.Equal([other, amal], await FoundAsync(With(("from", "2026-11-23"), ("to", "2026-11-23"))));
        Assert.Equal([next], await FoundAsync(With(("from", "2026-11-24"))));
        Assert.Equal([other], await FoundAsync(With(("state", "Waiting"))));
        Assert.Equal([amal], await FoundAsync(With(("by", Somebody.ToString()))));
        // What nobody offered is not asked.
        Assert.Equal(3, (await FoundAsync(With(("from", "يوم"), ("state", "7"), ("by", "x")))).Count);
        Assert.Single((await Queries.PageAsync(Clerk, With(("from", "2026-11-23"), ("to", "2026-11-23")) with { Size = 1 }, Cancel)).Rows);
    }

    [Fact]
    public async Task A2_An_officer_with_few_people_finds_their_visits_by_every_filter_and_no_others()
    {
        var (hers, anothers) = (await RegisterAsync("Widows"), await RegisterAsync("Orphans"));
        var served = await ArriveAsync(new NewVisit { BeneficiaryId = hers });
        foreach (var id in new[] { served, await ArriveAsync(new NewVisit { BeneficiaryId = anothers }), await ArriveAsync("نورة بلا ملف") })
            await ServeAsync(id);
        Clock.Advance(TimeSpan.FromDays(1));
        var waiting = await ArriveAsync(new NewVisit { BeneficiaryId = hers });
        var officer = new Act(By(StaffRole.LiaisonOfficer).Actor with { OwnCategories = new HashSet<string>(StringComparer.Ordinal) { "Widows" } }, Clock.GetUtcNow().UtcDateTime);

        Assert.Equal([waiting, served], await FoundAsync(new PageQuery(), officer));
        Assert.Equal([served], await FoundAsync(With(("state", "Serving")), officer));
        Assert.Equal([served], await FoundAsync(With(("by", Somebody.ToString())), officer));
        Assert.Equal([served], await FoundAsync(With(("from", "2026-11-23"), ("to", "2026-11-23")), officer));
        Assert.Equal([waiting], await FoundAsync(With(("from", "2026-11-24")), officer));
        Assert.Equal([waiting, served], await FoundAsync(new PageQuery { Search = "نورة" }, officer));
        Assert.Empty(await FoundAsync(new PageQuery { Search = "سعد" }, officer));
        var first = await Queries.PageAsync(officer, new PageQuery { Size = 1 }, Cancel);
        var second = await Queries.PageAsync(officer, new PageQuery { Size = 1, Cursor = first.NextCursor }, Cancel);
        Assert.Equal((waiting, served, null), (first.Rows[0].Id, second.Rows[0].Id, second.NextCursor));
    }

    [Fact]
    public async Task History_pages_within_a_range_of_days()
    {
        var made = new List<Guid>();
        for (var i = 1; i <= 5; i++)
            made.Insert(0, await ArriveAsync($"زائرة {i}"));
        var query = With(("from", "2026-11-23"), ("to", "2026-11-23")) with { Size = 3 };
        var first = await Queries.PageAsync(Clerk, query, Cancel);
        var second = await Queries.PageAsync(Clerk, query with { Cursor = first.NextCursor }, Cancel);
        Assert.Equal(made, first.Rows.Concat(second.Rows).Select(r => r.Id));
    }

    [Fact]
    public async Task Visits_from_before_there_were_slips_get_one_and_later_ones_go_on_from_there()
    {
        var id = await ArriveAsync("سلمى خالد");
        await ReadAsync(db =>
        {
            var visits = db.Visits;
            return visits.ExecuteUpdateAsync(s => s.SetProperty(v => v.DayOrder, (long?)null).SetProperty(v => v.VisitorKey, ""), Cancel);
        });
        await AddReferenceDataAsync();
        Assert.Equal(2, await SlipAsync(id));
        Assert.Equal([id], await FoundAsync(new PageQuery { Search = "سلمى" }));
        Assert.Equal(3, await SlipAsync(await ArriveAsync("هند")));
    }

    private static PageQuery With(params (string Name, string Value)[] filters) =>
        new() { Filters = filters.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal) };

    private async Task<List<Guid>> FoundAsync(PageQuery query, Act? act = null) => [.. (await Queries.PageAsync(act ?? Clerk, query, Cancel)).Rows.Select(r => r.Id)];

    private Task<Guid> RegisterAsync(string category) => The<BeneficiaryService>().RegisterAsync(Clerk, Guid.NewGuid(), Make.Beneficiary(category), Cancel);

    private Task<Guid> ArriveAsync(string name, string? question = null) => ArriveAsync(new NewVisit { VisitorName = name, Question = question });

    private Task<Guid> ArriveAsync(NewVisit form) => Service.ArriveAsync(Clerk, Guid.CreateVersion7(), form, Cancel);

    private async Task ServeAsync(Guid id, Act? act = null) => await Service.ServeAsync(act ?? Clerk, id, await VersionAsync(id), Cancel);

    private async Task CloseAsync(Guid id, VisitCloseForm form) => await Service.CloseAsync(Clerk, id, await VersionAsync(id), form, Cancel);

    private async Task<Guid> VersionAsync(Guid id) => (await Queries.OneAsync(Clerk, id, Cancel))!.Version;

    private async Task<long> SlipAsync(Guid id) => (await Queries.OneAsync(Clerk, id, Cancel))!.SlipNo!.Value;

    private Act AsOfficer(Guid who) => By(who, StaffRole.LiaisonOfficer);

    private Task<Guid> OfficerAsync(string user, string name) => StaffAsync(user, name, StaffRole.LiaisonOfficer);

    private Task<Guid> StaffAsync(string user, string name, params StaffRole[] roles) => StaffAsync(user, name, active: true, roles);

    private async Task<Guid> StaffAsync(string user, string name, bool active, params StaffRole[] roles)
    {
        var staff = new StaffUser(user, name, roles) { IsActive = active, NormalizedUserName = user.ToUpperInvariant() };
        await The<CaseWriter>().SaveAsync(db =>
        {
            db.Add(staff);
            return Task.CompletedTask;
        }, Cancel);
        return staff.Id;
    }
}

public sealed class ReceptionTests() : ReceptionSuite(TestDatabase.Sqlite());
