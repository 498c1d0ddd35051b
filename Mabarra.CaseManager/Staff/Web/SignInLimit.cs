using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Staff.Web;

/// <summary>The section <c>SignIn</c> of the configuration.</summary>
public sealed class SignInLimitOptions
{
    public const string Section = "SignIn";

    /// <summary>Tries one address may make in a minute. An office often shares one address, so this is not for one person.</summary>
    public int TriesPerMinute { get; set; } = 30;
}

/// <summary>Slows guessing from one address. Accounts are guarded by their own lock besides.</summary>
internal sealed class SignInLimit(IOptions<SignInLimitOptions> limit) : IConfigureOptions<RateLimiterOptions>
{
    private static readonly string[] Doors = [StaffLinks.SignIn, "/set-up"];

    public void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        options.OnRejected = async (context, cancel) => await TellAsync(context.HttpContext, cancel);
    }

    /// <summary>A page that says so and when to come back, at any door with a limit.</summary>
    internal static Task TellAsync(HttpContext context, CancellationToken cancel)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = "60";
        return SmallPage.WriteAsync(context, "toomany.title", "toomany.text", cancel);
    }

    private RateLimitPartition<string> Partition(HttpContext context)
    {
        var door = Array.Find(Doors, d => context.Request.Path.StartsWithSegments(d, StringComparison.OrdinalIgnoreCase));
        return door is not null && HttpMethods.IsPost(context.Request.Method)
            // Each door counts for itself: a crowd at one must not close the other.
            ? RateLimitPartition.GetFixedWindowLimiter($"{door} {Neighbourhood.Of(context.Connection.RemoteIpAddress)}", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = limit.Value.TriesPerMinute,
                Window = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter("");
    }
}
