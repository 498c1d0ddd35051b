using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Shell;

/// <summary>Remembers language and theme in cookies the server reads on the next request; works without script.</summary>
internal static class PreferenceEndpoints
{
    public static void MapPreferences(this IEndpointRouteBuilder app)
    {
        app.MapGet(Preferences.LanguagePath, (HttpContext http, string? to, string? back) =>
            Remember(http, Preferences.LanguageCookie, AppCulture.Of(to).TwoLetterISOLanguageName, back)).AllowAnonymous();
        app.MapGet(Preferences.ThemePath, (HttpContext http, string? to, string? back) =>
            Remember(http, Preferences.ThemeCookie, Preferences.Theme(to), back)).AllowAnonymous();
    }

    private static IResult Remember(HttpContext http, string cookie, string value, string? back)
    {
        http.Response.Cookies.Append(cookie, value, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Secure = http.Request.IsHttps,
        });
        return Results.LocalRedirect(Preferences.Local(back));
    }
}
