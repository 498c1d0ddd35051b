using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Staff;
using Microsoft.AspNetCore.Mvc;

namespace Mabarra.CaseManager.Contacts;

/// <summary>The address behind a notice's print button.</summary>
public static class NoticeEndpoints
{
    public static IEndpointRouteBuilder MapContacts(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{ContactsLinks.Notices}/{{id:guid}}/print", PrintAsync).RequireAuthorization();
        return app;
    }

    /// <summary>Issues the paper or finds it, and leads to it (303). What does not exist and what is not this person's answer alike.</summary>
    private static async Task<IResult> PrintAsync(Guid id, HttpContext http, [FromServices] NoticePapers papers)
    {
        if (http.Request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase)
            || string.Equals(http.Request.Headers["Sec-Fetch-Site"], "cross-site", StringComparison.OrdinalIgnoreCase))
            return Results.NotFound();
        var services = http.RequestServices;
        var act = new Act(await services.GetRequiredService<StaffDirectory>().ActorAsync(http.User), services.GetRequiredService<TimeProvider>().Now);
        try
        {
            http.Response.Headers.Location = DocumentLinks.Issued(await papers.PrintAsync(act, id, http.RequestAborted));
            http.Response.Headers.CacheControl = "no-store";
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (AccessDenied denied)
        {
            await denied.Written;
            return Results.NotFound();
        }
    }
}
