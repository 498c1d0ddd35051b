using System.Net;
using System.Text.RegularExpressions;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Staff.SignIn;
using Mabarra.CaseManager.Tests.Doors;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Staff;

/// <summary>Somebody whose password an administrator knows gets nowhere before she has chosen her own: not by pages, not by posts, not by a circuit, not by an act.</summary>
public sealed partial class FirstPasswordGateTests
{
    private const string Chosen = "قهوة الصباح مع التمر";

    [Fact]
    public async Task Nothing_is_reached_before_a_password_of_ones_own()
    {
        await using var app = await HostedApp.StartAsync();
        using var browser = app.NewBrowser();
        await browser.SignInAsDemonstrationAsync("manager");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/beneficiaries")).Status);
        await DemandAsync(app);
        // The page that was open before: its next act is refused at once.
        await Assert.ThrowsAsync<AccessDenied>(() => ActAsync(app));

        using var again = app.NewBrowser();
        await again.SignInAsDemonstrationAsync("manager");
        // The set-up page is gone for everybody.
        foreach (var door in Door.Listed.Where(d => d.Pattern is not ("/account/first-password" or "/sign-out" or "/set-up")))
        {
            var address = Named().Replace(door.Address, "0190bbbb-0000-7000-8000-000000000009");
            var told = door.Method == "GET" ? await again.GetAsync(address) : await again.PostAsync(address);
            var leads = door.Method == "GET" && !address.StartsWith("/_blazor", StringComparison.Ordinal) ? HttpStatusCode.Found : HttpStatusCode.Forbidden;
            Assert.True(told.Status == leads, $"{door.Key}: {told.Status}");
            Assert.True(leads != HttpStatusCode.Found || PathOf(told) == "/account/first-password", $"{door.Key}: {told.Redirect}");
        }

        await Assert.ThrowsAsync<AccessDenied>(() => ActAsync(app));
        var done = await again.SubmitAsync("/account/first-password", "first-password", ("Form.Password", Chosen), ("Form.Again", Chosen));
        Assert.Equal((HttpStatusCode.Found, "/"), (done.Status, PathOf(done)));
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/beneficiaries")).Status);
        await ActAsync(app);
    }

    private static async Task DemandAsync(HostedApp app) => await app.The<CaseWriter>().SaveAsync(async db =>
        (await db.Users.SingleAsync(u => u.UserName == "manager")).MustChangePassword = true, TestContext.Current.CancellationToken);

    /// <summary>What every act of a circuit begins with.</summary>
    private static async Task ActAsync(HostedApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<StaffUserManager>().FindByNameAsync("manager");
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<StaffUser>>().CreateAsync(user!);
        await app.The<StaffDirectory>().ActorAsync(principal);
    }

    private static string PathOf(PlainPage page) => page.Redirect is { IsAbsoluteUri: true } to ? to.AbsolutePath : page.Redirect?.ToString() ?? "";

    [GeneratedRegex("""\{[^}]+\}""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
