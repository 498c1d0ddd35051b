using System.Net;
using System.Security.Claims;
using Bunit;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Staff.Confirming;
using Mabarra.CaseManager.Staff.SignIn;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Mabarra.CaseManager.Tests.Staff;

/// <summary>A14 at the screen: a sensitive act asks for the password when the sign-in is old, and only then.</summary>
public sealed class ConfirmDialogTests : PageHouse
{
    private const string Right = "قهوة الصباح في الحديقة";
    private IRenderedComponent<MudDialogProvider> dialogs = null!;
    private int done;

    [Fact]
    public async Task A14_Fresh_sign_in_is_asked_nothing()
    {
        await PrepareAsync(TimeSpan.FromMinutes(4));
        await RunAsync();
        Assert.Equal(1, done);
    }

    [Fact]
    public async Task A14_Stale_sign_in_is_asked_once_and_the_act_goes_on()
    {
        await PrepareAsync(TimeSpan.FromHours(2));
        var act = RunAsync();
        await TypeAsync("wrong-wrong-wrong");
        dialogs.WaitForAssertion(() => Assert.Contains(Words.Of<StaffText>("account.password.current"), dialogs.Markup, StringComparison.Ordinal));
        Assert.Equal(0, done);
        await TypeAsync(Right);
        await act;
        Assert.Equal(1, done);
        await RunAsync();
        Assert.Equal(2, done);
        var actions = (await The<AuditQueries>().PageAsync(By(StaffRole.SystemAdmin), new PageQuery(), Cancel)).Rows.Select(r => r.Action).Where(a => a.StartsWith("account.", StringComparison.Ordinal)).ToList();
        Assert.Equal([SecurityActions.Confirmed, SecurityActions.SignInFailed], actions);

        Clock.Advance(Act.FreshFor + TimeSpan.FromSeconds(1));
        var later = RunAsync();
        await CloseAsync();
        await Assert.ThrowsAsync<NotConfirmed>(() => later);
        Assert.Equal(2, done);
    }

    private async Task PrepareAsync(TimeSpan age)
    {
        var user = await SignInAsync(StaffRole.SystemAdmin);
        var hash = The<NfcPasswordHasher>().HashPassword(user, Right);
        await The<CaseWriter>().SaveAsync(db =>
        {
            db.Attach(user);
            user.PasswordHash = hash;
            return Task.CompletedTask;
        }, Cancel);
        Browser.AddAuthorization().SetAuthorized(user.UserName!).SetClaims(
            new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()), new Claim("AspNet.Identity.SecurityStamp", "stamp"),
            new Claim(StaffClaimTypes.SignedInAt, (Clock.GetUtcNow().UtcDateTime - age).Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Browser.Render<MudPopoverProvider>();
        dialogs = Browser.Render<MudDialogProvider>();
    }

    private Task RunAsync() => dialogs.InvokeAsync(() => Browser.Services.GetRequiredService<SamePerson>().RunAsync(async () =>
    {
        (await Browser.Services.GetRequiredService<CurrentActor>().ActAsync()).RequireFresh();
        done++;
    }));

    private async Task TypeAsync(string password)
    {
        dialogs.WaitForElement("input[type=password]");
        await dialogs.InvokeAsync(() => dialogs.Find("input[type=password]").Change(password));
        await dialogs.InvokeAsync(() => dialogs.Find("form").SubmitAsync());
    }

    private async Task CloseAsync()
    {
        dialogs.WaitForElement("input[type=password]");
        await dialogs.InvokeAsync(() => dialogs.Find("button.btn-quiet").Click());
    }
}

/// <summary>The page that asks, for what is done without a circuit.</summary>
public sealed class ConfirmPageTests(DevelopmentApp development) : IClassFixture<DevelopmentApp>
{
    [Theory]
    [InlineData("/account/security?x=1", "/account/security?x=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    public async Task A14_B40_The_right_password_leads_back_within_the_app(string url, string to)
    {
        using var browser = development.App.NewBrowser();
        await browser.SignInAsDemonstrationAsync("hr");
        var address = "/account/confirm?returnUrl=" + Uri.EscapeDataString(url);
        var wrong = await browser.SubmitAsync(address, "confirm", ("Password", "wrong-wrong-wrong"));
        Assert.Equal(HttpStatusCode.OK, wrong.Status);
        Assert.Contains(Words.Of<StaffText>("account.password.current"), WebUtility.HtmlDecode(wrong.Body), StringComparison.Ordinal);
        var done = await browser.SubmitAsync(address, "confirm", ("Password", DemonstrationAccounts.Password));
        Assert.Equal((HttpStatusCode.Found, to), (done.Status, done.Redirect is { IsAbsoluteUri: true } at ? at.PathAndQuery : done.Redirect?.ToString()));
    }
}
