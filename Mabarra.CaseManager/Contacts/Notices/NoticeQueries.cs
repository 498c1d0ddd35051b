using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Notices;

/// <summary>Which notices a list shows.</summary>
public enum NoticeView
{
    /// <summary>Everything, the newest first.</summary>
    All,

    /// <summary>Calls, prints and what was given up: somebody has to do something, the oldest first.</summary>
    ToDo,

    /// <summary>Tasks of the cells whoever looks is in charge of today, the oldest first (خ-١).</summary>
    Mine,

    Waiting,

    Sent,

    Delivered,

    Failed,

    Cancelled,

    Withheld,
}

/// <summary>A notice as lists show it.</summary>
public sealed record NoticeRow(
    Guid Id, Guid Version, long Serial, NoticeKind Kind, NoticeRoute Route, NoticeStatus Status, string Name, string? Recipient, string RecordLabel,
    DateTime CreatedAt, DateOnly? TaskOn, DateTime? NextTryAt, int Failures);

/// <summary>One notice and its history.</summary>
/// <param name="Officer">Whose task it is today; null when the matrix has a gap there, or nobody is charged with it.</param>
public sealed record NoticeDetail(Notice Notice, IReadOnlyList<NoticeTry> Tries, long FileNo, bool MayEdit, string? Officer = null);

/// <summary>Reads of notices.</summary>
public sealed class NoticeQueries(IDbContextFactory<CaseDbContext> contexts, AccessLog log)
{
    private const int MostOfRecord = 50;

    public async Task<Page<NoticeRow>> PageAsync(Act act, NoticeView view, NoticeRoute? route, NoticeKind? kind, PageQuery page, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var few = await db.FewAsync(act, ContactsModule.ViewPermission, cancel);
        var notices = view == NoticeView.Mine ? await MineAsync(db, act, cancel) : Viewed(NoticeAccess.Visible(db, act), view);
        if (few is not null)
            notices = notices.Where(n => EF.Parameter(few).Contains(n.BeneficiaryId));
        if (route is { } r)
            notices = notices.Where(n => n.Route == r);
        if (kind is { } k)
            notices = notices.Where(n => n.Kind == k);
        if (!CleanText.IsBlank(page.Search))
        {
            var number = Digits.ToLatin(page.Search!.Trim()).ToUpperInvariant();
            notices = notices.Where(n => n.RecordLabel == number);
        }

        return await notices.PageAsync(page, n => n.Serial, view is not (NoticeView.ToDo or NoticeView.Mine), Rows, n => n.Serial, cancel, OwnPeople.CountsCheaply(act, ContactsModule.ViewPermission, few));
    }

    /// <summary>How many wait for a person, counted no further than <see cref="Page.TotalCap"/> + 1.</summary>
    public async Task<int> ToDoAsync(Act act, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Viewed(NoticeAccess.Visible(db, act), NoticeView.ToDo).Take(Page.TotalCap + 1).CountAsync(cancel);
    }

    /// <summary>Calls and papers that wait for somebody, the oldest first.</summary>
    public async Task<IReadOnlyList<NoticeRow>> MineAsync(Act act, int take, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Rows((await MineAsync(db, act, cancel)).OrderBy(n => n.Serial).Take(take)).ToListAsync(cancel);
    }

    /// <summary>What was told about one record, newest first.</summary>
    public async Task<IReadOnlyList<NoticeRow>> OfRecordAsync(Act act, Guid recordId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Rows(NoticeAccess.Visible(db, act).Where(n => n.RecordId == recordId).OrderByDescending(n => n.Serial).Take(MostOfRecord)).ToListAsync(cancel);
    }

    /// <summary>One notice with its attempts, and a line in the access log (ح-٢).</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="AccessDenied">Not within the actor's reach.</exception>
    public async Task<NoticeDetail?> OpenAsync(Act act, Guid id, CancellationToken cancel)
    {
        act.Require(ContactsModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var notice = await db.Notices.AsNoTracking().Include(n => n.Tries).SingleOrDefaultAsync(n => n.Id == id, cancel);
        if (notice is null)
            return null;
        var (links, people) = (db.BeneficiaryCategoryLinks, db.Beneficiaries);
        var categories = await links.Where(c => c.BeneficiaryId == notice.BeneficiaryId).Select(c => c.CategoryCode).ToListAsync(cancel);
        if (!BeneficiaryAccess.Covers(act.Actor, ContactsModule.ViewPermission, categories))
            throw act.Refuse(ContactsModule.ViewPermission, id);
        var fileNo = await people.Where(b => b.Id == notice.BeneficiaryId).Select(b => b.FileNo).SingleAsync(cancel);
        await log.LookedAsync(act, nameof(Notice), id, cancel);
        var inCharge = (await MatrixReader.ReadAsync(db, cancel)).InCharge(notice.LiaisonCell, act.On);
        var officer = await db.Users.AsNoTracking().Where(u => u.Id == inCharge).Select(u => u.FullName).SingleOrDefaultAsync(cancel);
        return new NoticeDetail(
            notice, [.. notice.Tries.OrderBy(t => t.At).ThenBy(t => t.Id)], fileNo, BeneficiaryAccess.Covers(act.Actor, ContactsModule.EditPermission, categories), officer);
    }

    /// <summary>Not by name: whoever stands in today has them today, and hands them back by coming back.</summary>
    private static async Task<IQueryable<Notice>> MineAsync(CaseDbContext db, Act act, CancellationToken cancel)
    {
        var cells = (await MatrixReader.ReadAsync(db, cancel)).CellsOf(act.Actor.Id, act.On).ToList();
        return Viewed(NoticeAccess.Visible(db, act), NoticeView.ToDo).Where(n => n.LiaisonCell != null && EF.Parameter(cells).Contains(n.LiaisonCell));
    }

    private static IQueryable<Notice> Viewed(IQueryable<Notice> notices, NoticeView view) => view switch
    {
        NoticeView.ToDo => notices.Where(n => n.Status == NoticeStatus.Task || n.Status == NoticeStatus.Failed),
        NoticeView.Waiting => notices.Where(n => n.Status == NoticeStatus.Waiting),
        NoticeView.Sent => notices.Where(n => n.Status == NoticeStatus.Sent),
        NoticeView.Delivered => notices.Where(n => n.Status == NoticeStatus.Delivered),
        NoticeView.Failed => notices.Where(n => n.Status == NoticeStatus.Failed),
        NoticeView.Cancelled => notices.Where(n => n.Status == NoticeStatus.Cancelled),
        NoticeView.Withheld => notices.Where(n => n.Status == NoticeStatus.Withheld),
        _ => notices,
    };

    private static IQueryable<NoticeRow> Rows(IQueryable<Notice> notices) => notices.Select(n => new NoticeRow(
        n.Id, n.Version, n.Serial, n.Kind, n.Route, n.Status, n.RecipientName, n.Recipient, n.RecordLabel, n.CreatedAt, n.TaskOn, n.NextTryAt, n.Failures));
}
