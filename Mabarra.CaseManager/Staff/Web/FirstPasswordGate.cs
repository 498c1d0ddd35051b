using Mabarra.CaseManager.Staff.SignIn;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;

namespace Mabarra.CaseManager.Staff.Web;

/// <summary>Somebody with a password an administrator knows chooses her own before anything else.</summary>
internal sealed class FirstPasswordGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.User.HasClaim(c => string.Equals(c.Type, StaffClaimTypes.MustChangePassword, StringComparison.Ordinal)) || IsOpen(context))
            return next(context);
        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal))
            context.Response.Redirect(StaffLinks.FirstPassword);
        else
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsOpen(HttpContext context) =>
        context.Request.Path.Equals(StaffLinks.FirstPassword, StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.Equals(StaffLinks.SignOut, StringComparison.OrdinalIgnoreCase)
        // The page that tells of the refusal just given.
        || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
