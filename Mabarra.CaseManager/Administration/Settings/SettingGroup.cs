using System.Security.Cryptography;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Administration.Settings;

/// <summary>The settings of one page, saved together or not at all.</summary>
/// <param name="Stamp">Changes with each of them: a page sends back the one it read, so nobody overwrites unseen work (C5).</param>
public sealed record SettingGroup(IReadOnlyDictionary<string, string> Values, Guid Stamp)
{
    internal static async Task<SettingGroup> ReadAsync(CaseDbContext db, string prefix, CancellationToken cancel)
    {
        var rows = await db.Settings.AsNoTracking().Where(s => s.Key.StartsWith(prefix)).ToListAsync(cancel);
        return new SettingGroup(rows.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal), StampOf(rows));
    }

    /// <summary>Writes what differs, each with its own entry in the trail. What was never stored and stays at the app's own value gets no row.</summary>
    /// <param name="initial">What holds where nothing is stored.</param>
    /// <returns>How many changed.</returns>
    /// <exception cref="StaleRecord">One of them was saved after the page read it.</exception>
    internal static async Task<int> WriteAsync(
        CaseDbContext db, string prefix, Guid stamp, IReadOnlyDictionary<string, string> values, Func<string, string> initial, Action<Setting> record, CancellationToken cancel)
    {
        var rows = await db.Settings.Where(s => s.Key.StartsWith(prefix)).ToListAsync(cancel);
        if (StampOf(rows) != stamp)
            throw new StaleRecord(nameof(Setting), Guid.Empty);
        var changed = 0;
        foreach (var (key, value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            var row = rows.Find(s => string.Equals(s.Key, key, StringComparison.Ordinal));
            if (string.Equals(row?.Value ?? initial(key), value, StringComparison.Ordinal))
                continue;
            if (row is null)
                db.Add(row = new Setting(key, value));
            else
                row.Change(value);
            record(row);
            changed++;
        }

        return changed;
    }

    private static Guid StampOf(IEnumerable<Setting> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows.OrderBy(r => r.Key, StringComparer.Ordinal))
            hash.AppendData(row.Version.ToByteArray());
        return new Guid(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
