using System.Text.RegularExpressions;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.EndToEnd;

/// <summary>A beneficiary follows her request on a small telephone without script; at the desk what waits stands on the first page, and goes from it as it is done.</summary>
public sealed partial class TrackJourneyTests(DevelopmentApp development) : IClassFixture<DevelopmentApp>
{
    [Fact]
    public async Task She_sees_what_is_missing_on_her_telephone_and_the_clerks_first_page_follows_without_reload()
    {
        Poppler.Require();
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync(development.App);
        await Browser.SignInAsync(page, "reception");
        var desk = new DeskPages(page);
        await desk.RegisterAsync("1099000067");
        await desk.OpenRequestAsync();
        var request = page.Url;
        var number = NumberShape().Match(await page.Locator("h1").First.InnerTextAsync()).Value;

        // A second window of hers stays on the first page all the time.
        var home = await page.Context.NewPageAsync();
        await home.GotoAsync("/");
        var begun = home.Locator(".day-today .day-item", new() { HasText = number });
        await begun.WaitForAsync();
        await home.Locator(".nav-count").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "يغادر المستفيد والطلب ناقص" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "تسجيل ناقص" }).ClickAsync();
        await page.Locator("#prints .btn-primary").WaitForAsync();
        await home.Locator(".day-hers .day-item", new() { HasText = number }).WaitForAsync();
        await Assertions.Expect(begun).ToHaveCountAsync(0);
        await Assertions.Expect(home.Locator(".nav-count")).ToHaveCountAsync(0);

        Assert.Equal(request, page.Url);
        var paper = PdfReading.Plain(Poppler.Text(await desk.PrintAsync("طباعة إشعار النواقص")));
        var code = CodeShape().Match(paper).Value;

        var phone = await browser.NewPageAsync(development.App, 390, 844, script: false);
        await AskAsync(phone, number, code, "9999");
        await phone.GetByText("لم نجد طلبًا بهذه البيانات").WaitForAsync();
        // What she typed stays, but for what may have been wrong.
        await phone.Locator("#tail").FillAsync("٠١٠١");
        await phone.Locator("form[action='/track/check'] button").ClickAsync();
        await phone.GetByText("ينقصه مستندات").WaitForAsync();
        Assert.True(await phone.Locator(".track-missing li").CountAsync() > 1);
        Assert.DoesNotContain("العمري", await phone.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(390, await phone.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await phone.GetByText("إنهاء المتابعة على هذا الجهاز").ClickAsync();
        await phone.Locator("#code").WaitForAsync();
        Assert.Equal("", await phone.Locator("#code").InputValueAsync());
    }

    private static async Task AskAsync(IPage phone, string number, string code, string tail)
    {
        await phone.GotoAsync("/track");
        await phone.Locator("#number").FillAsync(number);
        await phone.Locator("#code").FillAsync(code.ToLowerInvariant());
        await phone.Locator("#tail").FillAsync(tail);
        await phone.Locator("form[action='/track/check'] button").ClickAsync();
    }

    [GeneratedRegex("REQ-[0-9]{4}-[0-9]{5}", RegexOptions.None, 1000)]
    private static partial Regex NumberShape();

    [GeneratedRegex("[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeShape();
}
