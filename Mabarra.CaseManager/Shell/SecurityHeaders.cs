namespace Mabarra.CaseManager.Shell;

/// <summary>What browsers are told to forbid, on every answer.</summary>
internal static class SecurityHeaders
{
    // Styles may be inline: MudBlazor sets positions that way. Scripts never are.
    private const string PagePolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-src 'self' blob:; frame-ancestors 'none'";

    private const string Features =
        "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state => Write((HttpContext)state), context);
        return next(context);
    });

    private static Task Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = Features;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // What is shown to somebody who signed in must not come back out of a shared computer's cache; files of the app itself say how long they keep.
        if (context.User.Identity?.IsAuthenticated == true && headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true)
            return Task.CompletedTask;
        headers.ContentSecurityPolicy = PagePolicy;
        headers.XFrameOptions = "DENY";
        // Whatever a page itself says.
        if (context.User.Identity?.IsAuthenticated == true)
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
