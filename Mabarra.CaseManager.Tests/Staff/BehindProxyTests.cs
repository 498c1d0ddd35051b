using System.Net;
using System.Text.RegularExpressions;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;

namespace Mabarra.CaseManager.Tests.Staff;

/// <summary>What the app believes of a proxy before it, and what it tells browsers then (B41, P12).</summary>
public sealed partial class BehindProxyTests : IDisposable
{
    private const string Host = "cases.example.org";
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task B41_Behind_its_named_proxy_every_cookie_is_for_https_only()
    {
        await using var app = await StartAsync(("Proxies:Trusted", "127.0.0.1"), ("AllowedHosts", Host));
        var (cookies, _) = await SignInAsync(app, "https");
        Assert.Equal(["mabarra", "mabarra-form"], cookies.Select(c => c.Split('=')[0]).Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task B41_From_anybody_else_the_same_headers_mean_nothing()
    {
        await using var app = await StartAsync(("Proxies:Trusted", "10.9.9.9;10.1.0.0/16"));
        var (cookies, redirect) = await SignInAsync(app, "https");
        Assert.All(cookies, cookie => Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Equal($"http://{Host}/", redirect?.ToString());
        using var page = await SendAsync(app, HttpMethod.Get, "/sign-in", "https", from: "192.0.2.1");
        Assert.False(page.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task P12_In_production_over_https_browsers_are_told_to_stay_there_and_other_names_are_refused()
    {
        await using var app = await StartAsync(("Proxies:Trusted", "127.0.0.1"), ("AllowedHosts", Host), ("environment", RunningApp.Production));
        using var secure = await SendAsync(app, HttpMethod.Get, "/set-up", "https");
        Assert.Equal("max-age=31536000", Assert.Single(secure.Headers.GetValues("Strict-Transport-Security")));
        Assert.All(secure.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        using var plain = await SendAsync(app, HttpMethod.Get, "/set-up", "http");
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
        using var other = await SendAsync(app, HttpMethod.Get, "/set-up", "https", host: "evil.example");
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
    }

    [Fact]
    public async Task B63_Too_many_tries_get_a_page_in_the_readers_language_that_says_when_to_come_back_and_others_are_not_kept_out()
    {
        await using var app = await StartAsync(("Proxies:Trusted", "127.0.0.1"), ("SignIn:TriesPerMinute", "2"), ("Documents:VerificationsPerMinute", "1"));
        for (var i = 0; i < 2; i++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await TryAsync(app, "/sign-in", "192.0.2.1")).Status);
        var refused = await TryAsync(app, "/sign-in", "192.0.2.1");
        AssertReadable(refused, "ar", "rtl", Words.Of<StaffText>("toomany.title"));
        AssertReadable(await TryAsync(app, "/sign-in", "192.0.2.1", "lang=en"), "en", "ltr", "Too many");
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await TryAsync(app, "/sign-in", "192.0.2.2")).Status);
        // A whole /64 of IPv6 is one household.
        await TryAsync(app, "/sign-in/code", "2001:db8::1");
        await TryAsync(app, "/sign-in/code", "2001:db8::2");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(app, "/sign-in/code", "2001:db8::3")).Status);
        // Verifying papers has a limit of its own.
        await TryAsync(app, "/verify/check", "192.0.2.1");
        AssertReadable(await TryAsync(app, "/verify/check", "192.0.2.1"), "ar", "rtl", Words.Of<StaffText>("toomany.title"));
        using var looked = await SendAsync(app, HttpMethod.Get, "/verify/2222-3333-4444-5555", "http", from: "192.0.2.1");
        Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (looked.StatusCode, looked.Headers.RetryAfter?.ToString()));
    }

    private static void AssertReadable((HttpStatusCode Status, string? RetryAfter, string Body) answer, string language, string direction, string words)
    {
        Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (answer.Status, answer.RetryAfter));
        Assert.Contains($"lang=\"{language}\" dir=\"{direction}\"", answer.Body, StringComparison.Ordinal);
        Assert.Contains(words, WebUtility.HtmlDecode(answer.Body), StringComparison.Ordinal);
    }

    private static Task<HostedApp> StartAsync(params (string Key, string Value)[] settings) =>
        HostedApp.StartAsync(settings.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal));

    private async Task<(HttpStatusCode Status, string? RetryAfter, string Body)> TryAsync(HostedApp app, string path, string from, string? cookie = null)
    {
        using var answer = await SendAsync(app, HttpMethod.Post, path, "http", from, cookie: cookie, form: []);
        return (answer.StatusCode, answer.Headers.RetryAfter?.ToString(), await answer.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>Every cookie set on the way in, and where it leads.</summary>
    private async Task<(IReadOnlyList<string> Cookies, Uri? Redirect)> SignInAsync(HostedApp app, string scheme)
    {
        using var page = await SendAsync(app, HttpMethod.Get, "/sign-in", scheme);
        var token = WebUtility.HtmlDecode(Token().Match(await page.Content.ReadAsStringAsync(Cancel)).Groups["token"].Value);
        var set = page.Headers.GetValues("Set-Cookie").ToList();
        using var done = await SendAsync(app, HttpMethod.Post, "/sign-in", scheme, cookie: string.Join("; ", set.Select(c => c.Split(';')[0])), form:
            [("_handler", "sign-in"), ("__RequestVerificationToken", token), ("Form.UserName", "hr"), ("Form.Password", DemonstrationAccounts.Password)]);
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        return ([.. set, .. done.Headers.GetValues("Set-Cookie").Where(c => !c.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal))], done.Headers.Location);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HostedApp app, HttpMethod method, string path, string scheme, string? from = null, string? cookie = null, (string Name, string Value)[]? form = null, string? host = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(app.Address, path));
        request.Headers.Host = host ?? Host;
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.Add("X-Forwarded-Proto", scheme);
        request.Headers.Add("X-Forwarded-For", from ?? "192.0.2.1");
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        if (form is not null)
            request.Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await http.SendAsync(request, Cancel);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
