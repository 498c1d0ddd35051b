using Mabarra.CaseManager.Staff.Web;
using Microsoft.AspNetCore.Mvc;

namespace Mabarra.CaseManager.Documents;

/// <summary>Takes the form of the telephone's page and answers with the page (post-redirect-get), which says what became of it. Without antiforgery: its sender has no session, and the code in the address is what nobody else knows.</summary>
internal static class PhoneEndpoint
{
    /// <summary>A few photos as telephones take them.</summary>
    public const long LargestBody = 60L * DocumentLimits.MegaByte;

    private const string Refusals = "documents.store.";

    public static async Task<IResult> SendAsync(string code, HttpContext http, [FromServices] PhoneInbox inbox, [FromServices] PhoneLimiter limiter)
    {
        if (!limiter.MayAsk(http.Connection.RemoteIpAddress))
        {
            await SignInLimit.TellAsync(http, http.RequestAborted);
            return Results.Empty;
        }

        try
        {
            await inbox.ReceiveAsync(code, MultipartFile.PartsAsync(http.Request, http.RequestAborted), http.RequestAborted);
            return Back(code);
        }
        catch (RuleViolation violation)
        {
            return Back(code, violation.Breaches[0].Code[Refusals.Length..]);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Back(code, "toolarge");
        }
        catch (AccessDenied denied)
        {
            await denied.Written;
            return Back(code, "phone.denied");
        }
    }

    private static IResult Back(string code, string? problem = null) =>
        Results.LocalRedirect(DocumentLinks.Phone(code) + (problem is null ? "" : $"?problem={problem}"));
}
