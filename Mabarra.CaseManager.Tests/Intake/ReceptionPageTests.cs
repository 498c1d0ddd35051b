using Bunit;
using Mabarra.CaseManager.Contacts.Interactions;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Components;
using Mabarra.CaseManager.Intake.Pages;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Intake;

public sealed class ReceptionPageTests : PageHouse
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task T1_An_unanswered_question_is_refused_beside_the_answer()
    {
        await SignInAsync(StaffRole.FrontDesk);
        await ArriveAsync("سلمى خالد", "متى تُصرف المساعدة؟");
        var page = Browser.Render<ReceptionPage>();
        page.WaitForElement(".visit", Patience);
        await page.FindAll(".visit button")[^1].ClickAsync(new());
        page.WaitForElement(".visit form", Patience);

        await page.Find(".visit form").SubmitAsync();

        page.WaitForAssertion(() =>
        {
            var answer = page.Find(".visit textarea[aria-invalid=true]");
            var message = page.Find($"#{answer.GetAttribute("aria-describedby")!.Split(' ')[^1]}").TextContent;
            Assert.Contains(Words.Of<VisitsText>("intake.visit.unanswered"), message, StringComparison.Ordinal);
        }, Patience);
        Assert.Single(await The<VisitQueries>().OpenAsync(By(StaffRole.FrontDesk), Cancel));
    }

    [Fact]
    public async Task An_arrival_registered_elsewhere_shows_without_a_reload()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var page = Browser.Render<ReceptionPage>();
        page.WaitForElement(".empty", Patience);

        await ArriveAsync("سلمى خالد", null);

        page.WaitForAssertion(() => Assert.Contains("سلمى خالد", page.Find(".visit").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Call_next_wants_a_desk_and_keeps_it_with_the_account()
    {
        await SignInAsync(StaffRole.FrontDesk);
        await ArriveAsync("سلمى خالد", null);
        var page = Browser.Render<ReceptionPage>();
        page.WaitForElement(".visit", Patience);
        await page.Find("[data-shortcut='Alt+KeyC']").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains(Words.Of<VisitsText>("desk.missing"), page.Find(".queue-call").TextContent, StringComparison.Ordinal), Patience);

        await page.Find("#queue-desk").ChangeAsync(new() { Value = "مكتب 2" });
        await page.Find("[data-shortcut='Alt+KeyC']").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains(Words.Of<VisitsText>("called", "موظفة تجريبية", "مكتب 2"), page.Find(".visit").TextContent, StringComparison.Ordinal), Patience);
        // The keys now press the buttons of the visitor she called.
        Assert.NotNull(page.Find(".visit [data-shortcut='Alt+KeyR']"));
        var again = Browser.Render<ReceptionPage>();
        again.WaitForAssertion(() => Assert.Equal("مكتب 2", again.Find("#queue-desk").GetAttribute("value")), Patience);
    }

    [Fact]
    public async Task The_screen_in_the_hall_shows_numbers_and_no_names_and_moves_by_itself()
    {
        await SignInAsync(StaffRole.FrontDesk);
        await ArriveAsync("سلمى خالد", null);
        var page = Browser.Render<DisplayPage>();
        page.WaitForAssertion(() => Assert.Contains(Words.Of<VisitsText>("display.welcome"), page.Markup, StringComparison.Ordinal), Patience);

        await The<VisitCallService>().CallNextAsync(By(StaffRole.FrontDesk), "مكتب 7", Cancel);

        page.WaitForAssertion(() => Assert.Equal("1", page.Find(".hall-now .hall-number").TextContent), Patience);
        Assert.Equal("مكتب 7", page.Find(".hall-now .hall-desk").TextContent);
        Assert.DoesNotContain("سلمى", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T1_Yesterdays_unanswered_question_warns_in_the_morning()
    {
        await SignInAsync(StaffRole.FrontDesk);
        await ArriveAsync("سلمى خالد", "متى؟");
        Clock.Advance(TimeSpan.FromDays(1));
        var page = Browser.Render<ReceptionPage>();
        page.WaitForAssertion(() => Assert.Contains("سؤال واحد من يوم سابق بلا جواب", page.Find(".left-open").TextContent, StringComparison.Ordinal), Patience);
        await page.Find(".left-open .banner button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("سلمى خالد", page.Find(".left-open .visit").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_liaison_officer_without_categories_sees_nobody()
    {
        await ArriveAsync("سلمى خالد", null);
        await SignInAsync(StaffRole.LiaisonOfficer);
        var page = Browser.Render<ReceptionPage>();
        page.WaitForElement(".empty", Patience);
        Assert.DoesNotContain("سلمى", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T1_Who_leaves_unserved_says_why_and_her_question_goes_to_an_officer()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var id = await ArriveAsync("سلمى خالد", "متى تُصرف المساعدة؟");
        var visit = await The<VisitQueries>().OneAsync(By(StaffRole.FrontDesk), id, Cancel);
        var left = false;
        var form = Browser.Render<LeaveVisitForm>(p => p.Add(f => f.Visit, visit!).Add(f => f.OnLeft, () => left = true));
        Assert.Contains(Words.Of<VisitsText>("leave.question"), form.Markup, StringComparison.Ordinal);

        await form.Find("form").SubmitAsync();
        form.WaitForAssertion(() => Assert.NotNull(form.Find("input[aria-invalid=true]")), Patience);
        Assert.False(left);

        await form.Find("input").ChangeAsync(new() { Value = "لديها موعد" });
        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => Assert.True(left), Patience);
        var gone = await The<VisitQueries>().OneAsync(By(StaffRole.FrontDesk), id, Cancel);
        Assert.Equal((VisitStatus.Left, "لديها موعد", true), (gone!.Status, gone.LeftReason, gone.IsHandedOver));
    }

    [Fact]
    public async Task T1_A_question_handed_over_leaves_the_page_only_with_an_answer_and_its_source()
    {
        var user = await SignInAsync(StaffRole.LiaisonOfficer);
        var id = await ArriveAsync("سلمى خالد", "متى تُصرف المساعدة؟");
        var visit = await The<VisitQueries>().OneAsync(By(StaffRole.FrontDesk), id, Cancel);
        await The<VisitService>().CloseAsync(By(StaffRole.FrontDesk), id, visit!.Version, new VisitCloseForm { HandOver = true, HandOverTo = user.Id }, Cancel);
        var page = Browser.Render<QuestionsPage>();
        page.WaitForElement(".visit", Patience);
        Assert.Contains("متى تُصرف المساعدة؟", page.Find(".visit").TextContent, StringComparison.Ordinal);
        await page.Find(".visit button").ClickAsync(new());
        page.WaitForElement(".visit form", Patience);

        await page.Find(".visit textarea").ChangeAsync(new() { Value = "يوم الأحد" });
        await page.Find(".visit form").SubmitAsync();
        page.WaitForAssertion(() => Assert.NotNull(page.Find(".visit input[aria-invalid=true]")), Patience);

        await page.Find(".visit input").ChangeAsync(new() { Value = "تعميم الصرف" });
        await page.Find(".visit form").SubmitAsync();

        page.WaitForElement(".empty", Patience);
        var answered = await The<VisitQueries>().OneAsync(By(StaffRole.FrontDesk), id, Cancel);
        Assert.Equal((VisitStatus.Served, "يوم الأحد"), (answered!.Status, answered.Answer));
    }

    [Fact]
    public async Task R10_A_volunteers_arrival_wants_his_name_and_who_answers_for_him()
    {
        await The<VolunteerService>().SaveAsync(By(StaffRole.SeniorManagement), "أمل", Cancel);
        var user = await SignInAsync(StaffRole.FrontDesk);
        var form = Browser.Render<ArrivalForm>();
        Assert.Empty(form.FindAll("select"));
        await Typed(form, Words.Of<VisitsText>("who.name"), "سلمى خالد");
        await form.Find("input[type=checkbox]").ChangeAsync(new() { Value = true });
        form.WaitForElement("select", Patience);

        await form.Find("form").SubmitAsync();
        form.WaitForAssertion(() => Assert.Equal(2, form.FindAll("[aria-invalid=true]").Count), Patience);
        Assert.Empty(await The<VisitQueries>().OpenAsync(By(StaffRole.FrontDesk), Cancel));

        await Typed(form, Words.Of<VisitsText>("volunteer.name"), "أمل");
        await form.Find("select").ChangeAsync(new() { Value = "0" });
        await form.Find("form").SubmitAsync();

        form.WaitForElement("a[href$='/print']", Patience);
        var row = Assert.Single(await The<VisitQueries>().OpenAsync(By(StaffRole.FrontDesk), Cancel));
        Assert.Equal(("سلمى خالد", "أمل", user.FullName), (row.VisitorName, row.VolunteerName, row.SupervisorName));
    }

    /// <summary>Types into the field that bears this label.</summary>
    private static Task Typed(IRenderedComponent<ArrivalForm> form, string label, string text) =>
        form.Find("#" + form.FindAll("label").First(l => l.TextContent.Trim().StartsWith(label, StringComparison.Ordinal)).GetAttribute("for")).ChangeAsync(new() { Value = text });

    private Task<Guid> ArriveAsync(string name, string? question) =>
        The<VisitService>().ArriveAsync(By(StaffRole.FrontDesk), Guid.CreateVersion7(), new NewVisit { VisitorName = name, Question = question }, Cancel);
}
