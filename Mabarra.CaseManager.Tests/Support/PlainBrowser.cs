using System.Net;
using System.Text.RegularExpressions;
using Mabarra.CaseManager.Staff;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>What the app answered.</summary>
public sealed record PlainPage(HttpStatusCode Status, string Body, Uri? Redirect, HttpResponseMessage Response);

/// <summary>A browser without JavaScript over real HTTP: keeps cookies, posts forms with the tokens of the page it read, follows no redirect by itself.</summary>
public sealed partial class PlainBrowser : IDisposable
{
    private readonly HttpClient http;

    public PlainBrowser(Uri address)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies, UseCookies = true }) { BaseAddress = address };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Http => http;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task<PlainPage> GetAsync(string path) => await ReadAsync(await http.GetAsync(new Uri(path, UriKind.Relative), Cancel));

    /// <summary>Reads the page, fills in its hidden fields (antiforgery, handler) and posts.</summary>
    /// <param name="form">Name of the form where the page has several.</param>
    public async Task<PlainPage> SubmitAsync(string path, string form, params (string Name, string Value)[] fields) =>
        await PostAsync(path, [("_handler", form), ("__RequestVerificationToken", await TokenAsync(path)), .. fields]);

    public async Task<PlainPage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await ReadAsync(await http.PostAsync(new Uri(path, UriKind.Relative), content, Cancel));
    }

    /// <summary>The antiforgery token of a page.</summary>
    public async Task<string> TokenAsync(string path)
    {
        var page = await GetAsync(path);
        var match = Token().Match(page.Body);
        Assert.True(match.Success, $"No antiforgery token on {path} ({page.Status}):\n{page.Body}");
        return WebUtility.HtmlDecode(match.Groups["token"].Value);
    }

    public Task<PlainPage> SignInAsync(string userName, string password, string query = "") =>
        SubmitAsync("/sign-in" + query, "sign-in", ("Form.UserName", userName), ("Form.Password", password));

    /// <summary>Signs in with an account of Development's seed.</summary>
    public async Task SignInAsDemonstrationAsync(string userName)
    {
        var page = await SignInAsync(userName, DemonstrationAccounts.Password);
        Assert.Equal(HttpStatusCode.Found, page.Status);
    }

    public void Dispose() => http.Dispose();

    private static async Task<PlainPage> ReadAsync(HttpResponseMessage response) =>
        new(response.StatusCode, await response.Content.ReadAsStringAsync(Cancel), response.Headers.Location, response);

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
