using System.Text.Encodings.Web;
using System.Text.Unicode;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Mabarra.CaseManager.Shell;

/// <summary>The frame every page stands in: languages, headers, layout, search.</summary>
public static class ShellModule
{
    public static IServiceCollection AddShell(this IServiceCollection services, IConfiguration configuration)
    {
        // Arabic stays Arabic in the page's source instead of becoming entities of seven bytes a letter.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddScoped<GlobalSearch>().AddSearchSources();
        services.AddScoped<Help.TourState>();
        services.Configure<BrandTheme>(configuration.GetSection("Brand"));
        services.AddSingleton(sp => sp.GetRequiredService<IOptions<BrandTheme>>().Value);
        return services;
    }

    /// <summary>One more area for the search box. Scoped: it may use the area's queries.</summary>
    public static IServiceCollection AddSearchSource(this IServiceCollection services, Func<IServiceProvider, SearchSource> source) =>
        services.AddScoped(source);

    /// <summary>Goes before authentication: headers, language, pages for bare status codes.</summary>
    public static IApplicationBuilder UseShell(this IApplicationBuilder app)
    {
        app.UseSecurityHeaders();
        // Only for people who look at a page: a script, a form's post or the circuit's hub gets the bare status it understands.
        app.UseWhen(IsPageView, pages => pages.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true));
        return app.UseRequestLocalization(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(AppCulture.Arabic);
            options.SupportedCultures = options.SupportedUICultures = [.. AppCulture.All];
            options.RequestCultureProviders = [new CustomRequestCultureProvider(FromCookie)];
        });
    }

    public static void MapShell(this IEndpointRouteBuilder app) => app.MapPreferences();

    private static bool IsPageView(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    // Arabic unless English was chosen: the browser's own language does not decide, shared desks are set to anything.
    private static Task<ProviderCultureResult?> FromCookie(HttpContext http) =>
        Task.FromResult<ProviderCultureResult?>(new(AppCulture.Of(http.Request.Cookies[Preferences.LanguageCookie]).Name));
}
