using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Administration.Settings;

/// <summary>Reads of how numbers are written.</summary>
public sealed class NumberQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>The number that would come next today, by <see cref="NumberSeries.Name"/>, if each series were written so.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NextAsync(Act act, IReadOnlyDictionary<string, NumberFormat> formats, CancellationToken cancel)
    {
        act.Require(SettingsModule.EditPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var next = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, format) in formats)
        {
            // Slips of the hall are counted by the day under a name of their own, whatever the card's prefix is.
            var series = format.Restart == NumberRestart.Day ? NumberSeries.DaySeriesOf(act.On) : format.SeriesOf(act.On);
            var last = await db.Set<SerialNumber>().AsNoTracking().Where(s => s.Series == series).Select(s => s.Last).FirstOrDefaultAsync(cancel);
            next[name] = format.Of(act.On, last + 1);
        }

        return next;
    }
}
