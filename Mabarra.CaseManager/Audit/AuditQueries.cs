using System.Globalization;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Audit;

/// <summary>One line of the trail as pages show it.</summary>
public sealed record AuditRow(long Sequence, DateTime At, string ActorName, string Action, string RecordType, string? RecordLabel, string? ClauseKey, string? Changes, string? Reason);

/// <summary>One look at a file or document.</summary>
public sealed record AccessRow(Guid Id, DateTime At, string ActorName, string RecordType, Guid RecordId, string? Why);

/// <summary>Somebody whose acts can be picked out.</summary>
public sealed record AuditActor(Guid Id, string Name);

/// <summary>Reads of the trail and of the access log, newest first.</summary>
public sealed class AuditQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>The trail of one record: shown on its page, and after a stale save to say who changed what.</summary>
    public async Task<IReadOnlyList<AuditRow>> OfRecordAsync(Guid recordId, int take, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Rows(db.AuditEntries.Where(e => e.RecordId == recordId).OrderByDescending(e => e.Sequence).Take(take)).ToListAsync(cancel);
    }

    /// <summary>Who looked at one record (ح-٢), newest first.</summary>
    public async Task<IReadOnlyList<AccessEntry>> AccessOfRecordAsync(Act act, Guid recordId, int take, CancellationToken cancel)
    {
        act.Require(AuditModule.ViewAccessPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.AccessEntries.AsNoTracking().Where(e => e.RecordId == recordId).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(take).ToListAsync(cancel);
    }

    /// <summary>Search is a record's number; filters are <c>actor</c> (an account's id) and <c>day</c> (a Riyadh day). The cursor is a sequence number.</summary>
    public async Task<Page<AuditRow>> PageAsync(Act act, PageQuery query, CancellationToken cancel)
    {
        act.Require(AuditModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var matching = Matching(db.AuditEntries, query);
        var back = query.Cursor?.StartsWith('>') == true;
        var from = long.TryParse(query.Cursor?.TrimStart('>'), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : (long?)null;
        var page = back && from is not null
            ? matching.Where(e => e.Sequence > from).OrderBy(e => e.Sequence)
            : matching.Where(e => from == null || e.Sequence < from).OrderByDescending(e => e.Sequence);
        var rows = await Rows(page.Take(query.Size + 1)).ToListAsync(cancel);
        var more = rows.Count > query.Size;
        if (more)
            rows.RemoveAt(query.Size);
        if (back)
            rows.Reverse();
        var older = rows.Count > 0 && (more || back) ? rows[^1].Sequence.ToString(CultureInfo.InvariantCulture) : null;
        var newer = rows.Count > 0 && (back ? more : from is not null) ? string.Create(CultureInfo.InvariantCulture, $">{rows[0].Sequence}") : null;
        return new Page<AuditRow>(rows, older, newer);
    }

    /// <summary>Who may be chosen in the filter.</summary>
    public async Task<IReadOnlyList<AuditActor>> ActorsAsync(Act act, CancellationToken cancel)
    {
        if (!act.Actor.May(AuditModule.ViewPermission))
            act.Require(AuditModule.ViewAccessPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Users.AsNoTracking().OrderBy(u => u.FullName).Select(u => new AuditActor(u.Id, u.FullName)).ToListAsync(cancel);
    }

    /// <summary>Filters are <c>actor</c> and <c>day</c>. The cursor is a moment and, since several looks may share it, an id.</summary>
    public async Task<Page<AccessRow>> AccessPageAsync(Act act, PageQuery query, CancellationToken cancel)
    {
        act.Require(AuditModule.ViewAccessPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var looks = db.AccessEntries.AsNoTracking();
        if (ActorOf(query) is { } actor)
            looks = looks.Where(e => e.ActorId == actor);
        if (DayOf(query) is { } day)
            looks = looks.Where(e => e.At >= day.From && e.At < day.To);
        if (query.Cursor?.Split('/') is [var moment, var id] && Guid.TryParse(id, out var last)
            && DateTime.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var before))
            looks = looks.Where(e => e.At < before || (e.At == before && e.Id.CompareTo(last) < 0));
        var rows = await looks.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(query.Size + 1)
            .Select(e => new AccessRow(e.Id, e.At, e.ActorName, e.RecordType, e.RecordId, e.Why)).ToListAsync(cancel);
        var next = rows.Count > query.Size ? string.Create(CultureInfo.InvariantCulture, $"{rows[query.Size - 1].At:O}/{rows[query.Size - 1].Id:D}") : null;
        return new Page<AccessRow>([.. rows.Take(query.Size)], next);
    }

    private static IQueryable<AuditEntry> Matching(IQueryable<AuditEntry> entries, PageQuery query)
    {
        if (query.Search is { Length: > 0 } label)
        {
            var number = Digits.ToLatin(label.Trim());
            entries = entries.Where(e => e.RecordLabel == number);
        }

        if (ActorOf(query) is { } actor)
            entries = entries.Where(e => e.ActorId == actor);
        if (DayOf(query) is { } day)
            entries = entries.Where(e => e.At >= day.From && e.At < day.To);
        return entries;
    }

    private static Guid? ActorOf(PageQuery query) => Guid.TryParse(query.Filter("actor"), out var id) ? id : null;

    private static (DateTime From, DateTime To)? DayOf(PageQuery query) =>
        DateOnly.TryParseExact(query.Filter("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue && day > DateOnly.MinValue
            ? (RiyadhTime.ToUtc(day.ToDateTime(TimeOnly.MinValue)), RiyadhTime.ToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue)))
            : null;

    private static IQueryable<AuditRow> Rows(IQueryable<AuditEntry> entries) => entries.AsNoTracking()
        .Select(e => new AuditRow(e.Sequence, e.At, e.ActorName, e.Action, e.RecordType, e.RecordLabel, e.ClauseKey, e.Changes, e.Reason));
}
