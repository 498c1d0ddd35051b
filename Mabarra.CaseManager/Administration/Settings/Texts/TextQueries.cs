using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Administration.Settings;

/// <summary>A text among the others.</summary>
/// <param name="At">When the version that holds was published; null for the app's own words.</param>
public sealed record TextRow(EditableText Text, int No, string Arabic, DateTime? At, string? By);

/// <summary>One version, as it was published.</summary>
/// <param name="At">Null for the app's own words.</param>
public sealed record TextVersionRow(int No, string Arabic, string English, DateTime? At, string? By, string? Why, int? TakenFrom);

/// <summary>Reads of the texts an administrator edits and of their versions.</summary>
public sealed class TextQueries(IDbContextFactory<CaseDbContext> contexts, HouseTexts texts)
{
    public async Task<IReadOnlyList<TextRow>> RowsAsync(Act act, CancellationToken cancel)
    {
        act.Require(SettingsModule.EditPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var versions = db.TextVersions;
        var latest = await versions.AsNoTracking().Where(t => !versions.Any(later => later.Key == t.Key && later.No > t.No)).ToDictionaryAsync(t => t.Key, StringComparer.Ordinal, cancel);
        return [.. texts.All.Select(t => latest.TryGetValue(t.Code, out var v)
            ? new TextRow(t, v.No, v.Body, v.CreatedAt, v.PublishedBy)
            : new TextRow(t, TextVersion.BuiltIn, t.BuiltIn.Ar, null, null))];
    }

    /// <summary>Every version, newest first; the last one is the app's own words.</summary>
    public async Task<IReadOnlyList<TextVersionRow>> VersionsAsync(Act act, EditableText text, CancellationToken cancel)
    {
        act.Require(SettingsModule.EditPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (versions, key) = (db.TextVersions, text.Code);
        var rows = await versions.AsNoTracking().Where(t => t.Key == key).OrderByDescending(t => t.No)
            .Select(t => new TextVersionRow(t.No, t.Body, t.BodyEn ?? t.Body, t.CreatedAt, t.PublishedBy, t.Why, t.TakenFrom)).ToListAsync(cancel);
        var own = text.BuiltIn;
        return [.. rows, new TextVersionRow(own.No, own.Ar, own.En, null, null, null, null)];
    }
}
