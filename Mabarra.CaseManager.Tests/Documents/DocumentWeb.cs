using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pages;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Staff.SignIn;
using Mabarra.CaseManager.Tests.Support;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Tests.Documents;

/// <summary>The documents' doors behind a real Kestrel on a free loopback port, over the house's own services and database.</summary>
public abstract class DocumentWeb(TestDatabase database) : DocumentHouse(database)
{
    private WebApplication? web;

    protected Uri Address { get; private set; } = null!;

    protected StaffUser Staff { get; } = new("clerk", "موظفة تجريبية", StaffRole.FrontDesk) { SecurityStamp = "stamp" };

    protected override async Task SetUpAsync()
    {
        await The<CaseWriter>().SaveAsync(db =>
        {
            db.Add(Staff);
            return Task.CompletedTask;
        }, Cancel);
        web = Build();
        web.UseAuthentication();
        web.UseAuthorization();
        web.MapDocuments();
        web.MapGet("/token", (HttpContext http, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(http).RequestToken);
        web.MapGet("/verify", () => new RazorComponentResult<VerifyPage>());
        web.MapGet("/verify/{code}", (string code) => new RazorComponentResult<VerifyPage>(new { Code = code }));
        await web.StartAsync(Cancel);
        Address = new Uri(web.Urls.First());
    }

    protected override async Task TearDownAsync()
    {
        if (web is not null)
            await web.DisposeAsync();
    }

    protected HttpClient Browser(bool signedIn = true)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        if (signedIn)
            client.DefaultRequestHeaders.Add("X-Staff", Staff.Id.ToString());
        return client;
    }

    protected static async Task<HttpClient> WithTokenAsync(HttpClient client)
    {
        client.DefaultRequestHeaders.Add("RequestVerificationToken", await client.GetStringAsync(new Uri("/token", UriKind.Relative), Cancel));
        return client;
    }

    protected static Uri UploadUrl(Guid? key = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"/documents?key={key ?? Guid.CreateVersion7()}&ownerId={Owner}&ownerType={Records.Type}"), UriKind.Relative);

    protected static MultipartFormDataContent Form(byte[] file, string name = "scan.pdf", string? code = null)
    {
        var form = new MultipartFormDataContent();
        if (code is not null)
            form.Add(new StringContent(code), "code");
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(part, "file", name);
        return form;
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var services = builder.Services;
        services.AddUi().AddSingleton(new BrandTheme());
        services.AddRuleTexts<DocumentsText>("documents").AddRazorComponents();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton(The<IDbContextFactory<CaseDbContext>>()).AddScoped(p => p.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContext());
        services.AddSingleton(The<DocumentService>()).AddSingleton(The<DocumentQueries>()).AddSingleton(The<IssuedDocuments>()).AddSingleton(The<Verification>());
        services.AddSingleton(The<PaperSeals>()).AddSingleton(The<VerifyLimiter>()).AddSingleton(The<OpenTickets>()).AddSingleton(The<ComparedFile>()).AddSingleton(The<AccessLog>());
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
