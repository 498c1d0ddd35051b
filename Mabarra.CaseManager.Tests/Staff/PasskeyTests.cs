using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.Staff;

/// <summary>Passkeys in Chromium with its virtual authenticator, and open pages whose sign-in ends.</summary>
public sealed class PasskeyTests(DevelopmentApp development) : IClassFixture<DevelopmentApp>
{
    [Fact]
    public async Task Passkey_is_added_used_to_sign_in_renamed_and_removed()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync(development.App);
        await AddAuthenticatorAsync(page);
        await Browser.SignInAsync(page, "hr", StaffLinks.Security);
        await page.Locator("form[action='/account/passkeys/add'] input[name=name]").FillAsync("حاسب الموارد");
        await page.Locator("button[data-passkey=create]").ClickAsync();
        await page.WaitForURLAsync("**/account/security?done=passkey-added", Browser.AtOnce);

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(StaffLinks.SignIn);
        await page.Locator("button[data-passkey=request]").ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath is "/", Browser.AtOnce);

        await page.GotoAsync(StaffLinks.Security);
        await page.Locator("form[action='/account/passkeys/rename'] input[name=name]").FillAsync("جوالي");
        await page.Locator("form[action='/account/passkeys/rename'] button").ClickAsync();
        await page.WaitForURLAsync("**?done=passkey-renamed", Browser.AtOnce);
        Assert.Equal("جوالي", await page.Locator("form[action='/account/passkeys/rename'] input[name=name]").InputValueAsync());
        await page.Locator("form[action='/account/passkeys/remove'] button").ClickAsync();
        await page.WaitForURLAsync("**?done=passkey-removed", Browser.AtOnce);
        Assert.Equal(0, await page.Locator("form[action='/account/passkeys/remove']").CountAsync());

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(StaffLinks.SignIn);
        await page.Locator("button[data-passkey=request]").ClickAsync();
        await Assertions.Expect(page.Locator(".banner-bad, [data-passkey-failed]:visible").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A9_Open_page_leaves_when_its_sign_ins_end()
    {
        await using var browser = await Browser.StartAsync();
        var open = await browser.NewPageAsync(development.App);
        await Browser.SignInAsync(open, "manager");
        await Assertions.Expect(open.Locator("h1")).ToBeVisibleAsync();
        using var elsewhere = development.App.NewBrowser();
        await elsewhere.SignInAsDemonstrationAsync("manager");
        var token = await elsewhere.TokenAsync(StaffLinks.Security);
        var done = await elsewhere.PostAsync("/account/sign-out-everywhere", ("__RequestVerificationToken", token), ("sure", "yes"));
        Assert.Equal(StaffLinks.SignIn, done.Redirect?.ToString());
        await open.WaitForURLAsync(url => new Uri(url).AbsolutePath is StaffLinks.SignIn, Browser.AtOnce);
    }

    [Fact]
    public async Task The_ninth_open_page_is_refused_until_one_closes()
    {
        await using var browser = await Browser.StartAsync();
        var first = await browser.NewPageAsync(development.App);
        await Browser.SignInAsync(first, "liaison");
        await Assertions.Expect(first.Locator("h1")).ToBeVisibleAsync();
        var pages = new List<IPage> { first };
        for (var i = 1; i < 9; i++)
        {
            var page = await first.Context.NewPageAsync();
            await page.GotoAsync("/");
            await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
            pages.Add(page);
        }
        await Assertions.Expect(pages[8].Locator("h1")).ToHaveTextAsync(Words.Of<StaffText>("circuit.toomany.title"));
        await first.GotoAsync("about:blank");
        await pages[8].GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(pages[8].Locator(".shell h1")).ToBeVisibleAsync();
    }

    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
