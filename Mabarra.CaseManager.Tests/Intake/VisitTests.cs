using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Intake;

/// <summary>Reception (أ-١, ت-١), on both databases.</summary>
public abstract class VisitSuite(TestDatabase database) : House(database)
{
    private Act Clerk => By(StaffRole.FrontDesk);

    private VisitService Service => The<VisitService>();

    private VisitQueries Queries => The<VisitQueries>();

    protected override Task SetUpAsync() => AddReferenceDataAsync();

    [Fact]
    public async Task A_visitor_comes_is_served_and_leaves()
    {
        var id = await ArriveAsync(new NewVisit { VisitorName = "سلمى خالد المطيري", Purpose = "استفسار عن السلة الغذائية" });
        await Service.ServeAsync(Clerk, id, await VersionAsync(id), Cancel);
        Assert.Equal("موظفة تجريبية", (await Queries.OneAsync(Clerk, id, Cancel))!.ServedByName);

        await Service.CloseAsync(Clerk, id, await VersionAsync(id), new VisitCloseForm { Hospitality = Hospitality.Offered }, Cancel);

        Assert.Empty(await Queries.OpenAsync(Clerk, Cancel));
        Assert.Equal(Clock.Now, (await Queries.OneAsync(Clerk, id, Cancel))!.EndedAt);
        Assert.Equal(["intake.visit.close", "intake.visit.serve", "intake.visit.arrive"], (await The<AuditQueries>().OfRecordAsync(id, 5, Cancel)).Select(a => a.Action));
    }

    [Fact]
    public async Task T1_A_question_does_not_leave_unanswered()
    {
        var id = await ArriveAsync(new NewVisit { VisitorName = "سلمى خالد", Question = "متى تُصرف المساعدة؟" });
        var version = await VersionAsync(id);

        await Refused.WithAsync("intake.visit.unanswered", nameof(VisitCloseForm.Answer), () => Service.CloseAsync(Clerk, id, version, new VisitCloseForm(), Cancel));
        await Refused.WithAsync("intake.visit.unanswered", nameof(VisitCloseForm.Answer), () => Service.CloseAsync(Clerk, id, version, new VisitCloseForm { Answer = " \u200F " }, Cancel));
        await Refused.WithAsync("intake.visit.nosource", nameof(VisitCloseForm.AnswerSource), () => Service.CloseAsync(Clerk, id, version, new VisitCloseForm { Answer = "آخر الشهر" }, Cancel));
        Assert.Single(await Queries.OpenAsync(Clerk, Cancel));

        await Service.CloseAsync(Clerk, id, version, new VisitCloseForm { Answer = "آخر الشهر", AnswerSource = "لائحة المساعدات، المادة 7" }, Cancel);
        Assert.Equal("آخر الشهر", (await Queries.OneAsync(Clerk, id, Cancel))!.Answer);
    }

    [Fact]
    public async Task T1_A_question_asked_while_sitting_here_counts_too() => await Refused.WithAsync(
        "intake.visit.unanswered", nameof(VisitCloseForm.Answer),
        async () =>
        {
            var id = await ArriveAsync(new NewVisit { VisitorName = "سلمى خالد" });
            await Service.CloseAsync(Clerk, id, await VersionAsync(id), new VisitCloseForm { Question = "هل لي حق؟" }, Cancel);
        });

    [Fact]
    public async Task T1_A_question_may_be_handed_to_a_liaison_officer()
    {
        var id = await ArriveAsync(new NewVisit { VisitorName = "سلمى خالد", Question = "متى تُصرف المساعدة؟" });
        await Service.CloseAsync(Clerk, id, await VersionAsync(id), new VisitCloseForm { HandOver = true }, Cancel);
        Assert.True((await Queries.OneAsync(Clerk, id, Cancel))!.IsHandedOver);
    }

    [Fact]
    public async Task A_beneficiary_is_named_by_her_file_and_found_on_it()
    {
        var file = await RegisterAsync("Widows");
        var id = await ArriveAsync(new NewVisit { BeneficiaryId = file });
        Assert.Equal("نورة سعد فهد العمري", (await Queries.OneAsync(Clerk, id, Cancel))!.VisitorName);
        Assert.Equal(id, Assert.Single(await Queries.OfBeneficiaryAsync(Clerk, file, 5, Cancel)).Id);
    }

    [Fact]
    public async Task A_visitor_has_a_name()
    {
        foreach (var name in new[] { null, "", "\u200F \u3164", "م", new string('م', 5000) })
        {
            var violation = await Assert.ThrowsAsync<RuleViolation>(() => ArriveAsync(new NewVisit { VisitorName = name }));
            Assert.Equal(nameof(NewVisit.VisitorName), Assert.Single(violation.Breaches).Field);
        }
        await Refused.WithAsync("beneficiaries.file.gone", nameof(NewVisit.BeneficiaryId), () => ArriveAsync(new NewVisit { BeneficiaryId = Guid.NewGuid() }));
        Assert.Equal(0, await ReadAsync(db => db.Visits.CountAsync(Cancel)));
    }

    [Fact]
    public async Task C6_Two_submits_are_one_arrival()
    {
        var (key, form) = (Guid.CreateVersion7(), new NewVisit { VisitorName = "سلمى خالد" });
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Service.ArriveAsync(Clerk, key, form, Cancel))));
        Assert.Single(made.Distinct());
        Assert.Single(await Queries.OpenAsync(Clerk, Cancel));
    }

    [Fact]
    public async Task C5_Two_clerks_do_not_serve_the_same_visitor_unseen()
    {
        var id = await ArriveAsync(new NewVisit { VisitorName = "سلمى خالد" });
        var read = await VersionAsync(id);
        await Service.ServeAsync(Clerk, id, read, Cancel);
        await Assert.ThrowsAsync<StaleRecord>(() => Service.ServeAsync(Clerk, id, read, Cancel));
    }

    [Fact]
    public async Task Whoever_came_without_a_file_is_known_once_one_is_opened_at_her_visit()
    {
        var id = await ArriveAsync(new NewVisit { VisitorName = "سلمى خالد" });
        var file = await The<BeneficiaryService>().RegisterAsync(Clerk, Guid.CreateVersion7(), Make.Person(1, categories: "Widows"), id, Cancel);
        Assert.Equal(file, (await Queries.OneAsync(Clerk, id, Cancel))!.BeneficiaryId);
        Assert.Equal(id, Assert.Single(await Queries.OfBeneficiaryAsync(Clerk, file, 5, Cancel)).Id);
        Assert.Equal("intake.visit.identify", (await The<AuditQueries>().OfRecordAsync(id, 1, Cancel))[0].Action);
    }

    [Fact]
    public async Task A_file_that_is_refused_leaves_the_visit_nameless()
    {
        var id = await ArriveAsync(new NewVisit { VisitorName = "سلمى خالد" });
        await Assert.ThrowsAsync<RuleViolation>(() => The<BeneficiaryService>().RegisterAsync(Clerk, Guid.CreateVersion7(), new BeneficiaryForm(), id, Cancel));
        Assert.Null((await Queries.OneAsync(Clerk, id, Cancel))!.BeneficiaryId);
    }

    [Fact]
    public async Task A_request_opened_at_a_nameless_visit_names_it_and_no_other_visit()
    {
        var (file, another) = (await RegisterAsync("Widows"), await The<BeneficiaryService>().RegisterAsync(Clerk, Guid.CreateVersion7(), Make.Person(2, categories: "Widows"), Cancel));
        var (nameless, hers, ended) = (await ArriveAsync(new NewVisit { VisitorName = "سلمى" }), await ArriveAsync(new NewVisit { BeneficiaryId = another }), await ArriveAsync(new NewVisit { VisitorName = "هدى" }));
        await Service.CloseAsync(Clerk, ended, await VersionAsync(ended), new VisitCloseForm(), Cancel);
        var service = (await The<ServiceTypeQueries>().ActiveAsync(Cancel))[0].Id;
        foreach (var visit in new[] { nameless, hers, ended })
            await The<RequestService>().OpenAsync(Clerk, Guid.CreateVersion7(), new NewRequest { BeneficiaryId = file, ServiceTypeId = service, Description = "سلة غذائية", VisitId = visit }, Cancel);

        Assert.Equal(file, (await Queries.OneAsync(Clerk, nameless, Cancel))!.BeneficiaryId);
        Assert.Equal(another, (await Queries.OneAsync(Clerk, hers, Cancel))!.BeneficiaryId);
        Assert.Null((await Queries.OneAsync(Clerk, ended, Cancel))!.BeneficiaryId);
        Assert.Equal("intake.visit.identify", (await The<AuditQueries>().OfRecordAsync(nameless, 1, Cancel))[0].Action);
    }

    [Fact]
    public async Task A_visit_that_ended_stays_ended()
    {
        var id = await ArriveAsync(new NewVisit { VisitorName = "سلمى خالد" });
        await Service.CloseAsync(Clerk, id, await VersionAsync(id), new VisitCloseForm(), Cancel);
        await Refused.WithAsync("intake.visit.closed", null, async () => await Service.ServeAsync(Clerk, id, await VersionAsync(id), Cancel));
        await Refused.WithAsync("intake.visit.gone", null, () => Service.ServeAsync(Clerk, Guid.NewGuid(), Guid.NewGuid(), Cancel));
    }

    [Fact]
    public async Task A2_Who_may_not_is_refused_and_a_liaison_officer_sees_his_own_only()
    {
        var id = await ArriveAsync(new NewVisit { BeneficiaryId = await RegisterAsync("Widows") });
        var (officer, version) = (ByLiaison("Orphans"), await VersionAsync(id));

        await Assert.ThrowsAsync<AccessDenied>(() => Service.ArriveAsync(By(StaffRole.CommitteeMember), Guid.CreateVersion7(), new NewVisit { VisitorName = "سلمى" }, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => Queries.OpenAsync(By(StaffRole.CommitteeMember), Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => Service.ServeAsync(officer, id, version, Cancel));
        Assert.Empty(await Queries.OpenAsync(officer, Cancel));
        Assert.Null(await Queries.OneAsync(officer, id, Cancel));
        Assert.Single(await Queries.OpenAsync(ByLiaison("Widows"), Cancel));
    }

    [Fact]
    public async Task The_house_shows_arrivals_in_order_and_the_list_newest_first()
    {
        foreach (var name in new[] { "الأولى", "الثانية", "الثالثة" })
            await ArriveAsync(new NewVisit { VisitorName = name });
        Assert.Equal([1L, 2L, 3L], (await Queries.OpenAsync(Clerk, Cancel)).Select(v => v.Serial));
        var page = await Queries.PageAsync(Clerk, new PageQuery { Size = 2 }, Cancel);
        Assert.Equal([3L, 2L], page.Rows.Select(v => v.Serial));
        Assert.Equal([1L], (await Queries.PageAsync(Clerk, new PageQuery { Size = 2, Cursor = page.NextCursor }, Cancel)).Rows.Select(v => v.Serial));
    }

    private Task<Guid> ArriveAsync(NewVisit form) => Service.ArriveAsync(Clerk, Guid.CreateVersion7(), form, Cancel);

    private Task<Guid> RegisterAsync(string category) => The<BeneficiaryService>().RegisterAsync(Clerk, Guid.CreateVersion7(), Make.Person(1, categories: category), Cancel);

    private async Task<Guid> VersionAsync(Guid id) => (await Queries.OneAsync(Clerk, id, Cancel))!.Version;
}

public sealed class VisitTests() : VisitSuite(TestDatabase.Sqlite());
