using System.Data.Common;
using System.Globalization;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Documents;

/// <summary>
/// Whose house this is, for screens and papers alike: the section <c>Association</c> of the configuration, and over it the name the set-up page was told.
/// Read again when this node has changed a setting, and after a minute, for another node may have.
/// </summary>
public sealed class Association(
    IDbContextFactory<CaseDbContext> contexts, LiveChanges changes, IOptions<AssociationProfile> configured, TimeProvider clock, ILogger<Association> log) : IBrandName
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);
    private volatile Known? known;

    public async ValueTask<string> NameAsync(CancellationToken cancel = default) =>
        (await ProfileAsync(cancel)).NameIn(CultureInfo.CurrentUICulture);

    /// <summary>The profile as screens show it. A database that does not answer takes no page away: the last known name stands, or the configured one.</summary>
    public async ValueTask<AssociationProfile> ProfileAsync(CancellationToken cancel = default)
    {
        var count = changes.Count(typeof(Setting));
        if (known is { } fresh && fresh.Count == count && clock.GetElapsedTime(fresh.ReadAt) < GoodFor)
            return fresh.Profile;
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            known = new Known(await ReadAsync(db, cancel), count, clock.GetTimestamp());
        }
        catch (DbException e)
        {
            log.LogWarning(e, "The association's name could not be read");
        }

        return known?.Profile ?? configured.Value;
    }

    /// <summary>As the database of this very transaction has it: what a paper says.</summary>
    public async Task<AssociationProfile> ReadAsync(CaseDbContext db, CancellationToken cancel)
    {
        var settings = db.Settings;
        var name = await settings.AsNoTracking().Where(s => s.Key == Setting.AssociationName).Select(s => s.Value).FirstOrDefaultAsync(cancel);
        return string.IsNullOrWhiteSpace(name) ? configured.Value : configured.Value.Called(name);
    }

    private sealed record Known(AssociationProfile Profile, long Count, long ReadAt);
}
