using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>
/// Debian's Chromium for tests that need JavaScript. Skips with the reason where it is absent, fails where everything is required.
/// <code>await using var browser = await Browser.StartAsync(); var page = await browser.NewPageAsync(app);</code>
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Flags =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<Browser> StartAsync()
    {
        if (!File.Exists(Chromium))
            TestDatabase.SkipOrFail($"Chromium: {Chromium} is not there.");
        var driver = await Playwright.CreateAsync();
        return new Browser(driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Flags }));
    }

    /// <summary>A page of its own browser profile (no cookies), 1366×768 unless told otherwise. Addresses may be paths of the app.</summary>
    public Task<IPage> NewPageAsync(RunningApp app, int width = 1366, int height = 768, bool dark = false, string? language = null, bool script = true) =>
        NewPageAsync(app.Address, width, height, dark, language, script);

    /// <summary>The same of an app in this process, whose services the test asks besides.</summary>
    public Task<IPage> NewPageAsync(HostedApp app) => NewPageAsync(app.Address, 1366, 768, dark: false, language: null, script: true);

    private async Task<IPage> NewPageAsync(Uri address, int width, int height, bool dark, string? language, bool script)
    {
        var context = await browser.NewContextAsync(new()
        {
            // Passkeys need a name; an address of numbers is no "relying party".
            BaseURL = Named(address).ToString(),
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = script,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        if (language is not null)
            await context.AddCookiesAsync([new() { Name = Preferences.LanguageCookie, Value = language, Url = Named(address).ToString() }]);
        return await context.NewPageAsync();
    }

    /// <summary>The address is what is waited for: the page's own load event may be over before anybody listens.</summary>
    public static PageWaitForURLOptions AtOnce => new() { WaitUntil = WaitUntilState.Commit };

    /// <summary>Signs in with a demonstration account and waits for the page it leads to.</summary>
    public static async Task SignInAsync(IPage page, string userName, string returnUrl = "/")
    {
        await page.GotoAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        await page.Locator("input[name='Form.UserName']:visible").FillAsync(userName);
        await page.Locator("input[name='Form.Password']:visible").FillAsync(DemonstrationAccounts.Password);
        await page.Locator("form:has(input[name='Form.Password']:visible) button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(url => !new Uri(url).AbsolutePath.StartsWith("/sign-in", StringComparison.Ordinal) || url.Contains("/code", StringComparison.Ordinal), AtOnce);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static Uri Named(Uri address) => new UriBuilder(address) { Host = "localhost" }.Uri;
}
