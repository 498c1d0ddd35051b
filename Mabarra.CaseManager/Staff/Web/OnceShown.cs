using Microsoft.AspNetCore.DataProtection;

namespace Mabarra.CaseManager.Staff.Web;

/// <summary>Carries what may be shown once over a redirect: sealed, for five minutes, gone when it has been read.</summary>
internal sealed class OnceShown(IDataProtectionProvider protection)
{
    private const string Cookie = "mabarra-once";
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Staff.OnceShown").ToTimeLimitedDataProtector();

    public void Put(HttpContext context, Guid user, string text) => context.Response.Cookies.Append(
        Cookie, protector.Protect($"{user:N}{text}", TimeSpan.FromMinutes(5)), Options(context));

    /// <summary>Null when there is nothing, or it was put for somebody else.</summary>
    public string? Take(HttpContext context, Guid user)
    {
        if (context.Request.Cookies[Cookie] is not { } kept)
            return null;
        context.Response.Cookies.Delete(Cookie, Options(context));
        try
        {
            var text = protector.Unprotect(kept);
            return text.StartsWith($"{user:N}", StringComparison.Ordinal) ? text[32..] : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/account", IsEssential = true };
}
