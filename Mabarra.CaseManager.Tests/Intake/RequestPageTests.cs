using Bunit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Components;
using Mabarra.CaseManager.Intake.Life;
using Mabarra.CaseManager.Intake.Pages;
using Mabarra.CaseManager.Intake.Services;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Intake;

/// <summary>The less usual acts on a request's page, each in its own place beside the file; and the page of services.</summary>
public sealed class RequestPageTests : PageHouse
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_withdrawal_is_asked_for_in_place_and_refused_beside_its_field_without_a_reason()
    {
        var id = await OpenAsync();
        var page = await ShowAsync(id, StaffRole.FrontDesk);
        await Button(page, Life("life.Withdraw")).ClickAsync(new());
        page.WaitForElement(".gate-acts form", Patience);
        await page.Find(".gate-acts form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains(Life("intake.life.reason"), page.Find(".gate-acts form").TextContent, StringComparison.Ordinal), Patience);

        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll(".gate-acts form select")[0].Children.Length), Patience);
        await page.FindAll(".gate-acts form select")[0].ChangeAsync(new() { Value = "0" });
        await page.Find(".gate-acts form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains(Life("ended.Withdrawn"), page.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(RequestStatus.Withdrawn, (await ReadAsync(id)).Status);
    }

    [Fact]
    public async Task Acts_of_supervisors_do_not_show_to_clerks()
    {
        var page = await ShowAsync(await OpenAsync(), StaffRole.FrontDesk);
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Contains(Words.Of<IntakeText>("items.exempt"), StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Contains(Life("life.Revoke"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_due_reminder_is_recorded_on_the_page_and_leaves_the_list()
    {
        var id = await OpenAsync();
        await The<RequestService>().LeaveIncompleteAsync(By(StaffRole.FrontDesk), id, (await ReadAsync(id)).Version, Cancel);
        Clock.Advance(TimeSpan.FromDays(7));
        var page = await ShowAsync(id, StaffRole.FrontDesk);
        var list = Browser.Render<RequestsPage>();
        list.WaitForAssertion(() => Assert.Contains("view=ReminderDue", list.Markup, StringComparison.Ordinal), Patience);

        var form = page.FindAll("form").Single(f => f.TextContent.Contains(Life("remind.save"), StringComparison.Ordinal));
        await form.SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains(Life("remind.next"), page.Markup, StringComparison.Ordinal), Patience);
        list.WaitForAssertion(() => Assert.DoesNotContain("view=ReminderDue", list.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_requirement_changed_meanwhile_is_told_calmly_and_what_is_typed_stays()
    {
        var id = await OpenAsync();
        var page = await ShowAsync(id, StaffRole.FrontDesk);
        await Button(page, Words.Of<IntakeText>("items.receive")).ClickAsync(new());
        var reference = page.WaitForElement("form.receive input", Patience);
        await reference.ChangeAsync(new() { Value = "1098000001" });

        await ReviseAsync(d => d.Rows.Add(new RequirementDraft { NameAr = "اشتراط جديد تمامًا" }));

        page.WaitForElement(".banner-info", Patience);
        Assert.Equal("1098000001", page.Find("form.receive input").GetAttribute("value"));
        Assert.DoesNotContain("اشتراط جديد تمامًا", page.Markup, StringComparison.Ordinal);
        await page.Find("form.receive").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains(Words.Of<IntakeText>("item.Received"), page.Find(".checklist").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task An_administrator_adds_a_requirement_and_saves_the_next_version()
    {
        await SignInAsync(StaffRole.SystemAdmin);
        var service = (await The<ServiceTypeQueries>().ActiveAsync(Cancel)).Single(s => s.Code == "Food");
        var page = Browser.Render<ServicePage>(p => p.Add(x => x.Id, service.Id));
        page.WaitForElement(".checklist-item", Patience);
        await Button(page, Words.Of<ServicesText>("add.requirement")).ClickAsync(new());
        await page.Find("form").SubmitAsync();
        page.WaitForElement("input[aria-invalid=true]", Patience);
        await page.Find(".receive input").ChangeAsync(new() { Value = "بطاقة التموين" });
        await page.Find("form").SubmitAsync();
        page.WaitForElement(".banner-good", Patience);
        var saved = await The<ServiceTypeQueries>().OpenAsync(By(StaffRole.SystemAdmin), service.Id, Cancel);
        Assert.Equal((2, true), (saved!.VersionNo, saved.Current.Any(r => r.NameAr == "بطاقة التموين")));
    }

    private async Task<IRenderedComponent<RequestPage>> ShowAsync(Guid id, params StaffRole[] roles)
    {
        await SignInAsync(roles);
        var page = Browser.Render<RequestPage>(p => p.Add(x => x.Id, id));
        page.WaitForElement(".checklist", Patience);
        return page;
    }

    private async Task<Guid> OpenAsync()
    {
        var person = await The<BeneficiaryService>().RegisterAsync(By(StaffRole.FrontDesk), Guid.NewGuid(), Make.Beneficiary(), Cancel);
        return await The<RequestService>().OpenAsync(By(StaffRole.FrontDesk), Guid.NewGuid(), new NewRequest
        {
            BeneficiaryId = person,
            ServiceTypeId = (await The<ServiceTypeQueries>().ActiveAsync(Cancel)).Single(s => s.Code == "Food").Id,
            Description = "سلة غذائية لأسرة من خمسة أفراد",
        }, Cancel);
    }

    private async Task ReviseAsync(Action<ServiceDraft> change)
    {
        var admin = By(StaffRole.SystemAdmin);
        var id = (await The<ServiceTypeQueries>().ActiveAsync(Cancel)).Single(s => s.Code == "Food").Id;
        var service = (await The<ServiceTypeQueries>().OpenAsync(admin, id, Cancel))!;
        var draft = ServiceDraft.Of(service);
        change(draft);
        await The<ServiceTypeService>().ReviseAsync(admin, id, service.Version, draft.ToForm(), Cancel);
    }

    private Task<ServiceRequest> ReadAsync(Guid id) => ReadAsync(db =>
    {
        var requests = db.ServiceRequests;
        return requests.AsNoTracking().SingleAsync(r => r.Id == id, Cancel);
    });

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> page, string text)
        where T : Microsoft.AspNetCore.Components.IComponent => page.FindAll("button").First(b => string.Equals(b.TextContent.Trim(), text, StringComparison.Ordinal));

    private static string Life(string key) => Words.Of<LifeText>(key);
}
