using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Administration.Settings;

/// <summary>One earlier change as the pages of the settings show it.</summary>
public sealed record SettingChange(long Sequence, DateTime At, string ActorName, string Action, string? Label, IReadOnlyList<AuditChange> Changes);

/// <summary>Reads of the settings and of their history, which is the audit trail's own.</summary>
public sealed class SettingQueries(IDbContextFactory<CaseDbContext> contexts)
{
    private const int Shown = 25;

    /// <param name="prefix">What the keys of the group begin with.</param>
    public async Task<SettingGroup> GroupAsync(Act act, string prefix, CancellationToken cancel)
    {
        act.Require(SettingsModule.EditPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await SettingGroup.ReadAsync(db, prefix, cancel);
    }

    /// <summary>Who changed what and when, newest first.</summary>
    /// <param name="action">What the acts' names begin with.</param>
    /// <param name="label">What their labels begin with.</param>
    public async Task<IReadOnlyList<SettingChange>> HistoryAsync(Act act, string action, string? label, CancellationToken cancel)
    {
        act.Require(SettingsModule.EditPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var entries = db.AuditEntries.AsNoTracking().Where(e => e.Action.StartsWith(action));
        if (label is not null)
            entries = entries.Where(e => e.RecordLabel!.StartsWith(label));
        var rows = await entries.OrderByDescending(e => e.Sequence).Take(Shown)
            .Select(e => new { e.Sequence, e.At, e.ActorName, e.Action, e.RecordLabel, e.Changes }).ToListAsync(cancel);
        return [.. rows.Select(e => new SettingChange(e.Sequence, e.At, e.ActorName, e.Action, e.RecordLabel, AuditChangeList.Read(e.Changes)))];
    }
}
