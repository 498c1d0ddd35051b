using Mabarra.CaseManager.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Documents;

/// <summary>The association's logo, for everybody: the sign-in page and the public's pages show it. Only the one in force and earlier ones have an address, none of which can be guessed.</summary>
internal static class LogoEndpoint
{
    public static async Task<IResult> SendAsync(Guid id, HttpContext http, [FromServices] IDbContextFactory<CaseDbContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync(http.RequestAborted);
        var logos = db.AssociationLogos;
        var png = await logos.AsNoTracking().Where(l => l.Id == id).Select(l => l.Png).FirstOrDefaultAsync(http.RequestAborted);
        if (png is null)
            return Results.NotFound();
        // A picture never changes under its address.
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(png, "image/png");
    }
}
