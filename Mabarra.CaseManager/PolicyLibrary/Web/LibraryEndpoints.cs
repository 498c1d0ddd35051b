using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.PolicyLibrary.Papers;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Staff.Web;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.PolicyLibrary.Web;

/// <summary>The addresses behind the library's print buttons.</summary>
public static class LibraryEndpoints
{
    public static IEndpointRouteBuilder MapPolicyLibrary(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{PolicyLinks.Library}/versions/{{id:guid}}/print", PrintTextAsync).RequireAuthorization();
        app.MapGet($"{PolicyLinks.Public}/{{id:guid}}/pdf", PublicPdfAsync).AllowAnonymous();
        return app;
    }

    private static Task<IResult> PrintTextAsync(Guid id, HttpContext http, [FromServices] PolicyPapers papers) =>
        PrintAsync(http, act => papers.PrintAsync(act, id, http.RequestAborted));

    /// <summary>For anybody: only what is in force and public. What is not answers as what does not exist.</summary>
    private static async Task<IResult> PublicPdfAsync(Guid id, HttpContext http, [FromServices] PublicPolicies policies) =>
        await policies.PdfAsync(id, http.RequestAborted) is { } pdf
            ? Results.Stream(pdf.Content, DocumentKind.Pdf.ContentType(), fileDownloadName: null)
            : Results.NotFound();

    /// <summary>Leads to the paper (303). What does not exist and what is not this person's answer alike.</summary>
    internal static async Task<IResult> PrintAsync(HttpContext http, Func<Act, Task<Guid>> print)
    {
        var request = http.Request;
        // A browser that guesses ahead, or another site's page, must not issue papers.
        if (request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase)
            || string.Equals(request.Headers["Sec-Fetch-Site"], "cross-site", StringComparison.OrdinalIgnoreCase))
            return Results.NotFound();
        var services = http.RequestServices;
        var act = new Act(await services.GetRequiredService<StaffDirectory>().ActorAsync(http.User), services.GetRequiredService<TimeProvider>().Now);
        try
        {
            var issued = await print(act);
            http.Response.Headers.Location = DocumentLinks.Issued(issued);
            http.Response.Headers.CacheControl = "no-store";
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (AccessDenied denied)
        {
            await denied.Written;
            return Results.NotFound();
        }
        catch (RuleViolation violation)
        {
            return new NotPrinted(violation);
        }
    }

    private sealed class NotPrinted(RuleViolation violation) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var services = httpContext.RequestServices;
            var texts = services.GetRequiredService<RuleTexts>();
            var title = services.GetRequiredService<IStringLocalizer<LibraryText>>()["print.refused"];
            httpContext.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return SmallPage.WriteTextAsync(httpContext, title, violation.Breaches.Select(texts.For), httpContext.RequestAborted);
        }
    }
}
