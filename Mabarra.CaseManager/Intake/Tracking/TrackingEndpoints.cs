using Mabarra.CaseManager.Staff.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Mabarra.CaseManager.Intake.Tracking;

/// <summary>Takes the form of the tracking page and leads back to it (post-redirect-get). Without antiforgery: it changes nothing, and its readers have no session.</summary>
public static class TrackingEndpoints
{
    private const long LargestBody = 8 * 1024;

    public static IEndpointRouteBuilder MapTracking(this IEndpointRouteBuilder app)
    {
        app.MapPost(RequestLinks.TrackCheck, CheckAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        app.MapPost(RequestLinks.TrackLeave, Leave).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        return app;
    }

    private static async Task<IResult> CheckAsync(HttpContext http, [FromServices] TrackingLimiter limiter, [FromServices] RequestTracker tracker, [FromServices] TrackingNote note)
    {
        if (!limiter.MayAsk(http.Connection.RemoteIpAddress))
        {
            await SignInLimit.TellAsync(http, http.RequestAborted);
            return Results.Empty;
        }

        if (!http.Request.HasFormContentType)
            return Results.LocalRedirect(RequestLinks.Track);
        var form = await http.Request.ReadFormAsync(new FormOptions { ValueCountLimit = 10, ValueLengthLimit = 200 }, http.RequestAborted);
        var asked = new TrackingAsked(form["number"], form["code"], form["tail"]);
        var found = await tracker.FindAsync(asked, http.RequestAborted);
        note.Keep(http, new TrackingAnswer(found, asked.Number, asked.Code));
        return Results.LocalRedirect(RequestLinks.Track);
    }

    private static IResult Leave(HttpContext http)
    {
        TrackingNote.Forget(http);
        return Results.LocalRedirect(RequestLinks.Track);
    }
}
