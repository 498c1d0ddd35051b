using Bunit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Beneficiaries.Components;
using Mabarra.CaseManager.Beneficiaries.Pages;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Beneficiaries;

/// <summary>The parts of a file on its page, edited in place.</summary>
public sealed class RegistryPagesTests : PageHouse
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task An_income_is_added_in_place_and_the_income_per_head_follows()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var id = await RegisterAsync();
        var panel = Browser.Render<FamilyPanel>(p => p.Add(x => x.BeneficiaryId, id).Add(x => x.MayEdit, true));
        panel.WaitForElement("#income-first-add", Patience);

        await panel.Find("#income-first-add").ClickAsync(new());
        await panel.Find("form").SubmitAsync();
        panel.WaitForAssertion(() => Assert.Contains(Words.Of<RegistryText>("registry.choice.missing"), panel.Markup, StringComparison.Ordinal), Patience);
        await panel.Find("#income-first").ChangeAsync(new() { Value = "1" });
        await panel.FindComponent<Mabarra.CaseManager.Ui.MoneyField>().Find("input").ChangeAsync(new() { Value = "١٢٠٠" });
        await panel.Find("form").SubmitAsync();

        panel.WaitForAssertion(() => Assert.Empty(panel.FindAll("form")), Patience);
        Assert.Contains("1,200.00", panel.Find("dl").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await ReadAsync(db => db.IncomeSources.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Who_may_not_edit_sees_rows_and_no_buttons()
    {
        await SignInAsync(StaffRole.SeniorManagement);
        var id = await RegisterAsync();
        await The<MeansService>().AddIncomeAsync(By(StaffRole.FrontDesk), Guid.CreateVersion7(), id, new IncomeForm { Kind = IncomeKind.Salary, MonthlyAmount = Money.Of(10) }, Cancel);
        var page = Browser.Render<FamilyPanel>(p => p.Add(x => x.BeneficiaryId, id));
        page.WaitForElement("dl", Patience);
        Assert.Contains(Words.Of<RegistryText>("income.Salary"), page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task The_sensitive_tab_is_not_there_for_the_desk_and_says_nothing_before_it_is_opened()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var id = await RegisterAsync();
        var officer = ByLiaison("Widows");
        await The<SensitivityService>().RaiseAsync(officer, Guid.CreateVersion7(), id, new FlagForm { Kind = SensitivityKind.ProtectedAddress, Note = "سري جدًا" }, Cancel);
        var page = Browser.Render<BeneficiaryPage>(p => p.Add(x => x.Id, id));
        page.WaitForElement("dl", Patience);
        Assert.DoesNotContain(Words.Of<RegistryText>("sensitive.tab"), page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("سري جدًا", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Senior_management_gives_a_reason_before_sensitive_data_is_shown()
    {
        await SignInAsync(StaffRole.SeniorManagement);
        var id = await RegisterAsync();
        await The<SensitivityService>().RaiseAsync(ByLiaison("Widows"), Guid.CreateVersion7(), id, new FlagForm { Kind = SensitivityKind.Health, Note = "سري جدًا" }, Cancel);
        var panel = Browser.Render<SensitivePanel>(p => p.Add(x => x.BeneficiaryId, id).Add(x => x.NeedsReason, true));

        await panel.Find("form").SubmitAsync();
        panel.WaitForAssertion(() => Assert.Contains(Words.Of<RegistryText>("registry.sensitive.reason"), panel.Markup, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain("سري جدًا", panel.Markup, StringComparison.Ordinal);
        await panel.Find("input").ChangeAsync(new() { Value = "تظلم رقم 3" });
        await panel.Find("form").SubmitAsync();

        panel.WaitForAssertion(() => Assert.Contains("سري جدًا", panel.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Data_older_than_a_year_is_confirmed_with_one_button()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var id = await RegisterAsync();
        Clock.Advance(TimeSpan.FromDays(400));
        var page = Browser.Render<BeneficiaryPage>(p => p.Add(x => x.Id, id));
        page.WaitForElement(".banner-warn button", Patience);

        await page.Find(".banner-warn button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".banner-warn")), Patience);
        Assert.Equal(Clock.Today, await ReadAsync(db => db.Beneficiaries.Select(b => b.DataReviewedOn).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task A_similar_person_is_told_while_the_new_form_is_filled_and_blocks_nothing()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var id = await RegisterAsync();
        var page = Browser.Render<NewBeneficiaryPage>();
        var fields = page.FindComponent<BeneficiaryFields>();
        foreach (var property in typeof(BeneficiaryForm).GetProperties().Where(p => p.CanWrite))
            property.SetValue(fields.Instance.Form, property.GetValue(Make.Person(2, "نوره سعد فهد العمري")));
        fields.Render();
        page.WaitForAssertion(() => Assert.Contains(Words.Of<RegistryText>("twin.Name"), page.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(BeneficiaryLinks.Open(id), page.Find(".banner a").GetAttribute("href"));

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.NotEqual("http://localhost/", Address), Patience);
        Assert.Equal(2, await ReadAsync(db => db.Beneficiaries.CountAsync(Cancel)));
    }

    private Task<Guid> RegisterAsync() => The<BeneficiaryService>().RegisterAsync(By(StaffRole.FrontDesk), Guid.CreateVersion7(), Make.Person(), Cancel);
}
