using System.Net;
using System.Threading.RateLimiting;
using Mabarra.CaseManager.Staff.Web;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Documents;

/// <summary>Keeps one address from trying codes of papers by the thousand. 80 random bits do not need it; the database does.</summary>
public sealed class VerifyLimiter(IOptions<DocumentOptions> options) : AddressLimiter(options.Value.VerificationsPerMinute);

/// <summary>The same for the codes by which telephones send photos.</summary>
public sealed class PhoneLimiter(IOptions<DocumentOptions> options) : AddressLimiter(options.Value.PhoneRequestsPerMinute);

/// <summary>So many questions a minute of one address.</summary>
public abstract class AddressLimiter(int perMinute) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(Neighbourhood.Of(address), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = perMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    public bool MayAsk(IPAddress? address)
    {
        using var lease = limiter.AttemptAcquire(address ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        limiter.Dispose();
        GC.SuppressFinalize(this);
    }
}
