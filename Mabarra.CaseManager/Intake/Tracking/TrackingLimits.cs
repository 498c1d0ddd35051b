using System.Threading.RateLimiting;
using Mabarra.CaseManager.Documents;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Intake.Tracking;

/// <summary>So many questions a minute of one address.</summary>
public sealed class TrackingLimiter(IOptions<DocumentOptions> options) : AddressLimiter(options.Value.VerificationsPerMinute);

/// <summary>
/// So many tries a day of one code, wherever they come from: who found somebody's paper lacks only four digits of her mobile, and must not get through ten
/// thousand of them. Beyond it the answer is the same as to a wrong code. Kept in memory, one small counter a code that exists: invented codes fill nothing.
/// </summary>
public sealed class TrackingTries : IDisposable
{
    public const int ADay = 20;

    private readonly PartitionedRateLimiter<Guid> limiter = PartitionedRateLimiter.Create<Guid, Guid>(code => code == Guid.Empty
        ? RateLimitPartition.GetNoLimiter(code)
        : RateLimitPartition.GetFixedWindowLimiter(code, _ => new FixedWindowRateLimiterOptions { PermitLimit = ADay, Window = TimeSpan.FromDays(1) }));

    /// <param name="code">Id of the code; empty when there is none.</param>
    public bool MayTry(Guid code)
    {
        using var lease = limiter.AttemptAcquire(code);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
