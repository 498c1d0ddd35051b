using System.Net;
using System.Text.RegularExpressions;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Mabarra.CaseManager.Tests.Staff;

/// <summary>One's own password, second factor and sign-ins, over real HTTP without JavaScript. Each test has an account of its own.</summary>
public sealed partial class OwnAccountTests(DevelopmentApp development) : IClassFixture<DevelopmentApp>
{
    private RunningApp App => development.App;

    [Fact]
    public async Task B67_Changed_password_is_the_same_in_either_normal_form_and_ends_other_sign_ins()
    {
        using var here = App.NewBrowser();
        using var elsewhere = App.NewBrowser();
        await here.SignInAsDemonstrationAsync("liaison");
        await elsewhere.SignInAsDemonstrationAsync("liaison");
        // Written decomposed (NFD): alef + hamza above, e + acute.
        const string Decomposed = "ا\u0654حب القهوة cafe\u0301";
        var done = await here.SubmitAsync("/account/security", "password",
            ("Form.Current", DemonstrationAccounts.Password), ("Form.Password", Decomposed), ("Form.Again", Decomposed));
        Assert.Equal("/account/security?done=password", Path(done));
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account/security?done=password")).Status);

        using var later = App.NewBrowser();
        Assert.Equal(HttpStatusCode.OK, (await later.SignInAsync("liaison", DemonstrationAccounts.Password)).Status);
        Assert.Equal("/", Path(await later.SignInAsync("liaison", "\u0623حب القهوة caf\u00E9")));
        Assert.Contains(SecurityActions.PasswordChanged, await ActionsAsync("liaison"));
    }

    [Theory]
    [InlineData("short", "account.password.short")]
    [InlineData("123456789012", "account.password.common")]
    [InlineData("qwertyuiop123", "account.password.common")]
    [InlineData("aaaaaaaaaaaaaaaa", "account.password.common")]
    [InlineData("\U0001F511\U0001F511\U0001F511\U0001F511\U0001F511\U0001F511\U0001F511", "account.password.common")]
    public async Task B67_Weak_passwords_are_refused_beside_the_field(string password, string code)
    {
        using var browser = App.NewBrowser();
        await browser.SignInAsDemonstrationAsync("hr");
        var page = await browser.SubmitAsync("/account/security", "password",
            ("Form.Current", DemonstrationAccounts.Password), ("Form.Password", password), ("Form.Again", password));
        Assert.Contains(Words.Of<StaffText>(code), page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B67_A_megabyte_of_password_is_refused_without_an_error()
    {
        using var browser = App.NewBrowser();
        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync("hr", new string('ض', 300_000))).Status);
    }

    [Fact]
    public async Task Two_factor_asks_for_a_code_and_takes_each_code_once()
    {
        using var browser = App.NewBrowser();
        await browser.SignInAsDemonstrationAsync("desk.liaison");
        Assert.Equal("/account/two-factor", Path(await browser.SubmitAsync("/account/two-factor", "start", ("Password", DemonstrationAccounts.Password))));
        var page = await browser.GetAsync("/account/two-factor");
        var key = Key().Match(page.Body).Groups["key"].Value;
        var first = Totp.Now(key);
        Assert.Equal("/account/recovery-codes", Path(await browser.SubmitAsync("/account/two-factor", "enable", ("Code", first))));
        var codes = Recovery().Matches((await browser.GetAsync("/account/recovery-codes")).Body).Select(m => m.Groups["code"].Value).ToList();
        Assert.Equal(10, codes.Count);
        Assert.Empty(Recovery().Matches((await browser.GetAsync("/account/recovery-codes")).Body));

        using var phone = App.NewBrowser();
        Assert.StartsWith("/sign-in/code", Path(await phone.SignInAsync("desk.liaison", DemonstrationAccounts.Password)), StringComparison.Ordinal);
        Assert.Equal("/sign-in?returnUrl=%2F", Path(await phone.GetAsync("/")));
        Assert.Equal(HttpStatusCode.OK, (await phone.SubmitAsync("/sign-in/code", "code", ("Code", first))).Status);
        Assert.Equal("/", Path(await phone.SubmitAsync("/sign-in/code", "code", ("Code", Totp.Now(key, stepsAhead: 1)))));

        using var paper = App.NewBrowser();
        await paper.SignInAsync("desk.liaison", DemonstrationAccounts.Password);
        Assert.Equal("/", Path(await paper.SubmitAsync("/sign-in/recovery", "recovery", ("Code", codes[0].ToLowerInvariant()))));
        await paper.SignInAsync("desk.liaison", DemonstrationAccounts.Password);
        Assert.Equal(HttpStatusCode.OK, (await paper.SubmitAsync("/sign-in/recovery", "recovery", ("Code", codes[0]))).Status);

        var actions = await ActionsAsync("desk.liaison");
        foreach (var action in new[] { SecurityActions.AuthenticatorMade, SecurityActions.RecoveryCodesMade, SecurityActions.TwoFactorOn, SecurityActions.RecoveryCodeUsed, SecurityActions.SignInFailed })
            Assert.Contains(action, actions);
    }

    [Fact]
    public async Task A9_Signing_out_everywhere_ends_this_sign_in_too()
    {
        using var browser = App.NewBrowser();
        await browser.SignInAsDemonstrationAsync("manager");
        var token = await browser.TokenAsync("/account/security");
        Assert.Equal("/sign-in", Path(await browser.PostAsync("/account/sign-out-everywhere", ("__RequestVerificationToken", token), ("sure", "yes"))));
        Assert.Equal("/sign-in?returnUrl=%2Faccount%2Fsecurity", Path(await browser.GetAsync("/account/security")));
        Assert.Contains(SecurityActions.SignedOutEverywhere, await ActionsAsync("manager"));
    }

    [Theory]
    [InlineData("/account/sign-out-everywhere")]
    [InlineData("/account/passkeys/add")]
    [InlineData("/account/passkeys/rename")]
    [InlineData("/account/passkeys/remove")]
    [InlineData("/account/passkeys/options")]
    public async Task B39_Posts_without_token_are_refused_and_reads_are_not_acts(string path)
    {
        using var browser = App.NewBrowser();
        await browser.SignInAsDemonstrationAsync("hr");
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(path, ("id", "AA"))).Status);
        Assert.True((await browser.GetAsync(path)).Status is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_try_is_in_the_trail_and_the_fifth_failure_locks()
    {
        using var browser = App.NewBrowser();
        for (var i = 0; i < 5; i++)
            await browser.SignInAsync("committee", "wrong-wrong-wrong");
        await browser.SignInAsync("committee", DemonstrationAccounts.Password);
        Assert.Equal(
            [.. Enumerable.Repeat(SecurityActions.SignInFailed, 5), SecurityActions.Locked, SecurityActions.SignInRefused],
            (await ActionsAsync("committee")).Where(a => !string.Equals(a, SecurityActions.DemonstrationMade, StringComparison.Ordinal)));
    }

    private async Task<List<string>> ActionsAsync(string userName)
    {
        await using var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(App.Folder, "data", "mabarra.db")};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Action FROM AuditEntries WHERE RecordLabel = $name ORDER BY Sequence";
        command.Parameters.AddWithValue("$name", userName);
        var actions = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            actions.Add(reader.GetString(0));
        return actions;
    }

    private static string? Path(PlainPage page) => page.Redirect is { IsAbsoluteUri: true } absolute ? absolute.PathAndQuery : page.Redirect?.ToString();

    [GeneratedRegex("<code>(?<key>[A-Z2-7 ]{32,})</code>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();

    [GeneratedRegex("<code>(?<code>[A-Z0-9]{5}-[A-Z0-9]{5})</code>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Recovery();
}
