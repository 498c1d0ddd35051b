using Bunit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Beneficiaries.Components;
using Mabarra.CaseManager.Beneficiaries.Pages;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Beneficiaries;

public sealed class BeneficiaryPagesTests : PageHouse
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task An_empty_form_tells_each_field_its_message()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var page = Browser.Render<NewBeneficiaryPage>();

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains(Words.Of<BeneficiariesText>("beneficiaries.file.birth"), page.Markup, StringComparison.Ordinal), Patience);
        foreach (var field in page.FindAll("input[required], select[required]").Where(f => f.GetAttribute("aria-invalid") == "true"))
            Assert.NotEmpty(page.Find($"#{field.GetAttribute("aria-describedby")!.Split(' ')[^1]}").TextContent.Trim());
        Assert.True(page.FindAll("[aria-invalid=true]").Count >= 8);
        Assert.Empty(page.FindAll("[data-form-message]"));
    }

    [Fact]
    public async Task A_number_in_the_registry_is_told_while_typing_with_a_link_to_its_file()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var id = await RegisterAsync(1);
        var page = Browser.Render<NewBeneficiaryPage>();

        await page.Find("input[inputmode=numeric]").ChangeAsync(new() { Value = "١٠٩٩٠٠٠٠١٨" });

        page.WaitForAssertion(() => Assert.Equal(BeneficiaryLinks.Open(id), page.Find(".banner-warn a").GetAttribute("href")), Patience);
    }

    [Fact]
    public async Task A5_Another_file_in_the_same_component_shows_nothing_of_the_first()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var (first, second) = (await RegisterAsync(1, "نورة سعد فهد العمري"), await RegisterAsync(2, "هدى محمد ناصر الشهري"));
        var page = Browser.Render<BeneficiaryPage>(p => p.Add(x => x.Id, first));
        page.WaitForAssertion(() => Assert.Contains("العمري", page.Markup, StringComparison.Ordinal), Patience);
        await page.FindComponent<RevealId>().Find("button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains(Make.CitizenId(1), page.Markup, StringComparison.Ordinal), Patience);

        page.Render(p => p.Add(x => x.Id, second));

        page.WaitForAssertion(() => Assert.Contains("هدى", page.Markup, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain("العمري", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Make.CitizenId(1), page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shown_number_hides_itself()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var id = await RegisterAsync(1);
        var page = Browser.Render<BeneficiaryPage>(p => p.Add(x => x.Id, id));
        page.WaitForElement("dl", Patience);
        Assert.DoesNotContain(Make.CitizenId(1), page.Markup, StringComparison.Ordinal);
        await page.FindComponent<RevealId>().Find("button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains(Make.CitizenId(1), page.Markup, StringComparison.Ordinal), Patience);

        Clock.Advance(RevealId.Shown);

        page.WaitForAssertion(() => Assert.DoesNotContain(Make.CitizenId(1), page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_sensitive_category_has_no_label_on_the_file()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var id = await RegisterAsync(1, categories: ["Orphans", "UnknownParentage"]);
        var page = Browser.Render<BeneficiaryPage>(p => p.Add(x => x.Id, id));
        page.WaitForElement("dl", Patience);
        Assert.Contains("أيتام", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("ظروف خاصة", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_others_is_refused_at_the_page()
    {
        await SignInAsync(StaffRole.LiaisonOfficer);
        var id = await RegisterAsync(1);
        await Assert.ThrowsAsync<AccessDenied>(() => Browser.Render<BeneficiaryPage>(p => p.Add(x => x.Id, id)).InvokeAsync(() => { }));
    }

    [Fact]
    public async Task C5_A_stale_save_keeps_what_was_typed_and_saves_after_the_review()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var id = await RegisterAsync(1);
        var page = Browser.Render<EditBeneficiaryPage>(p => p.Add(x => x.Id, id));
        page.WaitForElement("form", Patience);
        await Field(page, nameof(BeneficiaryForm.City)).ChangeAsync(new() { Value = "العلا" });
        await ChangeBesideAsync(id, f => f with { District = "القبلتين" });

        await page.Find("form").SubmitAsync();
        page.WaitForElement(".banner-warn", Patience);
        Assert.Equal("العلا", Field(page, nameof(BeneficiaryForm.City)).GetAttribute("value"));
        Assert.Contains("الحي", page.Find(".banner-warn").TextContent, StringComparison.Ordinal);

        await page.Find(".banner-warn button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("القبلتين", page.Markup, StringComparison.Ordinal), Patience);
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.EndsWith(BeneficiaryLinks.Open(id), Address, StringComparison.Ordinal), Patience);
        Assert.Equal("العلا", await ReadAsync(db => db.Beneficiaries.Select(b => b.Address.City).SingleAsync(Cancel)));
    }

    [Theory]
    [InlineData("/requests/new?visit=1", "/requests/new?visit=1&beneficiary=")]
    [InlineData("https://evil.example/", "/beneficiaries/")]
    [InlineData("//evil.example/", "/beneficiaries/")]
    public async Task B40_After_saving_it_goes_on_inside_this_house_only(string next, string expected)
    {
        await SignInAsync(StaffRole.FrontDesk);
        Browser.Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo($"/beneficiaries/new?next={Uri.EscapeDataString(next)}");
        var page = Browser.Render<NewBeneficiaryPage>();
        var fields = page.FindComponent<BeneficiaryFields>();
        Fill(fields.Instance.Form, Make.Person());
        fields.Render();

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.StartsWith("http://localhost" + expected, Address, StringComparison.Ordinal), Patience);
        Assert.Equal(1, await ReadAsync(db => db.Beneficiaries.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Typing_finds_and_a_whole_number_nobody_has_may_be_added()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var id = await RegisterAsync(1);
        var page = Browser.Render<BeneficiariesPage>();

        await page.Find("[role=combobox]").ChangeAsync(new() { Value = "نوره" });
        page.WaitForAssertion(() => Assert.Equal(BeneficiaryLinks.Open(id), page.Find("[role=option]").GetAttribute("href")), Patience);

        await page.Find("[role=combobox]").ChangeAsync(new() { Value = Make.CitizenId(7) });
        page.WaitForAssertion(() => Assert.Contains(Words.Of<BeneficiariesText>("find.addwithid"), page.Find(".finder").TextContent, StringComparison.Ordinal), Patience);
        await page.Find(".finder .btn").ClickAsync(new());
        Assert.EndsWith(BeneficiaryLinks.New, Address, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<EditBeneficiaryPage> page, string field) =>
        page.FindComponents<Mabarra.CaseManager.Ui.TextField>().Single(f => f.Instance.Field == field).Find("input");

    private static void Fill(BeneficiaryForm form, BeneficiaryForm from)
    {
        foreach (var property in typeof(BeneficiaryForm).GetProperties().Where(p => p.CanWrite))
            property.SetValue(form, property.GetValue(from));
    }

    private Task<Guid> RegisterAsync(int n, string name = "نورة سعد فهد العمري", string[]? categories = null) =>
        The<BeneficiaryService>().RegisterAsync(By(StaffRole.FrontDesk), Guid.CreateVersion7(), Make.Person(n, name, categories ?? ["Widows"]), Cancel);

    private async Task ChangeBesideAsync(Guid id, Func<BeneficiaryForm, BeneficiaryForm> change)
    {
        var now = (await The<BeneficiaryQueries>().EditAsync(By(StaffRole.FrontDesk), id, Cancel))!;
        await The<BeneficiaryService>().ChangeAsync(By(StaffRole.FrontDesk), id, now.Version, change(now.Form), Cancel);
    }
}
