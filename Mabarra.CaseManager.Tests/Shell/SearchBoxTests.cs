using Bunit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Shell;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Shell;

/// <summary>The box at the top of every page, on the real registry and requests.</summary>
public sealed class SearchBoxTests : PageHouse
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private Guid file;
    private Guid request;

    [Theory]
    [InlineData("امل")]
    [InlineData("أمل الغامدي")]
    [InlineData("١")]
    [InlineData("0500000101")]
    [InlineData("١٠٩٩٠٠٠٠١٨")]
    public async Task A_person_is_found_with_her_requests(string typed)
    {
        await StartAsync(StaffRole.FrontDesk);
        var box = await TypeAsync(typed);
        box.WaitForAssertion(() => Assert.Equal(
            [("المستفيدون", BeneficiaryLinks.Open(file)), ("الطلبات", RequestLinks.Open(request))],
            box.FindAll("[role=group]").SelectMany(g => g.QuerySelectorAll("a").Select(a => (g.GetAttribute("aria-label")!, a.GetAttribute("href")!)))), Patience);
        Assert.Equal(typed, box.Find("[role=listbox]").GetAttribute("data-for"));
    }

    [Theory]
    [InlineData("REQ-2026-00001")]
    [InlineData("req-2026-1")]
    public async Task A_request_is_found_by_its_number(string typed)
    {
        await StartAsync(StaffRole.FrontDesk);
        var box = await TypeAsync(typed);
        box.WaitForAssertion(() => Assert.Equal(RequestLinks.Open(request), Assert.Single(box.FindAll("[role=option]")).GetAttribute("href")), Patience);
    }

    [Theory]
    [InlineData(StaffRole.LiaisonOfficer)]
    [InlineData(StaffRole.CommitteeMember)]
    [InlineData(StaffRole.SystemAdmin)]
    public async Task A2_Who_may_not_see_her_does_not_find_her_and_is_told_what_to_try(StaffRole role)
    {
        await StartAsync(role);
        var box = await TypeAsync("أمل");
        box.WaitForAssertion(() => Assert.Equal(Words.Of<ShellText>("search.empty"), box.Find("[role=status]").TextContent), Patience);
        Assert.Empty(box.FindAll("[role=option]"));
    }

    [Fact]
    public async Task A_page_is_found_by_its_name_only_by_whom_it_is_for()
    {
        await StartAsync(StaffRole.SystemAdmin);
        var box = await TypeAsync("النسخ");
        box.WaitForAssertion(() => Assert.Equal("/settings/backups", Assert.Single(box.FindAll("[role=option]")).GetAttribute("href")), Patience);
        await box.Find("input").ChangeAsync(new() { Value = "المستفيد" });
        box.WaitForAssertion(() => Assert.Empty(box.FindAll("[role=option]")), Patience);
    }

    private async Task StartAsync(StaffRole role)
    {
        var clerk = By(StaffRole.FrontDesk);
        file = await The<BeneficiaryService>().RegisterAsync(clerk, Guid.CreateVersion7(), Make.Person(1, "أمل إبراهيم صالح الغامدي", "Widows"), Cancel);
        await The<BeneficiaryService>().RegisterAsync(clerk, Guid.CreateVersion7(), Make.Person(2, "هدى محمد ناصر الشهري", "Widows"), Cancel);
        var service = (await The<ServiceTypeQueries>().ActiveAsync(Cancel))[0].Id;
        request = await The<RequestService>().OpenAsync(clerk, Guid.CreateVersion7(), new NewRequest { BeneficiaryId = file, ServiceTypeId = service, Description = "سلة غذائية" }, Cancel);
        Browser.Services.AddShell(Configuration);
        await SignInAsync(role);
    }

    private async Task<IRenderedComponent<SearchBox>> TypeAsync(string text)
    {
        var box = Browser.Render<SearchBox>();
        await box.Find("input").ChangeAsync(new() { Value = text });
        return box;
    }
}
