using Bunit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Components;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Faults;

/// <summary>What a person sees of a save the database refused: words, and everything still there.</summary>
public sealed class StoragePageTests : PageHouse
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly NarrowDisk disk = new();

    protected override void AddTo(IServiceCollection collection) => collection.AddSingleton<IContextOptions>(disk);

    protected override async Task SetUpAsync()
    {
        await base.SetUpAsync();
        Browser.Services.AddSingleton<IContextOptions>(disk);
    }

    [Fact]
    public async Task F3_A_form_keeps_what_was_typed_its_draft_is_kept_as_soon_as_it_can_be_and_the_same_press_saves_later()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var page = Browser.Render<ArrivalForm>();
        disk.Lock();
        await page.Find("input[maxlength='200']").ChangeAsync(new() { Value = "سلمى خالد المطيري" });
        await page.Find("textarea").ChangeAsync(new() { Value = "متى تُصرف السلة؟" });
        Clock.Advance(DraftKeeper<ArrivalDraft>.Pause);
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains(Words.Of<KernelText>("kernel.storage.readonly"), page.Find("[data-form-message]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("متى تُصرف السلة؟", page.Find("textarea").GetAttribute("value"));
        Assert.Empty(await The<VisitQueries>().OpenAsync(By(StaffRole.FrontDesk), Cancel));

        disk.Mend();
        Clock.Advance(DraftKeeper<ArrivalDraft>.Retry);
        var drafts = Browser.Services.GetRequiredService<IDrafts>();
        page.WaitForAssertion(() => Assert.Contains("السلة", System.Text.RegularExpressions.Regex.Unescape(drafts.LoadAsync("intake/visit/new").GetAwaiter().GetResult() ?? ""), StringComparison.Ordinal), Patience);
        await page.Find("form").SubmitAsync();
        page.WaitForElement(".banner-good", Patience);
        Assert.Single(await The<VisitQueries>().OpenAsync(By(StaffRole.FrontDesk), Cancel));
        Assert.Null(await drafts.LoadAsync("intake/visit/new"));
    }

    [Fact]
    public async Task F3_A_button_without_a_form_tells_it_over_the_page_which_stays()
    {
        await SignInAsync(StaffRole.FrontDesk);
        var snackbar = Browser.Services.GetRequiredService<MudBlazor.ISnackbar>();
        disk.Lock();
        var button = Browser.Render<ActButton>(p => p.Add(b => b.OnAct, () => The<VisitService>().ArriveAsync(By(StaffRole.FrontDesk), Guid.NewGuid(), new NewVisit { VisitorName = "هند" }, Cancel)));

        await button.Find("button").ClickAsync(new());

        Assert.Contains(Words.Of<KernelText>("kernel.storage.readonly"), Assert.Single(snackbar.ShownSnackbars).Message?.ToString(), StringComparison.Ordinal);
    }
}
