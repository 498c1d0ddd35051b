using System.Globalization;
using System.Resources;
using Mabarra.CaseManager.Daily;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;
using MudBlazor;

namespace Mabarra.CaseManager.Committee;

/// <summary>Sittings a member is asked to, and votes that are open and lack his. Nobody goes or votes for anybody else.</summary>
public sealed class SittingDay(IDbContextFactory<CaseDbContext> contexts) : IDaySource
{
    private static readonly ResourceManager Words = new(typeof(ReviewText));

    public string Name => "sitting";

    public IReadOnlyList<Type> Watched { get; } = [typeof(Sitting), typeof(AgendaItem), typeof(MemberVote), typeof(Attendance)];

    public async Task<IReadOnlyList<DayItem>> ReadAsync(Act act, DayAsk ask, CancellationToken cancel)
    {
        if (!act.Actor.May(CommitteeModule.SittingsPermission))
            return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return [.. await VotesAsync(db, act, i => !EF.Parameter(ask.Without).Contains(i.Id), ask.Take, cancel),
            .. await SittingsAsync(db, act, s => !EF.Parameter(ask.Without).Contains(s.Id), ask.Take, cancel)];
    }

    public async Task<DayItem?> OneAsync(Act act, Guid id, CancellationToken cancel)
    {
        if (!act.Actor.May(CommitteeModule.SittingsPermission))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await VotesAsync(db, act, i => i.Id == id, 1, cancel)).Concat(await SittingsAsync(db, act, s => s.Id == id, 1, cancel)).FirstOrDefault();
    }

    private async Task<IEnumerable<DayItem>> SittingsAsync(
        CaseDbContext db, Act act, System.Linq.Expressions.Expression<Func<Sitting, bool>> which, int take, CancellationToken cancel)
    {
        var (sittings, attendances, committees, me) = (db.Sittings, db.Set<Attendance>(), db.StandingCommittees, act.Actor.Id);
        var asked = sittings.AsNoTracking().Where(which)
            .Where(s => (s.Status == SittingStatus.Invited || s.Status == SittingStatus.InSession) && attendances.Any(a => a.SittingId == s.Id && a.EmployeeId == me));
        var rows = await (from s in asked
                          join c in committees on s.CommitteeId equals c.Id
                          orderby s.StartsAt
                          select new { s.Id, s.No, s.HijriYear, s.StartsAt, c.NameAr, c.NameEn }).Take(take).ToListAsync(cancel);
        return rows.Select(s => Item(
            s.Id, "todo.sitting", AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? s.NameAr : s.NameEn, string.Create(CultureInfo.InvariantCulture, $"{s.No}/{s.HijriYear}"), s.Id,
            Icons.Material.Outlined.EventNote, RiyadhTime.DayOf(s.StartsAt)));
    }

    private async Task<IEnumerable<DayItem>> VotesAsync(
        CaseDbContext db, Act act, System.Linq.Expressions.Expression<Func<AgendaItem, bool>> which, int take, CancellationToken cancel)
    {
        var (items, attendances, sittings, me) = (db.Set<AgendaItem>(), db.Set<Attendance>(), db.Sittings, act.Actor.Id);
        var lacking = items.AsNoTracking().Where(which).Where(i => i.State == ItemState.Voting
            && attendances.Any(a => a.SittingId == i.SittingId && a.EmployeeId == me && a.IsVoting
                && (a.Stays.Any(s => s.LeftAt == null) || sittings.Any(s => s.Id == i.SittingId && s.Mode == SittingMode.Circulation)))
            && !i.Recusals.Any(r => r.EmployeeId == me)
            && !i.Votes.Any(v => v.EmployeeId == me && v.Round == i.Round));
        var rows = await lacking.OrderBy(i => i.VoteOpenedAt).Take(take).Select(i => new { i.Id, i.SittingId, i.RequestNumber }).ToListAsync(cancel);
        return rows.Select(i => Item(i.Id, "todo.vote", "", i.RequestNumber, i.SittingId, Icons.Material.Outlined.HowToVote, act.On));
    }

    private DayItem Item(Guid id, string todo, string about, string label, Guid sitting, string icon, DateOnly on) =>
        new(Name, id, Words.GetString(todo, CultureInfo.CurrentUICulture)!, about, label, CommitteeLinks.Sitting(sitting), icon, on) { CanHandOver = false };
}
