using System.Collections.Concurrent;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd.EveryPage;

/// <summary>The running app with something in it, and one signed-in page for each account, in one language.</summary>
internal sealed class PageWorld(Browser browser, RunningApp app, RunningApp unset, string language)
{
    private readonly Dictionary<string, IPage> pages = new(StringComparer.Ordinal);

    /// <summary>What browsers' consoles said, with the page's address.</summary>
    public ConcurrentQueue<string> Console { get; } = new();

    /// <summary>An account of this language's own, for what an account does once.</summary>
    public string Own => Arabic ? "committee" : "desk.liaison";

    public bool Arabic => string.Equals(language, "ar", StringComparison.Ordinal);

    public string Language => language;

    public required Guid Beneficiary { get; init; }

    public required Guid Complete { get; init; }

    public required Guid Begun { get; init; }

    /// <summary>A page where this account is signed in, or nobody.</summary>
    public async Task<IPage> AsAsync(string? account)
    {
        if (pages.TryGetValue(account ?? "", out var open))
            return open;
        var page = await FreshAsync(app);
        if (account is not null)
            await Browser.SignInAsync(page, account);
        return pages[account ?? ""] = page;
    }

    /// <summary>A page at the app that was never set up.</summary>
    public Task<IPage> UnsetAsync() => FreshAsync(unset);

    public Task<IPage> FreshAsync() => FreshAsync(app);

    private async Task<IPage> FreshAsync(RunningApp at)
    {
        var page = await browser.NewPageAsync(at, language: language);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.AddInitScriptAsync(PageLook.Script);
        page.PageError += (_, error) => Console.Enqueue($"{page.Url} {error}");
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
                Console.Enqueue($"{page.Url} {message.Text} {message.Location}");
        };
        return page;
    }

    /// <summary>Everybody with an account on the roster, and the charter in force: so that somebody owes a signature.</summary>
    private static async Task PublishAsync(Browser browser, RunningApp app)
    {
        var page = await browser.NewPageAsync(app);
        await Browser.SignInAsync(page, "hr");
        await page.GotoAsync("/library/staff");
        await page.GetByText("إضافة أصحاب الحسابات").ClickAsync();
        await page.Locator(".banner-good").WaitForAsync();
        await page.GotoAsync("/library");
        await page.Locator(".shelf-item a.btn-small").Last.ClickAsync();
        await page.GetByText("إصدار جديد").ClickAsync();
        await page.GetByText("إضافة بند").ClickAsync();
        await page.GetByLabel("رمز البند").FillAsync("ميثاق-١");
        await page.GetByLabel("النص", new() { Exact = false }).First.FillAsync("الصدق والأمانة في كل تعامل.");
        await page.Locator(".receive button[type=submit]").ClickAsync();
        await page.Locator(".draft-line").WaitForAsync();
        await page.GetByLabel("رقم محضر مجلس الإدارة").FillAsync("14/1448");
        var days = page.Locator("form.form select");
        await days.Nth(0).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await days.Nth(1).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await days.Nth(2).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("form.form button.btn-primary").First.ClickAsync();
        await page.Locator(".banner-good").WaitForAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>A beneficiary, a request that is complete, one just begun, and somebody at the desk with a question.</summary>
    public static async Task<(Guid Beneficiary, Guid Complete, Guid Begun)> FillAsync(Browser browser, RunningApp app)
    {
        var page = await browser.NewPageAsync(app);
        await Browser.SignInAsync(page, "reception");
        var desk = new DeskPages(page);
        await desk.RegisterAsync("1099000018");
        var beneficiary = Guid.Parse(System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)["beneficiary"]!);
        await desk.OpenRequestAsync();
        var complete = Guid.Parse(new Uri(page.Url).Segments[^1]);
        await desk.HandOverSheetAsync();
        await desk.ReceiveAllAsync();
        await desk.SignAsync();
        await desk.AgreeAsync();
        await desk.CompleteAsync();
        await page.Locator(".due-day").WaitForAsync();
        await page.GotoAsync($"/requests/new?beneficiary={beneficiary}");
        await page.GetByText("ما الخدمة المطلوبة؟").WaitForAsync();
        await desk.OpenRequestAsync();
        var begun = Guid.Parse(new Uri(page.Url).Segments[^1]);
        await page.GotoAsync("/reception");
        await page.GetByLabel("اسم الزائر").First.FillAsync("سلمى خالد المطيري");
        await page.GetByLabel("السؤال").First.FillAsync("متى تُصرف السلة الغذائية لهذا الشهر؟");
        await desk.SaveAsync();
        await page.Locator(".visit").First.WaitForAsync();
        await page.Context.CloseAsync();
        await PublishAsync(browser, app);
        await CloseAsync(browser, app);
        return (beneficiary, complete, begun);
    }

    /// <summary>Types an exceptional closure on a day of this month (November 2026) and asks what it would move.</summary>
    public static async Task ForeseeClosureAsync(IPage page, string day)
    {
        await page.Locator(".page-actions button").First.ClickAsync();
        var picker = page.Locator("form.form .date-picker").First.Locator("select");
        await picker.Nth(0).SelectOptionAsync(new SelectOptionValue { Value = day });
        await picker.Nth(1).SelectOptionAsync(new SelectOptionValue { Value = "11" });
        await picker.Nth(2).SelectOptionAsync(new SelectOptionValue { Value = "2026" });
        await page.Locator("form.form input[type=text].input, form.form input.input:not([type])").First.FillAsync("إغلاق استثنائي");
        await page.Locator("form.form button[type=submit]").ClickAsync();
    }

    /// <summary>A closed day moves the due date, so that somebody has to be told.</summary>
    private static async Task CloseAsync(Browser browser, RunningApp app)
    {
        var page = await browser.NewPageAsync(app);
        await Browser.SignInAsync(page, "manager", "/holidays");
        await page.Locator("tbody tr").First.WaitForAsync();
        await ForeseeClosureAsync(page, "24");
        await page.Locator(".preview ~ .form-actions .btn-primary, .preview .btn-primary").First.ClickAsync();
        await page.Locator(".banner-good").First.WaitForAsync();
        await page.Context.CloseAsync();
    }
}
