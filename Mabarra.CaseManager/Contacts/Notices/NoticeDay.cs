using System.Globalization;
using System.Resources;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Daily;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Notices;

/// <summary>
/// Calls to be made, papers to be posted or handed over, and what could not be sent: with the officer in charge of the cell today (خ-١); with the desk what is of no
/// cell, or of one nobody is in charge of.
/// </summary>
public sealed class NoticeDay(IDbContextFactory<CaseDbContext> contexts, MatrixReader matrices) : IDaySource
{
    private static readonly ResourceManager Words = new(typeof(ContactsText));

    public string Name => "notice";

    public IReadOnlyList<Type> Watched { get; } = [typeof(Notice), typeof(LiaisonAssignment), typeof(OfficerAbsence)];

    public async Task<IReadOnlyList<DayItem>> ReadAsync(Act act, DayAsk ask, CancellationToken cancel)
    {
        var others = OthersCells(await matrices.ReadAsync(cancel), act);
        return await ItemsAsync(act, notices => notices
            .Where(n => !EF.Parameter(ask.Without).Contains(n.Id) && (n.LiaisonCell == null || !EF.Parameter(others).Contains(n.LiaisonCell)))
            .OrderBy(n => n.TaskOn).ThenBy(n => n.Serial).Take(ask.Take), cancel);
    }

    public async Task<DayItem?> OneAsync(Act act, Guid id, CancellationToken cancel) => (await ItemsAsync(act, notices => notices.Where(n => n.Id == id), cancel)).SingleOrDefault();

    private async Task<IReadOnlyList<DayItem>> ItemsAsync(Act act, Func<IQueryable<Notice>, IQueryable<Notice>> narrow, CancellationToken cancel)
    {
        if (!act.Actor.May(ContactsModule.EditPermission) || !act.Actor.May(ContactsModule.ViewPermission))
            return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var waiting = NoticeAccess.Visible(db, act).Where(n => n.Status == NoticeStatus.Task || n.Status == NoticeStatus.Failed);
        var rows = await narrow(waiting).Select(n => new { n.Id, n.Kind, n.Route, n.Status, n.RecipientName, n.RecordLabel, n.TaskOn }).ToListAsync(cancel);
        return rows.ConvertAll(n =>
        {
            var key = n.Status == NoticeStatus.Failed ? "todo.failed" : $"todo.{n.Route}";
            var todo = string.Format(CultureInfo.CurrentCulture, Words.GetString(key, CultureInfo.CurrentUICulture)!, NoticeTexts.TitleOf(n.Kind, CultureInfo.CurrentUICulture));
            // What could not be sent waits today: it was to be there already.
            return new DayItem(Name, n.Id, todo, n.RecipientName, n.RecordLabel, ContactsLinks.Notice(n.Id), n.Route.Icon(), n.TaskOn ?? act.On);
        });
    }

    /// <summary>Cells a colleague acts for today, with those of whole categories. An officer is not asked to fill gaps; the desk is.</summary>
    private static List<string> OthersCells(LiaisonMatrix matrix, Act act)
    {
        var isOfficer = act.Actor.May(LiaisonModule.MinePermission);
        var all = matrix.All(act.On).Select(c => c.Cell).Concat(matrix.Categories.Select(c => LiaisonMatrix.CellOf(c, null)));
        return [.. all.Where(c => matrix.InCharge(c, act.On) is { } officer ? officer != act.Actor.Id : isOfficer)];
    }
}
