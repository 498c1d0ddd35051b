using Mabarra.CaseManager.Tests.Support;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>A morning at the desk, five visits one after another, each ending another way; and what stands in the books at noon.</summary>
public sealed class MorningJourneyTests(DevelopmentApp development) : IClassFixture<DevelopmentApp>
{
    private const string Volunteer = "منى إبراهيم السالم";

    [Fact]
    public async Task Five_visits_of_a_morning_end_as_they_should_and_nobody_is_left_at_the_desk()
    {
        Poppler.Require();
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync(development.App);
        await Browser.SignInAsync(page, "reception");
        var desk = new DeskPages(page);
        string[] women = ["سارة", "هند", "ريم", "لطيفة"];
        foreach (var (first, number) in women.Select((w, i) => (w, i)))
            await desk.RegisterAsync(Make.NationalIdOf(95_000 + number), "كبار السن", first);
        string[] names = [.. women.Select(w => $"{w} سعد فهد العمري")];

        await LeavesIncompleteAsync(page, desk, names[0]);
        var revoked = await IsCompletedAsync(page, desk, names[1]);
        await SignsThePolicyAsync(browser);
        await VolunteerReceivesAsync(page, desk);
        await SignsByThumbprintAsync(page, desk, names[2]);
        await TakesTheSlipAsync(page, desk, names[3]);
        await RevokeAsync(browser, revoked);

        await page.GotoAsync("/reception");
        await page.GetByText("لا أحد ينتظر الآن").First.WaitForAsync();
        Assert.Equal("Incomplete,Incomplete,Complete,Complete", await AskAsync("""SELECT group_concat("Status") FROM (SELECT "Status" FROM "ServiceRequests" ORDER BY "Serial")"""));
        Assert.Equal("0,1,0,0", await AskAsync("""SELECT group_concat("RevokedCount") FROM (SELECT "RevokedCount" FROM "ServiceRequests" ORDER BY "Serial")"""));
        Assert.Equal("Pad,Thumbprint,Pad", await AskAsync("""SELECT group_concat("Declaration_Method") FROM (SELECT "Declaration_Method" FROM "ServiceRequests" WHERE "Declaration_Method" IS NOT NULL ORDER BY "Serial")"""));
        Assert.Equal("5", await AskAsync("""SELECT count(*) FROM "Visits" WHERE "EndedAt" IS NOT NULL"""));
        Assert.Equal("1", await AskAsync("""SELECT count(*) FROM "Visits" WHERE "SupervisorId" IS NOT NULL AND "AnswerSource" IS NOT NULL"""));
    }

    /// <summary>The papers are not there: she leaves with what is missing on paper, and no promise of a day.</summary>
    private static async Task LeavesIncompleteAsync(IPage page, DeskPages desk, string name)
    {
        await desk.ArriveAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "يغادر المستفيد والطلب ناقص" }).ClickAsync();
        // Asked beside the file, not over it.
        Assert.Equal(0, await page.Locator(".mud-dialog, dialog[open]").CountAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "تسجيل ناقص" }).ClickAsync();
        await page.Locator("#prints .btn-primary").WaitForAsync();
        Assert.Equal(0, await page.Locator(".due-day").CountAsync());
        await desk.CloseVisitAsync(name);
    }

    private static async Task<string> IsCompletedAsync(IPage page, DeskPages desk, string name)
    {
        await desk.ArriveAsync(name);
        await desk.ReceiveAllAsync();
        await desk.SignAsync();
        await desk.AgreeAsync();
        await desk.CompleteAsync();
        await page.Locator(".due-day").WaitForAsync();
        var address = page.Url;
        await desk.CloseVisitAsync(name);
        return address;
    }

    /// <summary>أ-٦: management notes that the volunteer has signed the volunteering policy; without it nobody receives anybody.</summary>
    private async Task SignsThePolicyAsync(Browser browser)
    {
        var page = await browser.NewPageAsync(development.App);
        await Browser.SignInAsync(page, "manager");
        await page.GotoAsync("/channels");
        await page.GetByLabel("المتطوعون الموقّعون على سياسة التطوع").Last.FillAsync("أمل سالم الدوسري");
        await page.GetByRole(AriaRole.Button, new() { Name = "حفظ القائمة" }).ClickAsync();
        await page.GetByText("حُفظ").First.WaitForAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>A visitor without a file, received by a volunteer for whom an employee answers; her question leaves the house answered.</summary>
    private static async Task VolunteerReceivesAsync(IPage page, DeskPages desk)
    {
        await page.GotoAsync("/reception");
        await page.GetByLabel("اسم الزائر").First.FillAsync(Volunteer);
        await page.GetByLabel("السؤال").First.FillAsync("هل يُقبل التسجيل في كسوة الشتاء؟");
        await page.GetByLabel("استقبل الزائرَ متطوع").CheckAsync();
        await page.GetByLabel("اسم المتطوع").FillAsync("أمل سالم الدوسري");
        await page.GetByLabel("الموظف المشرف").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "تسجيل الوصول" }).ClickAsync();
        await desk.Card(Volunteer).GetByText("المتطوع أمل سالم الدوسري بإشراف").WaitForAsync();
        await desk.CloseVisitAsync(Volunteer, "نعم، من أول الشهر القادم.");
    }

    /// <summary>She cannot write: her thumbprint on paper, a witness beside her.</summary>
    private static async Task SignsByThumbprintAsync(IPage page, DeskPages desk, string name)
    {
        await desk.ArriveAsync(name);
        await desk.ReceiveAllAsync();
        await page.GetByLabel("بصمة بحضور شاهد").CheckAsync();
        var panel = page.Locator("#Declaration");
        await panel.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "thumb.png", MimeType = "image/png", Buffer = Make.Signature() });
        await panel.GetByText("تم الرفع").WaitForAsync();
        await panel.GetByLabel("اسم الشاهد").FillAsync("عائشة محمد الغامدي");
        await page.GetByRole(AriaRole.Button, new() { Name = "حفظ التوقيع" }).ClickAsync();
        await panel.GetByText("عائشة محمد الغامدي").WaitForAsync();
        await desk.AgreeAsync();
        await desk.CompleteAsync();
        await page.Locator(".due-day").WaitForAsync();
        await desk.CloseVisitAsync(name);
    }

    private static async Task TakesTheSlipAsync(IPage page, DeskPages desk, string name)
    {
        await desk.ArriveAsync(name);
        await desk.ReceiveAllAsync();
        await desk.SignAsync();
        await desk.AgreeAsync();
        await desk.CompleteAsync();
        var due = await page.Locator(".due-day").InnerTextAsync();
        var slip = PdfReading.Plain(Poppler.Text(await desk.PrintAsync("طباعة إشعار الاستلام")));
        Assert.Contains(System.Text.RegularExpressions.Regex.Match(due, "[0-9]{1,2} [^ ]+ 20[0-9]{2}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value, slip, StringComparison.Ordinal);
        await desk.CloseVisitAsync(name);
    }

    /// <summary>A paper proved wrong: the supervisor takes completeness back, and the promise of a day with it.</summary>
    private async Task RevokeAsync(Browser browser, string address)
    {
        var page = await browser.NewPageAsync(development.App);
        await Browser.SignInAsync(page, "manager", new Uri(address).AbsolutePath);
        await page.GetByRole(AriaRole.Button, new() { Name = "إلغاء الاكتمال" }).ClickAsync();
        var form = page.Locator(".gate-acts form");
        await form.Locator("input[type=checkbox]").First.CheckAsync();
        await form.Locator("select").First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await form.GetByLabel("توضيح").FillAsync("الشهادة منتهية من الشهر الماضي");
        await form.Locator("button[type=submit]").ClickAsync();
        await page.Locator(".due-day").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Context.CloseAsync();
    }

    private Task<string?> AskAsync(string sql) => KeptDrafts.ReadAsync(development.App, sql);
}
