using Mabarra.CaseManager.Staff.SignIn;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mabarra.CaseManager.Staff;

/// <summary>How ASP.NET Core Identity is set for this house.</summary>
internal static class StaffIdentity
{
    public const int Tries = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Revalidated = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SignedInFor = TimeSpan.FromHours(8);

    public static void AddStaffIdentity(this IServiceCollection services)
    {
        services.AddSingleton<NfcPasswordHasher>();
        services.AddScoped<IPasswordHasher<StaffUser>>(p => p.GetRequiredService<NfcPasswordHasher>());
        services.AddScoped<ILookupNormalizer, NameNormalizer>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.AddIdentityCore<StaffUser>(Apply)
            .AddUserManager<StaffUserManager>()
            .AddSignInManager<StaffSignInManager>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddDefaultTokenProviders();
        // Our rules instead of Identity's own, which ask for capitals and signs.
        services.RemoveAll<IPasswordValidator<StaffUser>>().RemoveAll<IUserValidator<StaffUser>>();
        services.AddScoped<IPasswordValidator<StaffUser>, PasswordRules>().AddScoped<IUserValidator<StaffUser>, NameRules>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(c => c.ApplicationCookie!.Configure(Apply));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, o => o.Cookie.Name = "mabarra-code");
        services.Configure<IdentityPasskeyOptions>(Apply);
        services.Configure<SecurityStampValidatorOptions>(o =>
        {
            o.ValidationInterval = Revalidated;
            o.OnRefreshingPrincipal = StaffSignInManager.KeepSignInAsync;
        });
    }

    /// <summary>Passkeys stand for both factors, so the device must verify its owner; and nobody types a name first, so the device must know them by itself.</summary>
    private static void Apply(IdentityPasskeyOptions options)
    {
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        // Identity would compare with the Origin header, which is "null" on a form's post under our Referrer-Policy.
        options.ValidateOrigin = context =>
        {
            var request = context.HttpContext.Request;
            return ValueTask.FromResult(!context.CrossOrigin && string.Equals(context.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
        };
    }

    private static void Apply(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.Lockout.MaxFailedAccessAttempts = Tries;
        options.Lockout.DefaultLockoutTimeSpan = LockedFor;
    }

    private static void Apply(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "mabarra";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SignedInFor;
        options.SlidingExpiration = true;
        options.LoginPath = StaffLinks.SignIn;
        options.LogoutPath = StaffLinks.SignOut;
        options.AccessDeniedPath = StaffLinks.NotYours;
        options.ReturnUrlParameter = "returnUrl";
        var redirect = options.Events.OnRedirectToLogin;
        options.Events.OnRedirectToLogin = context =>
        {
            if (!context.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal))
                return redirect(context);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
    }
}
