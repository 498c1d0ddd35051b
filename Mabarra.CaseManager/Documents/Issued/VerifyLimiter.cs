using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Documents;

/// <summary>Keeps one address from trying codes by the thousand. 80 random bits do not need it; the database does.</summary>
public sealed class VerifyLimiter(IOptions<DocumentOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(Neighbourhood(address), _ => new FixedWindowRateLimiterOptions
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

    /// <summary>One household or server holds a whole /64 of IPv6.</summary>
    private static string Neighbourhood(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
