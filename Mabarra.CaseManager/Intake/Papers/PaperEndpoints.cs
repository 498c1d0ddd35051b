using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Staff.Web;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>The addresses behind the print buttons (<see cref="RequestLinks.Print"/>, <see cref="VisitLinks.Print"/>).</summary>
public static class PaperEndpoints
{
    public static IEndpointRouteBuilder MapIntake(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{RequestLinks.List}/{{id:guid}}/print/{{paper}}", PrintRequestAsync).RequireAuthorization();
        app.MapGet($"{VisitLinks.Reception}/{{id:guid}}/print", PrintCardAsync).RequireAuthorization();
        app.MapGet("/services/{id:guid}/blank-form", PrintBlankAsync).RequireAuthorization();
        return app;
    }

    private static Task<IResult> PrintRequestAsync(Guid id, string paper, HttpContext http, [FromServices] RequestPapers papers) => PaperKinds.Of(paper) is { } kind
        ? PrintAsync(id, http, act => papers.PrintAsync(act, id, kind, http.RequestAborted))
        : Task.FromResult(Results.NotFound());

    private static Task<IResult> PrintCardAsync(Guid id, HttpContext http, [FromServices] VisitPapers papers) =>
        PrintAsync(id, http, act => papers.PrintAsync(act, id, http.RequestAborted));

    private static Task<IResult> PrintBlankAsync(Guid id, HttpContext http, [FromServices] BlankForms forms) =>
        PrintAsync(id, http, act => forms.PrintAsync(act, id, http.RequestAborted));

    /// <summary>Issues the paper or finds it, and leads to it (303). What does not exist and what is not this person's answer alike.</summary>
    private static async Task<IResult> PrintAsync(Guid id, HttpContext http, Func<Act, Task<Guid>> print)
    {
        if (IsNotAClick(http.Request))
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

    /// <summary>A browser that guesses ahead, or another site's page, must not issue papers.</summary>
    private static bool IsNotAClick(HttpRequest request) =>
        request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase)
        || string.Equals(request.Headers["Sec-Fetch-Site"], "cross-site", StringComparison.OrdinalIgnoreCase);

    private sealed class NotPrinted(RuleViolation violation) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var services = httpContext.RequestServices;
            var texts = services.GetRequiredService<RuleTexts>();
            var title = services.GetRequiredService<IStringLocalizer<PapersText>>()["refused.title"];
            httpContext.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return SmallPage.WriteTextAsync(httpContext, title, violation.Breaches.Select(texts.For), httpContext.RequestAborted);
        }
    }
}
