using System.Globalization;
using System.Security.Claims;
using Bunit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Shell;
using Mabarra.CaseManager.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>Pages on the real services and a fresh database, with somebody signed in: what a page test stands in.</summary>
public abstract class PageHouse : House
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;
    private BunitContext? browser;

    protected PageHouse()
        : base(TestDatabase.Sqlite())
    {
    }

    protected BunitContext Browser => browser!;

    protected override async Task SetUpAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = AppCulture.Arabic;
        await AddReferenceDataAsync();
        browser = new BunitContext();
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        browser.Services.AddSingleton<TimeProvider>(Clock).AddSingleton(Configuration).AddLogging().AddModules(Configuration);
        // One gate and one teller of changes for the page and for what the test does beside it.
        browser.Services.AddSingleton(The<CaseWriter>()).AddSingleton(The<LiveChanges>()).AddSingleton(The<WriteGate>());
    }

    /// <summary>Makes an account with these roles and signs it in.</summary>
    protected async Task<StaffUser> SignInAsync(params StaffRole[] roles)
    {
        var user = new StaffUser("tester", "موظفة تجريبية", roles) { SecurityStamp = "stamp", NormalizedUserName = "TESTER" };
        await The<CaseWriter>().SaveAsync(db =>
        {
            db.Add(user);
            return Task.CompletedTask;
        }, Cancel);
        var authorization = Browser.AddAuthorization().SetAuthorized(user.UserName!);
        string[] permissions = [.. AuthorizationMatrix.ReachesOf(roles.ToHashSet()).Keys];
        authorization.SetClaims(
            [new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()), new Claim("AspNet.Identity.SecurityStamp", "stamp"), .. permissions.Select(p => new Claim(NavigationItems.PermissionClaim, p))]);
        authorization.SetPolicies(permissions);
        return user;
    }

    protected string Address => Browser.Services.GetRequiredService<NavigationManager>().Uri;

    public override async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
