using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Staff.Web;
using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Documents;

/// <summary>What every address behind a print button does: issue the paper or find it, and lead to it.</summary>
public static class PrintDoor
{
    /// <returns>The way to the paper (303). What does not exist and what is not this person's answer alike.</returns>
    public static async Task<IResult> PrintAsync(HttpContext http, Func<Act, Task<Guid>> print)
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
            var title = services.GetRequiredService<IStringLocalizer<DocumentsText>>()["print.refused"];
            httpContext.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return SmallPage.WriteTextAsync(httpContext, title, violation.Breaches.Select(texts.For), httpContext.RequestAborted);
        }
    }
}
