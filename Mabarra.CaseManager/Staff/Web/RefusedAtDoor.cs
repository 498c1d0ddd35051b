using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Staff.Web;

/// <summary>An act refused on the way of a request, e.g. that of an account disabled since its sign-in: 403 instead of an error, once the refusal is written down.</summary>
internal sealed class RefusedAtDoor(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (AccessDenied denied) when (!context.Response.HasStarted)
        {
            await denied.Written;
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        catch (RuleViolation violation) when (violation.IsStorageTrouble && !context.Response.HasStarted)
        {
            await TellAsync(context, violation);
        }
    }

    /// <summary>The request could not be saved (F2, F3): a page that says so, and when to try again.</summary>
    private static Task TellAsync(HttpContext context, RuleViolation violation)
    {
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "60";
        var title = context.RequestServices.GetRequiredService<IStringLocalizer<StaffText>>()["notsaved.title"];
        return SmallPage.WriteTextAsync(context, title, violation.Breaches.Select(context.RequestServices.GetRequiredService<RuleTexts>().For), context.RequestAborted);
    }
}
