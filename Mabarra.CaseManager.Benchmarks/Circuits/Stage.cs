using System.Diagnostics;
using System.Globalization;
using System.Net;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Staff.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mabarra.CaseManager.Benchmarks.Circuits;

/// <summary>The app as its own process on a folder, with clerks enough for as many pages as are wanted (an account has eight at most) and a request being taken in.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Password = "مقياس-الدوائر-2026";
    private const int PagesPerClerk = 6;
    private readonly List<(HttpClient Http, CookieContainer Cookies)> clerks = [];

    private Stage(Uri address, Process server, Guid request, int people) => (Address, Server, Request, People) = (address, server, request, people);

    public Uri Address { get; }

    public Process Server { get; }

    /// <summary>A request with its whole checklist open: the heaviest page.</summary>
    public Guid Request { get; }

    public int People { get; }

    public static async Task<Stage> SetAsync(string folder, int pages)
    {
        var (request, people) = await PrepareAsync(folder, Clerks(pages));
        var address = new Uri($"http://127.0.0.1:{StartTime.FreePort()}");
        var server = AppProcess.Start(folder, address);
        await StartTime.AnswersAsync(server, address);
        var stage = new Stage(address, server, request, people);
        for (var clerk = 0; clerk < Clerks(pages); clerk++)
            stage.clerks.Add(await Door.SignInAsync(address, NameOf(clerk), Password));
        return stage;
    }

    public Task<CircuitClient> OpenAsync(int page, string path)
    {
        var (http, cookies) = clerks[page / PagesPerClerk];
        return CircuitClient.OpenAsync(Address, path, http, cookies);
    }

    /// <summary>The first clerk signs in as anybody would.</summary>
    public static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/sign-in?returnUrl=%2Fbeneficiaries");
        await page.Locator("input[name='Form.UserName']:visible").FillAsync(NameOf(0));
        await page.Locator("input[name='Form.Password']:visible").FillAsync(Password);
        await page.Locator("form:has(input[name='Form.Password']:visible) button[type=submit]").First.ClickAsync();
        await page.Locator("tbody tr:not(.skeleton)").First.WaitForAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (http, _) in clerks)
            http.Dispose();
        Server.Kill(entireProcessTree: true);
        await Server.WaitForExitAsync();
        Server.Dispose();
    }

    private static int Clerks(int pages) => (pages + PagesPerClerk - 1) / PagesPerClerk;

    private static string NameOf(int clerk) => string.Create(CultureInfo.InvariantCulture, $"meter{clerk:000}");

    private static async Task<(Guid Request, int People)> PrepareAsync(string folder, int clerks)
    {
        await using var app = await AppOn.BootAsync(folder);
        await AddClerksAsync(app, clerks);
        await using var db = await app.The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync();
        var beneficiary = await db.Beneficiaries.OrderBy(b => b.FileNo).Select(b => b.Id).FirstAsync();
        var service = (await app.The<ServiceTypeQueries>().ActiveAsync(default)).Single(s => s.Code == "Rent").Id;
        var act = AppOn.By(StaffRole.FrontDesk);
        var request = await app.The<RequestService>().OpenAsync(
            act, Guid.NewGuid(), new NewRequest { BeneficiaryId = beneficiary, ServiceTypeId = service, Description = "طلب مولّد للقياس، لا يخص أحدًا" });
        return (request, (int)await db.Beneficiaries.MaxAsync(b => b.FileNo));
    }

    private static async Task AddClerksAsync(AppOn app, int clerks)
    {
        await using var scope = app.Scope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();
        var log = scope.ServiceProvider.GetRequiredService<ISecurityLog>();
        var hash = scope.ServiceProvider.GetRequiredService<NfcPasswordHasher>().HashPassword(null!, Password);
        for (var clerk = 0; clerk < clerks; clerk++)
        {
            if (await users.FindByNameAsync(NameOf(clerk)) is not null)
                continue;
            var user = new StaffUser(NameOf(clerk), "موظفة القياس", StaffRole.FrontDesk) { PasswordHash = hash };
            await log.AuditedAsync(new Act(Actor.System, TimeProvider.System.Now), SecurityActions.DemonstrationMade, user, () => users.CreateAsync(user));
        }
    }
}
