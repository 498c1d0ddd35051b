using Bunit;
using Mabarra.CaseManager.Shell.Help;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Shell;

/// <summary>The first-day tour: offered once, left and gone on with, remembered per person.</summary>
public sealed class TourTests : PageHouse
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected override async Task SetUpAsync()
    {
        await base.SetUpAsync();
        Browser.Services.AddScoped<TourState>();
    }

    [Fact]
    public async Task Tour_is_offered_once_left_gone_on_with_and_done_with()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var (home, tour) = (Browser.Render<TourInvitation>(), Browser.Render<Tour>());
        home.WaitForElement(".btn-primary", Patience).Click();
        Assert.Contains("1 من 9", tour.WaitForElement("#tour-card", Patience).TextContent, StringComparison.Ordinal);
        Assert.Empty(home.FindAll(".banner"));
        tour.Find("#tour-card .btn-primary").Click();
        tour.WaitForAssertion(() => Assert.Contains("2 من 9", tour.Find("#tour-card").TextContent, StringComparison.Ordinal), Patience);
        tour.Find("[data-tour-leave] button").Click();
        tour.WaitForAssertion(() => Assert.Empty(tour.FindAll("#tour-card")), Patience);

        // Tomorrow, at another computer.
        var later = await ReadAgainAsync();
        Assert.Equal((false, (int?)1), (later.IsNew, later.Left));
        await later.StartAsync(8);
        Assert.EndsWith("/", Address, StringComparison.Ordinal);
        await later.FinishAsync();
        later = await ReadAgainAsync();
        Assert.Equal((false, (int?)null), (later.IsNew, later.Left));
    }

    [Fact]
    public async Task Who_may_only_look_is_not_led_to_where_one_writes()
    {
        await SignInAsync(StaffRole.SeniorManagement);
        var tour = Browser.Render<Tour>();
        await Browser.Services.GetRequiredService<TourState>().StartAsync(1);
        tour.WaitForElement("#tour-card .btn-primary", Patience).Click();
        tour.WaitForAssertion(() => Assert.EndsWith("/reception", Address, StringComparison.Ordinal), Patience);
        Assert.Equal("queue", TourState.Steps[Browser.Services.GetRequiredService<TourState>().At!.Value].Key);
    }

    [Fact]
    public async Task Help_beside_the_page_cites_the_clause_with_its_words()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var help = Browser.Render<HelpPanel>(p => p.Add(h => h.Page, typeof(CaseManager.Intake.Pages.BoardPage)));
        Assert.Contains("تحدد المدة للرد على الطلب بـ (١٥) يوم عمل من تاريخ اكتمال الطلب.", help.Find("blockquote").TextContent, StringComparison.Ordinal);
        Assert.Contains("ت-٦", help.Find("cite").TextContent, StringComparison.Ordinal);
        Assert.InRange(help.FindAll("ol li").Count, 2, 5);
    }

    private async Task<TourState> ReadAgainAsync()
    {
        var state = new TourState(Browser.Services.GetRequiredService<CaseManager.Data.Drafts.PersonalMarks>(), Browser.Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>());
        await state.ReadAsync();
        return state;
    }
}
