using Mabarra.CaseManager.Tests.Support;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>What a clerk does at the desk, in the words she reads there.</summary>
internal sealed class DeskPages(IPage page)
{
    /// <summary>Adds a beneficiary on the way to a new request for her.</summary>
    public async Task RegisterAsync(string idNumber, string category = "أرامل", string firstName = "نورة")
    {
        await page.GotoAsync("/beneficiaries/new?next=%2Frequests%2Fnew");
        await FillAsync("الاسم الأول", firstName);
        await FillAsync("اسم الأب", "سعد");
        await FillAsync("اسم الجد", "فهد");
        await FillAsync("اسم العائلة", "العمري");
        await FillAsync("رقم الهوية", idNumber);
        await ChooseAsync("اليوم", "15");
        await ChooseAsync("الشهر", "7");
        await ChooseAsync("السنة", "1405");
        await page.GetByLabel("أنثى").CheckAsync();
        await FillAsync("الجوال", "٠٥٠٠٠٠٠١٠١");
        await page.GetByLabel(category).CheckAsync();
        await FillAsync("المدينة", "الرياض");
        await FillAsync("الحي", "النسيم");
        await SaveAsync();
        // The address changes before the page does.
        await page.GetByText("ما الخدمة المطلوبة؟").WaitForAsync();
    }

    public async Task OpenRequestAsync(string service = "مساعدة غذائية (سلة)")
    {
        await page.Locator("select.input").First.SelectOptionAsync(new SelectOptionValue { Label = service });
        await page.Locator("textarea").FillAsync("سلة غذائية لأسرة من خمسة أفراد");
        await SaveAsync();
        await page.WaitForURLAsync(url => Guid.TryParse(new Uri(url).Segments[^1], out _), Browser.AtOnce);
        await page.Locator(".checklist-item").First.WaitForAsync();
    }

    public async Task HandOverSheetAsync()
    {
        // The sheet opens beside, as a paper to print.
        var sheet = await page.Context.RunAndWaitForPageAsync(() => page.GetByText("طباعة الكشف وتسليمه").ClickAsync());
        await page.GetByText("سُلّم", new() { Exact = true }).WaitForAsync();
        await sheet.CloseAsync();
    }

    /// <summary>Every paper one after the other: the next one's form opens by itself.</summary>
    public async Task ReceiveAllAsync()
    {
        var buttons = page.Locator(".checklist-acts button", new() { HasText = "استلام" });
        var missing = await buttons.CountAsync();
        await buttons.First.ClickAsync();
        var open = page.Locator(".checklist-item:has(form.receive)");
        for (var paper = 1; paper <= missing; paper++)
        {
            await open.WaitForAsync();
            var id = await open.GetAttributeAsync("id");
            await page.Locator($"#{id} form.receive input.input").First.FillAsync($"10980{paper:00}");
            await page.Locator($"#{id} form.receive button[type=submit]").ClickAsync();
            await page.Locator($"#{id} form.receive").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }

        // The focus goes to the declaration, and the page scrolls there.
        await page.Locator("#Declaration :focus").WaitForAsync();
    }

    public async Task SignAsync()
    {
        await DrawAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "حفظ التوقيع" }).ClickAsync();
        await page.GetByText("وُقّع الإقرار").WaitForAsync();
    }

    /// <summary>Strokes on the pad, not saved.</summary>
    public async Task DrawAsync(int strokes = 1)
    {
        var pad = page.Locator("canvas").First;
        // Waits until it has stopped moving.
        await pad.HoverAsync();
        for (var stroke = 0; stroke < strokes; stroke++)
        {
            var box = (await pad.BoundingBoxAsync())!;
            var top = box.Y + 40 + (stroke * 45);
            await page.Mouse.MoveAsync(box.X + 40, top);
            await page.Mouse.DownAsync();
            for (var i = 0; i < 15; i++)
                await page.Mouse.MoveAsync(box.X + 40 + (i * 12), top + (i % 2 * 25));
            await page.Mouse.UpAsync();
        }
    }

    public async Task AgreeAsync()
    {
        await page.GetByLabel("أوضحت ذلك للمستفيد").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "حفظ الوسيلة" }).ClickAsync();
        await page.GetByText("أُوضح للمستفيد واتُّفق على الوسيلة").WaitForAsync();
    }

    public Task CompleteAsync() => page.GetByRole(AriaRole.Button, new() { Name = "تأكيد الاكتمال" }).ClickAsync();

    /// <summary>The paper as it was issued, through the very link the clerk presses.</summary>
    public async Task<byte[]> PrintAsync(string link)
    {
        var href = await page.GetByText(link).First.GetAttributeAsync("href");
        var response = await page.Context.APIRequest.GetAsync(new Uri(new Uri(page.Url), href).ToString());
        Assert.Equal(200, response.Status);
        return await response.BodyAsync();
    }

    /// <summary>Somebody with a file arrives, is found, received, and her request begins.</summary>
    public async Task ArriveAsync(string name)
    {
        await page.GotoAsync("/reception");
        await page.Locator("#arrival-finder").PressSequentiallyAsync(name);
        await page.Locator(".finder-hit").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "تسجيل الوصول" }).ClickAsync();
        var card = Card(name);
        var serve = card.GetByRole(AriaRole.Button, new() { Name = $"استقبال {name}" });
        await serve.ClickAsync();
        await serve.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await card.Locator("a", new() { HasText = "طلب جديد" }).ClickAsync();
        await page.GetByText("ما الخدمة المطلوبة؟").WaitForAsync();
        await OpenRequestAsync();
        await HandOverSheetAsync();
    }

    /// <summary>She goes; what she asked was answered.</summary>
    public async Task CloseVisitAsync(string name, string? answer = null)
    {
        await page.GotoAsync("/reception");
        await Card(name).GetByRole(AriaRole.Button, new() { Name = $"إنهاء زيارة {name}" }).ClickAsync();
        var form = Card(name).Locator("form");
        if (answer is not null)
        {
            await form.GetByLabel("الجواب", new() { Exact = false }).First.FillAsync(answer);
            await form.GetByLabel("مصدر الجواب").FillAsync("دليل الخدمات");
        }

        await form.GetByRole(AriaRole.Button, new() { Name = "حفظ وإنهاء" }).ClickAsync();
        await page.GetByText($"انتهت زيارة {name}").First.WaitForAsync();
    }

    /// <summary>Somebody's card among those who are here.</summary>
    public ILocator Card(string name) => page.Locator("article.visit", new() { HasText = name }).First;

    public Task SaveAsync() => page.Locator("form.form button[type=submit]").First.ClickAsync();

    private Task FillAsync(string label, string value) => page.GetByLabel(label).First.FillAsync(value);

    private async Task ChooseAsync(string label, string value) => await page.GetByLabel(label, new() { Exact = true }).First.SelectOptionAsync(new SelectOptionValue { Value = value });
}
