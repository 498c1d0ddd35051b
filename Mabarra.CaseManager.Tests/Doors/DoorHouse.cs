using System.Net;
using Mabarra.CaseManager.Administration.Accounts;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Committee;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Papers;
using Mabarra.CaseManager.PolicyLibrary;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Doors;

/// <summary>What one address answered one person.</summary>
public sealed record Answer(Door Door, string Who, PlainPage Page)
{
    /// <summary>Status, and where it sends on, with any id left out: <c>302&gt;/sign-in</c>, <c>303&gt;/documents/issued/*</c>.</summary>
    public string Told => Page.Redirect is { } to ? $"{(int)Page.Status}>{Plain(to)}" : $"{(int)Page.Status}";

    private static string Plain(Uri to) =>
        string.Join('/', (to.IsAbsoluteUri ? to.AbsolutePath : to.ToString().Split('?')[0]).Split('/').Select(part => Guid.TryParse(part, out _) ? "*" : part));
}

/// <summary>The real app with every kind of person and one file of a beneficiary in it, and what every address answers to each of them.</summary>
public sealed class DoorHouse : IAsyncLifetime
{
    public const string Anonymous = "anonymous";
    private const string NoRole = "norole";
    private const string Disabled = "disabled";

    /// <summary>Stands in no page but this person's.</summary>
    public const string Canary = "كناريا";

    private readonly Dictionary<string, PlainBrowser> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> ids = new(StringComparer.Ordinal);
    private HostedApp? app;

    public static IReadOnlyList<string> Who { get; } =
        [Anonymous, NoRole, Disabled, "reception", "liaison", "desk.liaison", "committee", "hr", "manager", "admin"];

    public string CanaryId { get; } = Make.NationalIdOf(99_001);

    public HostedApp App => app!;

    public IReadOnlyList<Answer> Answers { get; private set; } = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await HostedApp.StartAsync();
        await SeedAsync();
        await SignInAsync();
        var answers = new List<Answer>();
        // People in parallel, each one's requests one after another, as a browser would.
        await Task.WhenAll(people.Select(async person =>
        {
            foreach (var door in Door.Listed)
            {
                var answer = new Answer(door, person.Key, await AskAsync(person.Value, door));
                lock (answers)
                    answers.Add(answer);
            }
        }));
        Answers = answers;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people.Values)
            person.Dispose();
        if (app is not null)
            await app.DisposeAsync();
    }

    /// <summary>Every address of the app: method, pattern, and whether it is a file anybody may read.</summary>
    public IEnumerable<(string Key, bool IsAsset)> Mapped() =>
        from endpoint in App.The<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
        let pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        select ($"{method} {pattern}", endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null);

    private Task<PlainPage> AskAsync(PlainBrowser browser, Door door)
    {
        var address = ids.Aggregate(door.Address, (text, id) => text.Replace($"{{{id.Key}}}", id.Value.ToString(), StringComparison.Ordinal));
        return door.Method == "POST" ? browser.PostAsync(address, ("id", "AA")) : browser.GetAsync(address);
    }

    private async Task SeedAsync()
    {
        var clerk = await ActAsync("reception");
        var person = Make.Beneficiary() with { FirstName = Canary, IdNumber = CanaryId };
        ids["beneficiary"] = await App.The<BeneficiaryService>().RegisterAsync(clerk, Guid.NewGuid(), person, Cancel);
        var service = (await App.The<ServiceTypeQueries>().ActiveAsync(Cancel))[0];
        ids["service"] = service.Id;
        ids["missing"] = Guid.NewGuid();
        ids["committee"] = (await App.The<CommitteeQueries>().AllAsync(await ActAsync("manager"), Cancel))[0].Id;
        var policy = (await App.The<PolicyQueries>().ListAsync(clerk, Cancel))[0];
        (ids["policy"], ids["policyversion"]) = (policy.Id, policy.Current!.Id);
        var form = new NewRequest { BeneficiaryId = ids["beneficiary"], ServiceTypeId = service.Id, Description = $"طلب {Canary} لسداد الإيجار" };
        ids["request"] = await App.The<RequestService>().OpenAsync(clerk, Guid.NewGuid(), form, Cancel);
        ids["visit"] = await App.The<VisitService>().ArriveAsync(clerk, Guid.NewGuid(), new NewVisit { BeneficiaryId = ids["beneficiary"] }, Cancel);
        ids["issued"] = await App.The<RequestPapers>().PrintAsync(clerk, ids["request"], IssuedKind.RequirementsSheet, Cancel);
        var file = new NewDocument { Key = Guid.NewGuid(), OwnerId = ids["request"], OwnerType = nameof(ServiceRequest), FileName = $"{Canary}.png", Sensitivity = Sensitivity.Normal };
        ids["document"] = await App.The<DocumentService>().StoreBytesAsync(clerk, file, Make.Signature(), Cancel);
        await AddAccountAsync(NoRole);
        ids["account"] = await AddAccountAsync(Disabled, StaffRole.FrontDesk);
    }

    /// <summary>Everybody signs in; then one account is disabled, whose browser still has the cookie.</summary>
    private async Task SignInAsync()
    {
        foreach (var who in Who)
        {
            var browser = people[who] = App.NewBrowser();
            if (who != Anonymous)
                Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync(who, DemonstrationAccounts.Password)).Status);
        }
        var admin = await ActAsync("admin") with { Why = "انتهى عقدها" };
        await App.The<AccountService>().DisableAsync(admin, ids["account"], Cancel);
    }

    private async Task<Guid> AddAccountAsync(string name, params StaffRole[] roles)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var user = new StaffUser(name, "موظف تجريبي", roles);
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>().CreateAsync(user, DemonstrationAccounts.Password)).Succeeded);
        return user.Id;
    }

    private async Task<Act> ActAsync(string name)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>().FindByNameAsync(name);
        return new Act(StaffDirectory.ActorOf(user!) with { ConfirmedAt = now }, now);
    }
}
