using System.Globalization;
using System.Resources;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Daily;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;
using MudBlazor;

namespace Mabarra.CaseManager.Intake;

/// <summary>
/// Requests that wait: for a reply, by the officer in charge of their cell today (خ-١), by the desk where nobody is; late ones by whoever supervises too
/// (DOMAIN.md §3.1). Those begun and left by the desk; those that lack papers wait for the beneficiary.
/// </summary>
public sealed class RequestDay(IDbContextFactory<CaseDbContext> contexts, MatrixReader matrices) : IDaySource
{
    private static readonly ResourceManager Words = new(typeof(IntakeText));

    public string Name => "request";

    public IReadOnlyList<Type> Watched { get; } = [typeof(ServiceRequest), typeof(LiaisonAssignment), typeof(OfficerAbsence)];

    public async Task<IReadOnlyList<DayItem>> ReadAsync(Act act, DayAsk ask, CancellationToken cancel)
    {
        if (!act.Actor.May(IntakeModule.ViewPermission))
            return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var left = db.ServiceRequests.AsNoTracking().VisibleTo(db, act).Where(r => !EF.Parameter(ask.Without).Contains(r.Id));
        var found = new Dictionary<Guid, DayItem>();
        foreach (var part in Parts(left, act, await matrices.ReadAsync(cancel)))
        {
            foreach (var item in await ItemsAsync(db, part.Take(ask.Take), cancel))
                found.TryAdd(item.Id, item);
        }
        return [.. found.Values];
    }

    public async Task<DayItem?> OneAsync(Act act, Guid id, CancellationToken cancel)
    {
        if (!act.Actor.May(IntakeModule.ViewPermission))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var one = db.ServiceRequests.AsNoTracking().VisibleTo(db, act)
            .Where(r => r.Id == id && (r.DueOrder != null || r.Status == RequestStatus.Draft || r.Status == RequestStatus.Incomplete));
        return (await ItemsAsync(db, one, cancel)).SingleOrDefault();
    }

    /// <summary>Each goes by an index of its own and ends early; one condition for all of them would walk every open request.</summary>
    private static IEnumerable<IQueryable<ServiceRequest>> Parts(IQueryable<ServiceRequest> left, Act act, LiaisonMatrix matrix)
    {
        var awaiting = left.Where(r => r.DueOrder != null).OrderBy(r => r.DueOrder);
        var begun = left.Where(r => r.Status == RequestStatus.Draft).OrderBy(r => r.Serial);
        var lacking = left.Where(r => r.Status == RequestStatus.Incomplete).OrderBy(r => r.Serial);
        if (act.Actor.May(LiaisonModule.MinePermission))
        {
            var cells = matrix.CellsOf(act.Actor.Id, act.On);
            yield return awaiting.Where(r => EF.Parameter(cells).Contains(r.LiaisonCell));
            yield return begun.Where(r => EF.Parameter(cells).Contains(r.LiaisonCell));
            yield return lacking.Where(r => EF.Parameter(cells).Contains(r.LiaisonCell));
        }
        if (act.Actor.ReachOf(IntakeModule.EditPermission) == Reach.All)
        {
            IReadOnlyList<string> gaps = [.. matrix.Gaps(act.On).Select(c => c.Cell)];
            yield return awaiting.Where(r => r.LiaisonCell == null);
            yield return awaiting.Where(r => EF.Parameter(gaps).Contains(r.LiaisonCell));
            yield return begun;
            yield return lacking;
        }
        if (act.Actor.May(IntakeModule.RevokePermission))
        {
            var todaysFirst = (long)act.On.DayNumber << 40;
            yield return awaiting.Where(r => r.DueOrder < todaysFirst);
        }
    }

    private async Task<List<DayItem>> ItemsAsync(CaseDbContext db, IQueryable<ServiceRequest> requests, CancellationToken cancel)
    {
        var people = db.Beneficiaries;
        var rows = await (from r in requests
                          join b in people on r.BeneficiaryId equals b.Id
                          select new { r.Id, r.Number, r.Status, r.DueOn, r.NextReminderOn, r.CreatedAt, Name = b.FirstName + " " + b.FatherName + " " + b.FamilyName }).ToListAsync(cancel);
        return rows.ConvertAll(r => new DayItem(Name, r.Id, Words.GetString($"todo.{r.Status}", CultureInfo.CurrentUICulture)!, r.Name, r.Number, RequestLinks.Open(r.Id), IconOf(r.Status), r.Status switch
        {
            // Nobody leaves a request half taken in overnight.
            RequestStatus.Draft => RiyadhTime.DayOf(r.CreatedAt),
            RequestStatus.Incomplete => r.NextReminderOn,
            _ => r.DueOn,
        })
        {
            IsHers = r.Status == RequestStatus.Incomplete,
        });
    }

    private static string IconOf(RequestStatus status) => status switch
    {
        RequestStatus.Draft => Icons.Material.Outlined.EditNote,
        RequestStatus.Incomplete => Icons.Material.Outlined.HourglassEmpty,
        RequestStatus.Decided => Icons.Material.Outlined.MarkEmailUnread,
        RequestStatus.AtCommittee => Icons.Material.Outlined.Gavel,
        _ => Icons.Material.Outlined.Assignment,
    };
}

/// <summary>Who sits in the hall and waits to be received (ت-١), the longest waiting first.</summary>
public sealed class VisitDay(IDbContextFactory<CaseDbContext> contexts) : IDaySource
{
    private static readonly ResourceManager Words = new(typeof(IntakeText));

    public string Name => "visit";

    public IReadOnlyList<Type> Watched { get; } = [typeof(Visit)];

    public Task<IReadOnlyList<DayItem>> ReadAsync(Act act, DayAsk ask, CancellationToken cancel) =>
        ItemsAsync(act, visits => visits.Where(v => !EF.Parameter(ask.Without).Contains(v.Id)).OrderBy(v => v.Serial).Take(ask.Take), cancel);

    public async Task<DayItem?> OneAsync(Act act, Guid id, CancellationToken cancel) => (await ItemsAsync(act, visits => visits.Where(v => v.Id == id), cancel)).SingleOrDefault();

    private async Task<IReadOnlyList<DayItem>> ItemsAsync(Act act, Func<IQueryable<Visit>, IQueryable<Visit>> narrow, CancellationToken cancel)
    {
        if (act.Actor.ReachOf(IntakeModule.EditPermission) != Reach.All)
            return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var waiting = db.Visits.AsNoTracking().Where(v => v.Status == VisitStatus.Waiting);
        var rows = await narrow(waiting).Select(v => new { v.Id, v.VisitorName, v.ArrivedAt }).ToListAsync(cancel);
        return rows.ConvertAll(v => new DayItem(
            Name, v.Id, Words.GetString("todo.visit", CultureInfo.CurrentUICulture)!, v.VisitorName, null, VisitLinks.Reception, Icons.Material.Outlined.MeetingRoom, RiyadhTime.DayOf(v.ArrivedAt))
        {
            CanHandOver = false,
        });
    }
}
