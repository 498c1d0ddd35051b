using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Staff;

/// <summary>The sign-in page over real HTTP, without JavaScript.</summary>
public sealed partial class SignInTests(DevelopmentApp development) : IClassFixture<DevelopmentApp>
{
    private RunningApp App => development.App;

    [Fact]
    public async Task Demonstration_accounts_are_shown_and_let_in()
    {
        using var browser = App.NewBrowser();
        var page = WebUtility.HtmlDecode((await browser.GetAsync("/sign-in")).Body);
        Assert.Contains(DemonstrationAccounts.Password, page, StringComparison.Ordinal);
        foreach (var role in Enum.GetValues<StaffRole>())
            Assert.Contains(Words.Of<StaffText>("role." + role), page, StringComparison.Ordinal);
        var done = await browser.SignInAsync("reception", DemonstrationAccounts.Password);
        Assert.Equal((HttpStatusCode.Found, "/"), (done.Status, Path(done.Redirect)));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%0d%0aSet-Cookie:x=1\r\nLocation: //evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("")]
    public async Task B40_Return_url_never_leaves_the_app(string url)
    {
        using var browser = App.NewBrowser();
        var done = await browser.SignInAsync("hr", DemonstrationAccounts.Password, "?returnUrl=" + Uri.EscapeDataString(url));
        Assert.Equal((HttpStatusCode.Found, "/"), (done.Status, Path(done.Redirect)));
    }

    [Fact]
    public async Task Return_url_brings_back_to_the_page_asked_for()
    {
        using var browser = App.NewBrowser();
        var sent = await browser.GetAsync("/account/security?x=1");
        Assert.Equal("/sign-in?returnUrl=%2Faccount%2Fsecurity%3Fx%3D1", Path(sent.Redirect));
        var done = await browser.SignInAsync("hr", DemonstrationAccounts.Password, "?returnUrl=" + Uri.EscapeDataString("/account/security?x=1"));
        Assert.Equal("/account/security?x=1", Path(done.Redirect));
    }

    [Fact]
    public async Task B68_Unknown_name_wrong_password_and_locked_account_look_alike()
    {
        using var browser = App.NewBrowser();
        var unknown = await browser.SignInAsync("nobody.here", "wrong-wrong-wrong");
        var wrong = await browser.SignInAsync("committee", "wrong-wrong-wrong");
        for (var i = 1; i < 5; i++)
            await browser.SignInAsync("committee", "wrong-wrong-wrong");
        var locked = await browser.SignInAsync("committee", DemonstrationAccounts.Password);
        Assert.Equal(HttpStatusCode.OK, locked.Status);
        Assert.Equal(HttpStatusCode.OK, unknown.Status);
        Assert.Equal(Normal(unknown, "nobody.here"), Normal(wrong, "committee"));
        Assert.Equal(Normal(unknown, "nobody.here"), Normal(locked, "committee"));
        Assert.Contains(Words.Of<StaffText>("account.signin.refused"), WebUtility.HtmlDecode(locked.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task B68_Unknown_name_takes_as_long_as_a_wrong_password()
    {
        using var browser = App.NewBrowser();
        await browser.SignInAsync("warm.up", "wrong-wrong-wrong");
        var (unknown, wrong) = (double.MaxValue, double.MaxValue);
        // Hashing is most of the time a try takes: without it an unknown name would be answered in a quarter. The least of several tries leaves out the
        // machine's other work; where it never rests, half of it still tells the two apart.
        for (var round = 0; round < 3 || (round < 30 && Ratio() < 0.75); round++)
        {
            unknown = Math.Min(unknown, await TimeAsync(browser, "managerx"));
            wrong = Math.Min(wrong, await TimeAsync(browser, "manager"));
        }
        Assert.InRange(Ratio(), 0.33, 1);

        double Ratio() => Math.Min(unknown, wrong) / Math.Max(unknown, wrong);
    }

    [Fact]
    public async Task B39_Post_without_token_is_refused()
    {
        using var browser = App.NewBrowser();
        var page = await browser.PostAsync("/sign-in", ("_handler", "sign-in"), ("Form.UserName", "reception"), ("Form.Password", DemonstrationAccounts.Password));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Fact]
    public async Task B39_Signing_out_is_a_post_with_a_token()
    {
        using var browser = App.NewBrowser();
        await browser.SignInAsDemonstrationAsync("reception");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.GetAsync("/sign-out")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/sign-out")).Status);
        var done = await browser.PostAsync("/sign-out", ("__RequestVerificationToken", await browser.TokenAsync("/sign-in")));
        Assert.Equal("/sign-in", Path(done.Redirect));
        Assert.Equal("\"cache\"", done.Response.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Equal("/sign-in?returnUrl=%2Faccount%2Fsecurity", Path((await browser.GetAsync("/account/security")).Redirect));
    }

    [Theory]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("/_blazor")]
    public async Task Circuits_are_for_people_who_signed_in(string path)
    {
        using var browser = App.NewBrowser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync(path)).Status);
    }

    [Fact]
    public async Task Cookie_is_kept_from_scripts_and_from_other_sites()
    {
        using var browser = App.NewBrowser();
        var done = await browser.SignInAsync("reception", DemonstrationAccounts.Password);
        var cookie = done.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("mabarra=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task B41_Forged_forwarding_headers_are_not_believed()
    {
        using var browser = App.NewBrowser();
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        var sent = await browser.GetAsync("/account/security");
        Assert.Equal(App.Address.GetLeftPart(UriPartial.Authority), sent.Redirect!.GetLeftPart(UriPartial.Authority));
    }

    private static async Task<double> TimeAsync(PlainBrowser browser, string name)
    {
        var token = await browser.TokenAsync("/sign-in");
        var watch = Stopwatch.StartNew();
        await browser.PostAsync("/sign-in", ("_handler", "sign-in"), ("__RequestVerificationToken", token), ("Form.UserName", name), ("Form.Password", "wrong-wrong-wrong"));
        return watch.Elapsed.TotalMilliseconds;
    }

    private static string? Path(Uri? redirect) => redirect is { IsAbsoluteUri: true } ? redirect.PathAndQuery : redirect?.ToString();

    private static string Normal(PlainPage page, string typed) =>
        Changing().Replace(page.Body.Split("door-demo")[0], "").Replace($"value=\"{typed}\"", "", StringComparison.Ordinal);

    [GeneratedRegex("""__RequestVerificationToken" value="[^"]+|<!--Blazor-.*?-->|\b(?:id|for|aria-describedby)="[^"]*"|\s""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Changing();
}
