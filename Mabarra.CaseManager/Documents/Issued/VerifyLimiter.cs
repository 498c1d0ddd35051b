using System.Net;
using System.Threading.RateLimiting;
using Mabarra.CaseManager.Staff.Web;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Documents;

/// <summary>Keeps one address from trying codes by the thousand. 80 random bits do not need it; the database does.</summary>
public sealed class VerifyLimiter(IOptions<DocumentOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(Neighbourhood.Of(address), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.Value.VerificationsPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    public bool MayAsk(IPAddress? address)
    {
        using var lease = limiter.AttemptAcquire(address ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
