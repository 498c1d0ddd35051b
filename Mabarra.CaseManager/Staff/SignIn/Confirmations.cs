using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;

namespace Mabarra.CaseManager.Staff.SignIn;

/// <summary>When each sign-in last proved who it is (A14): at the door, whose time its cookie carries, or since then by the password typed once more. Kept in memory: after a restart one is asked again.</summary>
public sealed class Confirmations(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTime> confirmed = new(StringComparer.Ordinal);

    /// <summary>Null when the cookie does not say when it was given.</summary>
    public DateTime? Of(ClaimsPrincipal who)
    {
        if (SignedInAt(who) is not { } at)
            return null;
        return confirmed.TryGetValue(KeyOf(who), out var later) && later > at ? later : at;
    }

    /// <summary>It is still she.</summary>
    internal void Confirm(ClaimsPrincipal who)
    {
        var now = clock.Now;
        foreach (var old in confirmed.Where(c => now - c.Value > Act.FreshFor))
            confirmed.TryRemove(old);
        confirmed[KeyOf(who)] = now;
    }

    internal static Claim ClaimOf(DateTime at) => new(StaffClaimTypes.SignedInAt, at.Ticks.ToString(CultureInfo.InvariantCulture));

    private static DateTime? SignedInAt(ClaimsPrincipal who) =>
        long.TryParse(who.FindFirstValue(StaffClaimTypes.SignedInAt), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? new DateTime(ticks, DateTimeKind.Utc) : null;

    // Two sign-ins of one account are two: what one desk confirmed the other has not.
    private static string KeyOf(ClaimsPrincipal who) => $"{who.FindFirstValue(ClaimTypes.NameIdentifier)} {who.FindFirstValue(StaffClaimTypes.SignedInAt)}";
}
