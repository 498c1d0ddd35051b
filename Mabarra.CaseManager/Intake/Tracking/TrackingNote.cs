using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Mabarra.CaseManager.Intake.Tracking;

/// <summary>What goes over the redirect from the form to the page.</summary>
/// <param name="CodeId">Of the code that was right; null when something was wrong.</param>
/// <param name="Number">As typed, so that she need not type it again.</param>
/// <param name="Code">As typed.</param>
public sealed record TrackingAnswer(Guid? CodeId, string? Number, string? Code);

/// <summary>
/// Carries the answer over the redirect, in a sealed cookie for a few minutes and not in the address: an address stays in the history of a borrowed telephone.
/// </summary>
public sealed class TrackingNote(IDataProtectionProvider protection)
{
    private const string Cookie = "track";
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Intake.Tracking").ToTimeLimitedDataProtector();

    internal void Keep(HttpContext http, TrackingAnswer answer) =>
        http.Response.Cookies.Append(Cookie, protector.Protect(JsonSerializer.Serialize(answer), Validity), Options(http, Validity));

    internal TrackingAnswer? Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } cookie)
            return null;
        try
        {
            return JsonSerializer.Deserialize<TrackingAnswer>(protector.Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Before the next person takes the telephone.</summary>
    internal static void Forget(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http, TimeSpan.Zero));

    private static CookieOptions Options(HttpContext http, TimeSpan age) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = RequestLinks.Track,
        MaxAge = age,
        IsEssential = true,
    };
}
