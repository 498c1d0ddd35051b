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
        options.OnRejected = async (context, cancel) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            await SmallPage.WriteAsync(context.HttpContext, "toomany.title", "toomany.text", cancel);
        };
    }

    private RateLimitPartition<string> Partition(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && Array.Exists(Doors, d => context.Request.Path.StartsWithSegments(d, StringComparison.OrdinalIgnoreCase))
            ? RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = limit.Value.TriesPerMinute,
                Window = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter("");
}
