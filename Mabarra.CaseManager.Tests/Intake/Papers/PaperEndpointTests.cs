using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Papers;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Staff.SignIn;
using Mabarra.CaseManager.Tests.Support;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Tests.Intake.Papers;

/// <summary>The address behind the print buttons, on a real Kestrel.</summary>
public sealed class PaperEndpointTests() : PapersHouse(TestDatabase.Sqlite())
{
    private readonly StaffUser clerk = new("clerk", "موظفة تجريبية", StaffRole.FrontDesk) { SecurityStamp = "stamp" };
    private readonly StaffUser stranger = new("hr", "موظفة أخرى", StaffRole.HumanResources) { SecurityStamp = "stamp" };
    private WebApplication? web;

    protected override async Task SetUpAsync()
    {
        await base.SetUpAsync();
        await The<CaseWriter>().SaveAsync(db =>
        {
            db.AddRange(clerk, stranger);
            return Task.CompletedTask;
        }, Cancel);
        web = Build();
        web.UseAuthentication();
        web.UseAuthorization();
        web.MapIntake();
        await web.StartAsync(Cancel);
    }

    protected override async Task TearDownAsync()
    {
        if (web is not null)
            await web.DisposeAsync();
    }

    [Fact]
    public async Task Printing_leads_to_the_issued_paper()
    {
        var id = await CompletedAsync();
        using var answer = await GetAsync(RequestLinks.Print(id, "slip"), clerk);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(DocumentLinks.Issued((await IssuedAsync(id)).Single().Id), answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A2_The_card_of_a_visit_is_printed_once_and_only_for_whoever_may_see_the_visit()
    {
        var visit = await The<VisitService>().ArriveAsync(Clerk, Guid.CreateVersion7(), new NewVisit { VisitorName = "سلمى المطيري" }, Cancel);
        foreach (var (path, who) in new[] { (VisitLinks.Print(visit), stranger), (VisitLinks.Print(Guid.CreateVersion7()), clerk) })
        {
            using var refused = await GetAsync(path, who);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
        using var unknown = await GetAsync(VisitLinks.Print(visit), null);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        using var guessed = await GetAsync(VisitLinks.Print(visit), clerk, ("Sec-Purpose", "prefetch;prerender"));
        Assert.Equal(HttpStatusCode.NotFound, guessed.StatusCode);
        Assert.Empty(await IssuedAsync(visit));

        using var first = await GetAsync(VisitLinks.Print(visit), clerk);
        using var second = await GetAsync(VisitLinks.Print(visit), clerk);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        var card = DocumentLinks.Issued((await IssuedAsync(visit)).Single().Id);
        Assert.Equal((card, card), (first.Headers.Location!.OriginalString, second.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task A_paper_that_would_not_be_true_is_refused_in_words()
    {
        using var answer = await GetAsync(RequestLinks.Print(await OpenRequestAsync(), "slip"), clerk);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(Words.Of<PapersText>("intake.print.incomplete"), WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A4_What_is_not_hers_and_what_does_not_exist_answer_alike_and_are_written_down()
    {
        var id = await CompletedAsync();
        foreach (var (path, who) in new[] { (RequestLinks.Print(id, "slip"), stranger), (RequestLinks.Print(Guid.CreateVersion7(), "slip"), clerk), (RequestLinks.Print(id, "letter"), clerk) })
        {
            using var answer = await GetAsync(path, who);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(2, (await CountAsync(db => db.AuditEntries.Where(e => e.Action == "access.denied").Select(e => e.Sequence))).Count);
        Assert.Empty(await IssuedAsync(id));
    }

    [Theory]
    [InlineData("Sec-Purpose", "prefetch;prerender")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task What_is_no_click_issues_nothing(string header, string value)
    {
        var id = await CompletedAsync();
        using var answer = await GetAsync(RequestLinks.Print(id, "slip"), clerk, (header, value));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await IssuedAsync(id));
    }

    [Fact]
    public async Task Nobody_prints_without_signing_in()
    {
        using var answer = await GetAsync(RequestLinks.Print(await CompletedAsync(), "slip"), null);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, StaffUser? who, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(web!.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        if (who is not null)
            request.Headers.Add("X-Staff", who.Id.ToString());
        return await client.SendAsync(request, Cancel);
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var services = builder.Services;
        services.AddUi().AddRuleTexts<PapersText>("intake");
        services.AddSingleton<TimeProvider>(Clock).AddSingleton(The<IDbContextFactory<CaseDbContext>>()).AddScoped(p => p.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContext());
        services.AddSingleton(The<RequestPapers>()).AddSingleton(The<VisitPapers>()).AddSingleton(The<AccessLog>());
        services.AddIdentityCore<StaffUser>().AddEntityFrameworkStores<CaseDbContext>();
        services.AddSingleton(The<IRefusals>()).AddSingleton<Confirmations>().AddSingleton<StaffDirectory>().AddAuthorization().AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, HeaderSignIn>("test", null);
        return builder.Build();
    }

    /// <summary>Whoever the header names is signed in, as the cookie would have it.</summary>
    private sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["X-Staff"].ToString() is not { Length: > 0 } id)
                return Task.FromResult(AuthenticateResult.NoResult());
            var claims = new[] { new Claim(ClaimTypes.NameIdentifier, id), new Claim(new ClaimsIdentityOptions().SecurityStampClaimType, "stamp") };
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, "test")), "test")));
        }
    }
}
