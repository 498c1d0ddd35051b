using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Mabarra.CaseManager.Documents;

/// <summary>
/// Carries the SHA-256 of a file somebody had compared over the redirect to the page that shows the answer. In a sealed cookie for two minutes and not in the
/// address: a link that somebody else made must never show "genuine" to a reader who compared nothing.
/// </summary>
public sealed class ComparedFile(IDataProtectionProvider protection)
{
    private const string Cookie = "verify-file";
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(2);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Documents.ComparedFile").ToTimeLimitedDataProtector();

    internal void Keep(HttpContext http, string path, byte[] sha256, SealFinding seal) =>
        http.Response.Cookies.Append(Cookie, protector.Protect($"{path}\n{Convert.ToHexString(sha256)}\n{seal}", Validity), Options(http, Validity));

    /// <summary>The hash and what its seal came to, for the page that the comparison led to.</summary>
    internal (byte[] Sha256, SealFinding Seal)? Read(HttpContext http, string path)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } cookie)
            return null;
        try
        {
            return protector.Unprotect(cookie).Split('\n') is [var place, var hash, var seal] && string.Equals(place, path, StringComparison.OrdinalIgnoreCase)
                ? (Convert.FromHexString(hash), Enum.Parse<SealFinding>(seal))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext http, TimeSpan age) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = DocumentLinks.VerifyPage,
        MaxAge = age,
        IsEssential = true,
    };
}
