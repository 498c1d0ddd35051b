using Mabarra.CaseManager.Staff.Own;
using Mabarra.CaseManager.Staff.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Mabarra.CaseManager.Staff.Web;

/// <summary>Posts that need no page of their own. Each form carries the antiforgery token and ends in a redirect.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/account").RequireAuthorization();
        own.MapPost("/sign-out-everywhere", async (HttpContext http, OwnAccount account, [FromForm] string? sure) =>
        {
            await account.SignOutEverywhereAsync(http.User);
            return Results.LocalRedirect(StaffLinks.SignIn);
        });
        own.MapPost("/passkeys/add", (HttpContext http, OwnPasskeys passkeys, [FromForm] string? credential, [FromForm] string? name) =>
            DoneAsync("passkey-added", () => passkeys.AddAsync(http.User, credential, name)));
        own.MapPost("/passkeys/rename", (HttpContext http, OwnPasskeys passkeys, [FromForm] string? id, [FromForm] string? name) =>
            DoneAsync("passkey-renamed", () => passkeys.RenameAsync(http.User, id, name)));
        own.MapPost("/passkeys/remove", (HttpContext http, OwnPasskeys passkeys, [FromForm] string? id) =>
            DoneAsync("passkey-removed", () => passkeys.RemoveAsync(http.User, id)));
        own.MapPost("/passkeys/options", async (HttpContext http, OwnPasskeys passkeys, IAntiforgery antiforgery) =>
            await antiforgery.IsRequestValidAsync(http) ? Results.Text(await passkeys.OptionsAsync(http.User), "application/json") : Results.BadRequest());
        app.MapPost("/sign-in/passkey-options", async (HttpContext http, SignInDoor door, IAntiforgery antiforgery) =>
            await antiforgery.IsRequestValidAsync(http) ? Results.Text(await door.PasskeyRequestAsync(), "application/json") : Results.BadRequest()).AllowAnonymous();
    }

    private static async Task<IResult> DoneAsync(string done, Func<Task> act)
    {
        try
        {
            await act();
            return Results.LocalRedirect($"{StaffLinks.Security}?done={done}");
        }
        catch (NotConfirmed)
        {
            return Results.LocalRedirect(StaffLinks.ConfirmThen(StaffLinks.Security));
        }
        catch (RuleViolation broken)
        {
            return Results.LocalRedirect($"{StaffLinks.Security}?wrong={Uri.EscapeDataString(broken.Code)}");
        }
    }
}
