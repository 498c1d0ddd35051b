using System.Linq.Expressions;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>A visit as the reception page shows it.</summary>
public sealed record VisitRow(
    Guid Id, Guid Version, long Serial, long? DayOrder, VisitStatus Status, DateTime ArrivedAt, Guid? BeneficiaryId, string VisitorName, string? Purpose,
    string? Question, string? Answer, DateTime? CalledAt, Guid? CalledById, string? CalledByName, string? Desk, DateTime? ServedAt, string? ServedByName,
    DateTime? EndedAt, bool IsHandedOver, string? HandedToName, string? LeftReason, string? VolunteerName, string? SupervisorName)
{
    /// <summary>رقم الدور.</summary>
    public long? SlipNo => DayOrder is { } order ? DayOrders.SlipOf(order) : null;
}

/// <summary>A colleague to choose.</summary>
public sealed record ColleagueRow(Guid Id, string Name, bool IsOfficer);

/// <summary>Reads of visits.</summary>
public sealed class VisitQueries(IDbContextFactory<CaseDbContext> contexts)
{
    private const int MostColleagues = 500;
    private const int MostHere = 100;

    /// <summary>Colleagues a visit may name; a house has dozens.</summary>
    public async Task<IReadOnlyList<ColleagueRow>> ColleaguesAsync(Act act, CancellationToken cancel)
    {
        act.Require(IntakeModule.EditPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var users = await db.Users.AsNoTracking().Where(u => u.IsActive).OrderBy(u => u.FullName).Take(MostColleagues)
            .Select(u => new { u.Id, u.FullName, u.Roles }).ToListAsync(cancel);
        return [.. users.Select(u => new ColleagueRow(u.Id, u.FullName, u.Roles.Contains(StaffRole.LiaisonOfficer)))];
    }

    /// <summary>Who is in the house now, in order of arrival.</summary>
    public async Task<IReadOnlyList<VisitRow>> OpenAsync(Act act, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Rows(Visible(db, act).Where(v => v.EndedAt == null).OrderBy(v => v.Serial).Take(MostHere)).ToListAsync(cancel);
    }

    /// <summary>Everybody who came, newest first; narrowed by what the list's filters say.</summary>
    public async Task<Page<VisitRow>> PageAsync(Act act, PageQuery page, CancellationToken cancel)
    {
        act.Require(IntakeModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var filter = VisitFilter.Of(page);
        var few = await db.FewAsync(act, IntakeModule.ViewPermission, cancel);
        var visits = few is null ? filter.Narrow(Visible(db, act)) : filter.NarrowFew(Visible(db, act).Where(v => EF.Parameter(few).Contains(v.BeneficiaryId!.Value)));
        var counts = OwnPeople.CountsCheaply(act, IntakeModule.ViewPermission, few);
        return filter.HasDays && few is null
            ? await visits.PageAsync(page, v => v.DayOrder!.Value, descending: true, Rows, r => r.DayOrder!.Value, cancel, counts)
            : await visits.PageAsync(page, v => v.Serial, descending: true, Rows, r => r.Serial, cancel, counts);
    }

    /// <summary>The visits of one person, newest first.</summary>
    public async Task<IReadOnlyList<VisitRow>> OfBeneficiaryAsync(Act act, Guid beneficiaryId, int take, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Rows(Visible(db, act).Where(v => v.BeneficiaryId == beneficiaryId).OrderByDescending(v => v.Serial).Take(take)).ToListAsync(cancel);
    }

    public async Task<VisitRow?> OneAsync(Act act, Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Rows(Visible(db, act).Where(v => v.Id == id)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Questions handed over and not answered yet, the oldest first: of this officer, or of all for the desk.</summary>
    public async Task<Page<VisitRow>> QuestionsAsync(Act act, PageQuery page, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var questions = db.Visits.AsNoTracking().QuestionsFor(db, act, IntakeModule.ViewPermission);
        return await questions.PageAsync(page, v => v.Serial, descending: false, Rows, r => r.Serial, cancel);
    }

    internal static IQueryable<Visit> Visible(CaseDbContext db, Act act) => db.Visits.AsNoTracking().VisibleTo(db, act, IntakeModule.ViewPermission);

    internal static IQueryable<VisitRow> Rows(IQueryable<Visit> visits) => visits.Select(Row);

    private static readonly Expression<Func<Visit, VisitRow>> Row = v => new VisitRow(
        v.Id, v.Version, v.Serial, v.DayOrder, v.Status, v.ArrivedAt, v.BeneficiaryId, v.VisitorName, v.Purpose, v.Question, v.Answer, v.CalledAt, v.CalledById,
        v.CalledByName, v.Desk, v.ServedAt, v.ServedByName, v.EndedAt, v.IsHandedOver, v.HandedToName, v.LeftReason, v.VolunteerName, v.SupervisorName);
}
