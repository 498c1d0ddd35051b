using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Administration.Settings;

/// <summary>A line as its page shows it.</summary>
/// <param name="Stamp">Sent back with a change.</param>
/// <param name="Uses">How many records point to it.</param>
public sealed record ListRow(string Code, Guid Stamp, string NameAr, string NameEn, bool IsActive, int Uses);

/// <summary>Reads of the lists an administrator edits.</summary>
public sealed class ListQueries(IDbContextFactory<CaseDbContext> contexts, IEnumerable<IEditableList> lists)
{
    public IReadOnlyList<string> Keys { get; } = [.. lists.Select(l => l.Key)];

    /// <summary>Every line in order, those out of use too.</summary>
    public async Task<IReadOnlyList<ListRow>> RowsAsync(Act act, string list, CancellationToken cancel)
    {
        act.Require(SettingsModule.EditPermission);
        var home = lists.First(l => string.Equals(l.Key, list, StringComparison.Ordinal));
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var uses = await home.UsesAsync(db, cancel);
        return [.. (await home.RowsAsync(db, forChange: false, cancel))
            .Select(r => new ListRow(r.Code, r.Stamp(), r.NameAr, r.NameEn, r.IsActive, uses.GetValueOrDefault(r.Code)))];
    }
}
