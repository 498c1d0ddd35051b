namespace Mabarra.CaseManager.Staff.Web;

/// <summary>An act refused on the way of a request, e.g. that of an account disabled since its sign-in: 403 instead of an error, once the refusal is written down.</summary>
internal sealed class RefusedAtDoor(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (AccessDenied denied) when (!context.Response.HasStarted)
        {
            await denied.Written;
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    }
}
