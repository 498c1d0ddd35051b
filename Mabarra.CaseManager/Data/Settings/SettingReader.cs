using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Data;

/// <summary>
/// The settings as screens and services need them: a few dozen rows, kept until this node changes one, and a minute at most, for another node may have.
/// A database that does not answer takes no page away: the last known values stand, or the app's own.
/// </summary>
public sealed class SettingReader(IDbContextFactory<CaseDbContext> contexts, LiveChanges changes, TimeProvider clock, ILogger<SettingReader> log)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);
    private volatile Known? known;

    public async ValueTask<IReadOnlyDictionary<string, string>> AllAsync(CancellationToken cancel = default)
    {
        var count = changes.Count(typeof(Setting));
        if (known is { } fresh && fresh.Count == count && clock.GetElapsedTime(fresh.ReadAt) < GoodFor)
            return fresh.Values;
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            known = new Known(await db.Settings.AsNoTracking().ToDictionaryAsync(s => s.Key, s => s.Value, StringComparer.Ordinal, cancel), count, clock.GetTimestamp());
        }
        catch (DbException e)
        {
            log.LogWarning(e, "The settings could not be read");
        }

        return known?.Values ?? new Dictionary<string, string>(StringComparer.Ordinal);
    }

    /// <summary>The number in force.</summary>
    public async ValueTask<int> OfAsync(Limit limit, CancellationToken cancel = default) => Of(limit, (await AllAsync(cancel)).GetValueOrDefault(limit.Key));

    /// <summary>As the database of this very transaction has it.</summary>
    public static async Task<int> OfAsync(CaseDbContext db, Limit limit, CancellationToken cancel)
    {
        var key = limit.Key;
        return Of(limit, await db.Settings.AsNoTracking().Where(s => s.Key == key).Select(s => s.Value).FirstOrDefaultAsync(cancel));
    }

    /// <summary>A stored number out of its range is as good as none.</summary>
    internal static int Of(Limit limit, string? stored) =>
        int.TryParse(stored, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= limit.Min && number <= limit.Max ? number : limit.Default;

    private sealed record Known(IReadOnlyDictionary<string, string> Values, long Count, long ReadAt);
}
