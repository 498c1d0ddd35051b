using Bunit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Pages;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Intake;

public sealed class BoardPageTests : PageHouse
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task What_a_colleague_does_shows_without_a_reload_after_the_gap()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var page = Browser.Render<BoardPage>();
        page.WaitForAssertion(() => Assert.Equal(BoardQueries.Views.Count, page.FindAll(".lane-count").Count), Patience);
        Assert.All(page.FindAll(".lane-count"), c => Assert.Equal("0", c.TextContent));

        var person = await The<BeneficiaryService>().RegisterAsync(By(StaffRole.FrontDesk), Guid.NewGuid(), Make.Beneficiary(), Cancel);
        await The<RequestService>().OpenAsync(By(StaffRole.FrontDesk), Guid.NewGuid(), new NewRequest
        {
            BeneficiaryId = person,
            ServiceTypeId = (await The<ServiceTypeQueries>().ActiveAsync(Cancel))[0].Id,
            Description = "سلة غذائية لأسرة من خمسة أفراد",
            RequestedAmount = null,
        }, Cancel);

        using var patience = new CancellationTokenSource(Patience);
        // The news comes on a thread of its own; the gap begins when it has come.
        while (!string.Equals(page.Find(".lane-count").TextContent, "1", StringComparison.Ordinal) && !patience.IsCancellationRequested)
            await page.InvokeAsync(() => Clock.Advance(TimeSpan.FromSeconds(1)));
        Assert.Equal("1", page.Find(".lane-count").TextContent);
        Assert.StartsWith("/requests/", page.Find(".lane-card").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_stands_in_the_address()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var page = Browser.Render<BoardPage>();
        page.WaitForAssertion(() => Assert.True(page.FindAll(".board-tools select")[0].Children.Length > 1), Patience);
        await page.FindAll(".board-tools select")[0].ChangeAsync(new() { Value = "Food" });
        Assert.EndsWith("?service=Food", Address, StringComparison.Ordinal);
    }
}
