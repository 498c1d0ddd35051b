using System.Net;
using System.Text.RegularExpressions;

namespace Mabarra.CaseManager.Benchmarks.Circuits;

/// <summary>Signs somebody in through the static page, as a browser without scripts would.</summary>
internal static partial class Door
{
    public static async Task<(HttpClient Http, CookieContainer Cookies)> SignInAsync(Uri address, string userName, string password)
    {
        var cookies = new CookieContainer();
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var page = await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = WebUtility.HtmlDecode(Token().Match(page).Groups["token"].Value),
            ["Form.UserName"] = userName,
            ["Form.Password"] = password,
        });
        using var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        return answer.StatusCode == HttpStatusCode.Found ? (http, cookies) : throw new InvalidOperationException($"{userName} was not let in: {answer.StatusCode}");
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
