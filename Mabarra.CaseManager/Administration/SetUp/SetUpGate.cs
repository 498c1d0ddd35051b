using Microsoft.AspNetCore.StaticAssets;

namespace Mabarra.CaseManager.Administration.SetUp;

/// <summary>While nobody has an account, the set-up page is all there is; afterwards there is no such page.</summary>
internal sealed class SetUpGate(RequestDelegate next, SetUpState state)
{
    public const string Path = "/set-up";

    public async Task InvokeAsync(HttpContext context)
    {
        // Probes ask nothing of the database on the way in: /health/live answers while it is away.
        if (context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var isSetUp = context.Request.Path.Equals(Path, StringComparison.OrdinalIgnoreCase);
        var isDone = await state.IsDoneAsync(context.RequestAborted);
        if (isDone && isSetUp)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (isDone || isSetUp || IsOpen(context))
            await next(context);
        else
            context.Response.Redirect(Path);
    }

    private static bool IsOpen(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        // Language and theme of the set-up page itself.
        || context.Request.Path.StartsWithSegments("/preferences", StringComparison.Ordinal);
}
