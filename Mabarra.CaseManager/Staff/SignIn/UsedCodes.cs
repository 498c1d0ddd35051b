using System.Collections.Concurrent;

namespace Mabarra.CaseManager.Staff.SignIn;

/// <summary>A code of an authenticator app works once, although it would be valid for some minutes (somebody may have read it over a shoulder).</summary>
internal sealed class UsedCodes(TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(Guid User, string Code), DateTime> used = new();

    /// <summary>False when the code was used before.</summary>
    public bool Take(Guid user, string code)
    {
        foreach (var (key, at) in used)
        {
            if (clock.Now - at > Kept)
                used.TryRemove(key, out _);
        }
        return used.TryAdd((user, code), clock.Now);
    }
}
