using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Inquiries;

/// <summary>An answer of the library: a version of it.</summary>
/// <param name="EntryVersion">Sent back with an act; a stale one is refused.</param>
public sealed record AnswerRow(
    Guid EntryId, Guid EntryVersion, Guid VersionId, long No, int VersionNo, string Question, string Text, string Source, DateOnly? ReviewByOn, bool IsApproved,
    bool IsRetired, long UsedCount, string WrittenByName, string? ApprovedByName, DateTime? ApprovedAt);

/// <summary>Reads of the library.</summary>
public sealed class AnswerQueries(IDbContextFactory<CaseDbContext> contexts)
{
    private const int MostWords = 6;

    /// <summary>Approved answers in which every word typed occurs; those given most often first. Nothing typed: the most given.</summary>
    public async Task<IReadOnlyList<AnswerRow>> FindAsync(Act act, string? typed, int take, CancellationToken cancel)
    {
        act.Require(InquiriesModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var entries = db.AnswerEntries.AsNoTracking().Where(e => e.CurrentNo != null && !e.IsRetired);
        foreach (var word in Words(typed))
            entries = entries.Where(e => e.SearchText.Contains(word));
        var rows = await Current(db, entries.OrderByDescending(e => e.UsedCount).ThenBy(e => e.No).Take(take)).ToListAsync(cancel);
        return [.. rows.OrderByDescending(r => r.UsedCount).ThenBy(r => r.No)];
    }

    /// <summary>Answers that share words with a question, the closest first.</summary>
    public async Task<IReadOnlyList<AnswerRow>> LikeAsync(Act act, string question, int take, CancellationToken cancel)
    {
        act.Require(InquiriesModule.ViewPermission);
        const int MostKept = 300;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var entries = db.AnswerEntries.AsNoTracking().Where(e => e.CurrentNo != null && !e.IsRetired).OrderByDescending(e => e.UsedCount).Take(MostKept);
        var words = QuestionGist.Of(question).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // A library has dozens of answers: counting shared words here costs nothing.
        var near = (await entries.Select(e => new { e.Id, e.SearchText }).ToListAsync(cancel))
            .Select(e => (e.Id, Shared: words.Count(w => e.SearchText.Contains(w, StringComparison.Ordinal)))).Where(e => e.Shared > 0)
            .OrderByDescending(e => e.Shared).Take(take).Select(e => e.Id).ToList();
        var rows = await Current(db, db.AnswerEntries.AsNoTracking().Where(e => near.Contains(e.Id))).ToListAsync(cancel);
        return [.. rows.OrderBy(r => near.IndexOf(r.EntryId))];
    }

    /// <summary>Drafts that wait for approval, the oldest first.</summary>
    public async Task<IReadOnlyList<AnswerRow>> DraftsAsync(Act act, CancellationToken cancel)
    {
        act.Require(InquiriesModule.WritePermission);
        const int Most = 50;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Rows(db, db.AnswerVersions.AsNoTracking().Where(v => v.ApprovedAt == null).OrderBy(v => v.CreatedAt).Take(Most)).ToListAsync(cancel);
    }

    /// <summary>All versions of one, the newest first.</summary>
    public async Task<IReadOnlyList<AnswerRow>> VersionsAsync(Act act, Guid entryId, CancellationToken cancel)
    {
        act.Require(InquiriesModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await Rows(db, db.AnswerVersions.AsNoTracking().Where(v => v.EntryId == entryId)).ToListAsync(cancel);
        return [.. rows.Where(r => r.IsApproved || act.Actor.May(InquiriesModule.WritePermission)).OrderByDescending(r => r.VersionNo)];
    }

    internal static Task<AnswerRow?> RowAsync(CaseDbContext db, Guid versionId, CancellationToken cancel) =>
        Rows(db, db.AnswerVersions.AsNoTracking().Where(v => v.Id == versionId)).SingleOrDefaultAsync(cancel);

    private static IEnumerable<string> Words(string? typed) =>
        SearchKey.Of(typed is { Length: <= 200 } ? typed : null).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords);

    private static IQueryable<AnswerRow> Current(CaseDbContext db, IQueryable<AnswerEntry> entries)
    {
        var versions = db.AnswerVersions.AsNoTracking();
        return Rows(db, from e in entries
                        join v in versions on new { e.Id, No = e.CurrentNo } equals new { Id = v.EntryId, No = (int?)v.No }
                        select v);
    }

    private static IQueryable<AnswerRow> Rows(CaseDbContext db, IQueryable<AnswerVersion> versions)
    {
        var entries = db.AnswerEntries.AsNoTracking();
        return from v in versions
               join e in entries on v.EntryId equals e.Id
               select new AnswerRow(
                   e.Id, e.Version, v.Id, e.No, v.No, v.Question, v.Text, v.Source, v.ReviewByOn, v.ApprovedAt != null, e.IsRetired, e.UsedCount, v.WrittenByName, v.ApprovedByName, v.ApprovedAt);
    }
}
