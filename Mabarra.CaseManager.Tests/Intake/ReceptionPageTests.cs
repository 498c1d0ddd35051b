using Bunit;
using Mabarra.CaseManager.Intake;
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
    public async Task A_liaison_officer_without_categories_sees_nobody()
    {
        await ArriveAsync("سلمى خالد", null);
        await SignInAsync(StaffRole.LiaisonOfficer);
        var page = Browser.Render<ReceptionPage>();
        page.WaitForElement(".empty", Patience);
        Assert.DoesNotContain("سلمى", page.Markup, StringComparison.Ordinal);
    }

    private Task<Guid> ArriveAsync(string name, string? question) =>
        The<VisitService>().ArriveAsync(By(StaffRole.FrontDesk), Guid.CreateVersion7(), new NewVisit { VisitorName = name, Question = question }, Cancel);
}
