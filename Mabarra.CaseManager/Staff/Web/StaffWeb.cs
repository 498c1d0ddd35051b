using Mabarra.CaseManager.Staff.SignIn;

namespace Mabarra.CaseManager.Staff.Web;

/// <summary>The app's doors: what stands before every request.</summary>
public static class StaffWeb
{
    internal static void AddStaffWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<SignInLimitOptions>(configuration.GetSection(SignInLimitOptions.Section));
        services.AddRateLimiter(_ => { }).ConfigureOptions<SignInLimit>();
        services.Configure<ForwardedHeadersOptions>(o => TrustedProxies.Apply(o, configuration));
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
        // Identity's cookies do so by themselves; this one would go over plain HTTP too.
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "mabarra-form";
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    /// <summary>Who asks, and whether he may: between routing and the endpoints.</summary>
    public static WebApplication UseStaff(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        if (app.Configuration["ASPNETCORE_HTTPS_PORTS"] is not null || (app.Configuration["urls"] ?? "").Contains("https://", StringComparison.OrdinalIgnoreCase))
            app.UseHttpsRedirection();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<FirstPasswordGate>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseMiddleware<RefusedAtDoor>();
        return app;
    }

    public static WebApplication MapStaff(this WebApplication app)
    {
        app.MapPost(StaffLinks.SignOut, SignOutAsync).RequireAuthorization();
        app.MapGet(StaffLinks.SignOut, () => Results.StatusCode(StatusCodes.Status405MethodNotAllowed)).RequireAuthorization();
        app.MapAccount();
        return app;
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, SignInDoor door, Microsoft.AspNetCore.Antiforgery.IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.BadRequest();
        await door.SignOutAsync(context.User);
        // What the browser kept of case pages goes too; the back button shows nothing (P12).
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Results.Redirect(StaffLinks.SignIn);
    }
}
