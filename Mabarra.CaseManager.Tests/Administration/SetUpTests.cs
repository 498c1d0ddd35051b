using System.Net;
using System.Text.RegularExpressions;
using Mabarra.CaseManager.Administration;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Mabarra.CaseManager.Tests.Administration;

/// <summary>The first start in Production, over real HTTP.</summary>
public sealed partial class SetUpTests
{
    private const string AssociationName = "جمعية البر بالوادي";
    private const string Password = "قهوة الصباح مع التمر";

    [Fact]
    public async Task Nothing_is_open_before_and_no_demonstration_account_exists()
    {
        await using var app = await RunningApp.StartAsync(RunningApp.Production);
        using var browser = app.NewBrowser();
        foreach (var path in new[] { "/", "/sign-in", "/account/security", "/_blazor", "/nowhere" })
            Assert.Equal("/set-up", (await browser.GetAsync(path)).Redirect?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/set-up")).Status);
        Assert.DoesNotContain(DemonstrationAccounts.Password, (await browser.GetAsync("/set-up")).Body, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(app, "StaffUsers"));
    }

    [Fact]
    public async Task Twenty_posts_at_once_make_one_administrator_who_can_sign_in()
    {
        await using var app = await RunningApp.StartAsync(RunningApp.Production);
        using var browser = app.NewBrowser();
        var token = await browser.TokenAsync("/set-up");
        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => PostAsync(browser, token, CodeOf(app), $"admin{(char)('a' + i)}")));
        Assert.Contains(pages, p => p.Status == HttpStatusCode.Found);
        Assert.DoesNotContain(pages, p => (int)p.Status >= 500);
        Assert.Equal(1, await CountAsync(app, "StaffUsers"));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/set-up")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(browser, token, CodeOf(app), "late")).Status);
        var name = await TextAsync(app, "SELECT UserName FROM StaffUsers");
        Assert.Equal("/", Path((await browser.SignInAsync(name, Password)).Redirect));
        Assert.DoesNotContain("demo-account", (await app.NewBrowser().GetAsync("/sign-in")).Body, StringComparison.Ordinal);
        Assert.Equal("1", await TextAsync(app, "SELECT COUNT(*) FROM AuditEntries WHERE Action = 'account.setup.made'"));
    }

    [Fact]
    public async Task The_name_given_stands_on_pages_and_in_their_titles_from_then_on()
    {
        await using var app = await RunningApp.StartAsync(RunningApp.Production);
        using var browser = app.NewBrowser();
        var before = (await browser.GetAsync("/set-up")).Body;
        Assert.Contains("جمعية مبرة التطوعية", before, StringComparison.Ordinal);

        await PostAsync(browser, await browser.TokenAsync("/set-up"), CodeOf(app), "admin");

        var after = (await browser.GetAsync("/sign-in")).Body;
        Assert.Matches($"<bdi class=\"brand-name\">{AssociationName}</bdi>", after);
        Assert.Matches($"<title>[^<]+ · {AssociationName}</title>", after);
        Assert.DoesNotContain("التطوعية", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_wrong_codes_close_the_page_until_the_next_start_prints_another()
    {
        await using var app = await RunningApp.StartAsync(RunningApp.Production);
        using var browser = app.NewBrowser();
        var token = await browser.TokenAsync("/set-up");
        var first = CodeOf(app);
        for (var i = 0; i < 10; i++)
            Assert.Contains(Words.Of<AdministrationText>("setup.code.wrong"), (await PostAsync(browser, token, "AAAA-AAAA-AAAA", "admin")).Body, StringComparison.Ordinal);
        Assert.Contains(Words.Of<AdministrationText>("setup.code.closed"), (await PostAsync(browser, token, first, "admin")).Body, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(app, "StaffUsers"));

        await app.KillAsync();
        await app.StartAsync();
        using var again = app.NewBrowser();
        Assert.NotEqual(first, CodeOf(app));
        var done = await PostAsync(again, await again.TokenAsync("/set-up"), CodeOf(app).ToLowerInvariant(), "admin");
        Assert.Equal("/sign-in", Path(done.Redirect));
    }

    [Fact]
    public async Task Weak_password_and_bad_name_are_told_beside_their_fields()
    {
        await using var app = await RunningApp.StartAsync(RunningApp.Production);
        using var browser = app.NewBrowser();
        var page = await PostAsync(browser, await browser.TokenAsync("/set-up"), CodeOf(app), "two words", "123456789012");
        Assert.Contains(Words.Of<StaffText>("account.password.common"), page.Body, StringComparison.Ordinal);
        Assert.Contains(Words.Of<KernelText>("kernel.username.letters"), page.Body, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(app, "StaffUsers"));
    }

    [Fact]
    public async Task Clock_may_not_be_set_in_production()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.StartAsync(
            RunningApp.Production, new Dictionary<string, string>(StringComparer.Ordinal) { ["Clock:Start"] = "2026-11-23T08:00:00Z" }));
        Assert.Contains("Clock:Start is for Development and Testing only", refused.Message, StringComparison.Ordinal);
    }

    private static Task<PlainPage> PostAsync(PlainBrowser browser, string token, string code, string userName, string password = Password) => browser.PostAsync(
        "/set-up",
        ("_handler", "set-up"), ("__RequestVerificationToken", token), ("Form.Code", code), ("Form.AssociationName", AssociationName), ("Form.FullName", "ماجد الغامدي"),
        ("Form.UserName", userName), ("Form.Password", password), ("Form.PasswordAgain", password));

    private static string CodeOf(RunningApp app) => Code().Matches(app.Output)[^1].Groups["code"].Value;

    private static async Task<long> CountAsync(RunningApp app, string table) => long.Parse(await TextAsync(app, $"SELECT COUNT(*) FROM {table}"), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> TextAsync(RunningApp app, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(app.Folder, "data", "mabarra.db")};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!.ToString()!;
    }

    private static string? Path(Uri? redirect) => redirect is { IsAbsoluteUri: true } ? redirect.PathAndQuery : redirect?.ToString();

    [GeneratedRegex("one-time code: (?<code>[A-Z0-9-]{14})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
