using ClosedXML.Excel;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>A charter is published; three people read, answer and sign on telephones, one of them after a failed try; one is exempted; the coverage moves by itself and its workbook is read back.</summary>
public sealed class PolicyJourneyTests(DevelopmentApp development) : IClassFixture<DevelopmentApp>
{
    [Fact]
    public async Task Published_signed_on_telephones_exempted_counted_live_and_read_back_from_the_workbook()
    {
        await using var browser = await Browser.StartAsync();
        var hr = await SignedInAsync(browser, "hr");
        await PublishAsync(hr);
        var coverage = await hr.Context.NewPageAsync();
        await coverage.GotoAsync("/library/coverage?state=all");
        await coverage.GetByText("وقّع 0 من").WaitForAsync();
        await Task.WhenAll(SignAsync(browser, "reception", fails: true), SignAsync(browser, "liaison"), SignAsync(browser, "committee"));
        await coverage.GetByText("وقّع 3 من").WaitForAsync();
        await ExemptAsync(browser, hr);
        await coverage.GetByText("مستثنى واحد").WaitForAsync();
        await ReadBackAsync(coverage);
    }

    private static async Task<IPage> SignedInAsync(Browser browser, string user, DevelopmentApp app, int width = 1366, int height = 768)
    {
        var page = await browser.NewPageAsync(app.App, width, height);
        await Browser.SignInAsync(page, user);
        return page;
    }

    private Task<IPage> SignedInAsync(Browser browser, string user) => SignedInAsync(browser, user, development);

    private static async Task PublishAsync(IPage hr)
    {
        await hr.GotoAsync("/library/staff");
        await hr.GetByText("إضافة أصحاب الحسابات").ClickAsync();
        await hr.Locator(".banner-good").WaitForAsync();
        await hr.GotoAsync("/library");
        await hr.Locator(".shelf-item a.btn-small").Last.ClickAsync();
        await hr.GetByText("إصدار جديد").ClickAsync();
        await hr.GetByText("إضافة بند").ClickAsync();
        await hr.GetByLabel("رمز البند").FillAsync("ميثاق-١");
        await hr.GetByLabel("النص", new() { Exact = false }).First.FillAsync("الصدق والأمانة في كل تعامل.");
        await hr.Locator(".receive button[type=submit]").ClickAsync();
        await hr.Locator(".draft-line").WaitForAsync();
        await hr.GetByLabel("رقم محضر مجلس الإدارة").FillAsync("14/1448");
        var days = hr.Locator("form.form select");
        for (var i = 0; i < 3; i++)
            await days.Nth(i).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await hr.Locator("form.form button.btn-primary").First.ClickAsync();
        await hr.Locator(".banner-good").WaitForAsync();
        await hr.GotoAsync("/library");
        await hr.Locator(".shelf-item a.btn-small").Last.ClickAsync();
        await hr.GetByText("أسئلة الإلمام").ClickAsync();
        await hr.GetByText("إضافة سؤال").First.ClickAsync();
        await hr.GetByLabel("السؤال").First.FillAsync("بمَ يلتزم العامل؟");
        await hr.GetByLabel("الإجابة الصحيحة").FillAsync("الصدق والأمانة");
        await hr.GetByLabel("إجابة أخرى").First.FillAsync("السرعة وحدها");
        await hr.Locator("form.form button.btn-primary").ClickAsync();
        await hr.Locator(".checklist-item").WaitForAsync();
    }

    private async Task SignAsync(Browser browser, string user, bool fails = false)
    {
        var phone = await SignedInAsync(browser, user, development, 390, 844);
        await phone.Locator(".banner a[href='/library/mine']").ClickAsync();
        await phone.Locator(".shelf-item a.btn-primary").ClickAsync();
        await phone.Locator("[data-reading-end]").ScrollIntoViewIfNeededAsync();
        // The shortest reading is twenty seconds, whoever reads.
        await phone.Locator(".sign-foot button:not([disabled])").ClickAsync(new() { Timeout = 60_000 });
        if (fails)
        {
            await phone.GetByLabel("السرعة وحدها").CheckAsync();
            await NextAsync(phone);
            await phone.GetByText("أصبت 0 من 1، والمطلوب 1").WaitForAsync();
        }
        await phone.GetByLabel("الصدق والأمانة").CheckAsync();
        await NextAsync(phone);
        var box = (await phone.Locator("canvas").BoundingBoxAsync())!;
        await phone.Mouse.MoveAsync(box.X + 60, box.Y + 50);
        await phone.Mouse.DownAsync();
        await phone.Mouse.MoveAsync(box.X + 200, box.Y + 90, new() { Steps = 8 });
        await phone.Mouse.UpAsync();
        await NextAsync(phone);
        await phone.Locator(".banner-good a", new() { HasText = "شهادة" }).WaitForAsync();
        await phone.Context.CloseAsync();
    }

    private static Task NextAsync(IPage phone) => phone.Locator("form.form button.btn-primary[type=submit]").ClickAsync();

    private async Task ExemptAsync(Browser browser, IPage hr)
    {
        await hr.GotoAsync("/library/coverage?state=open&q=" + Uri.EscapeDataString("ماجد"));
        await hr.Locator("tbody a", new() { HasText = "ماجد" }).ClickAsync();
        await hr.GetByLabel("مرجع السياسة الخاصة").FillAsync("سياسة تقنية المعلومات 3/1447");
        await hr.GetByLabel("السبب").FillAsync("تحكمه سياسة خاصة");
        await hr.GetByText("طلب الاستثناء").Last.ClickAsync();
        await hr.Locator(".banner-good").WaitForAsync();
        var manager = await SignedInAsync(browser, "manager");
        await manager.GotoAsync("/library/coverage");
        await manager.GetByText("اعتماد", new() { Exact = true }).ClickAsync();
        await manager.GetByText("اعتمده").WaitForAsync();
        await manager.Context.CloseAsync();
    }

    private static async Task ReadBackAsync(IPage coverage)
    {
        var download = await coverage.RunAndWaitForDownloadAsync(() => coverage.GetByText("تصدير إلى إكسل").ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, TestContext.Current.CancellationToken);
        using var book = new XLWorkbook(whole);
        var sheet = book.Worksheet(1);
        Assert.True(sheet.RightToLeft);
        var status = sheet.RowsUsed().Skip(1).ToDictionary(r => r.Cell(1).GetString(), r => r.Cell(4).GetString(), StringComparer.Ordinal);
        Assert.Equal(["عبدالله بن محمد القحطاني", "فهد بن إبراهيم العتيبي", "نورة بنت سعد الحربي"], status.Where(s => s.Value == "موقّع").Select(s => s.Key).Order(StringComparer.Ordinal));
        Assert.Equal("مستثنى", status["ماجد بن ناصر الغامدي"]);
    }
}
