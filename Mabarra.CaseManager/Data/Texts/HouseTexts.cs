using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Data;

/// <summary>All texts at one moment.</summary>
public sealed class TextSet(IReadOnlyDictionary<string, TextInForce> texts)
{
    /// <exception cref="KeyNotFoundException">Nobody registered it.</exception>
    public TextInForce this[string code] => texts[code];

    public TextInForce? Find(string code) => texts.GetValueOrDefault(code);
}

/// <summary>
/// The texts that hold just now, by code. Kept until this node changes one, and a minute at most, for another node may have; what is signed or issued
/// takes them from its own transaction instead (<see cref="InForceAsync(CaseDbContext, CancellationToken)"/>).
/// </summary>
public sealed class HouseTexts(IEnumerable<EditableText> texts, IDbContextFactory<CaseDbContext> contexts, LiveChanges changes, TimeProvider clock, ILogger<HouseTexts> log)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);
    private volatile Known? known;

    /// <summary>Every text that may be edited, in the order the modules registered them.</summary>
    public IReadOnlyList<EditableText> All { get; } = [.. texts];

    public EditableText? Find(string? code) => All.FirstOrDefault(t => string.Equals(t.Code, code, StringComparison.Ordinal));

    public async ValueTask<TextInForce> OfAsync(string code, CancellationToken cancel = default) => (await InForceAsync(cancel))[code];

    /// <summary>For screens. A database that does not answer takes no page away: the last known words stand, or the app's own.</summary>
    public async ValueTask<TextSet> InForceAsync(CancellationToken cancel = default)
    {
        var count = changes.Count(typeof(TextVersion));
        if (known is { } fresh && fresh.Count == count && clock.GetElapsedTime(fresh.ReadAt) < GoodFor)
            return fresh.Texts;
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            known = new Known(await InForceAsync(db, cancel), count, clock.GetTimestamp());
        }
        catch (DbException e)
        {
            log.LogWarning(e, "The texts could not be read");
        }

        return known?.Texts ?? Of([]);
    }

    /// <summary>As the database of this very transaction has them.</summary>
    public async Task<TextSet> InForceAsync(CaseDbContext db, CancellationToken cancel)
    {
        var versions = db.TextVersions;
        return Of(await versions.AsNoTracking().Where(t => !versions.Any(later => later.Key == t.Key && later.No > t.No)).ToListAsync(cancel));
    }

    private TextSet Of(List<TextVersion> latest)
    {
        var stored = latest.ToDictionary(t => t.Key, StringComparer.Ordinal);
        return new TextSet(All.ToDictionary(t => t.Code, t => stored.TryGetValue(t.Code, out var version) ? version.ToText() : t.BuiltIn, StringComparer.Ordinal));
    }

    private sealed record Known(TextSet Texts, long Count, long ReadAt);
}
