using System.Globalization;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>A card of the review board: the beneficiary by her file's number only, and nothing that tells more of her (ح-٢).</summary>
public sealed record ReviewCard(
    Guid Id, string Number, long FileNo, string ServiceAr, string ServiceEn, Money? Amount, DateOnly DueOn, ReviewLane? Lane, bool NeedsStudy, Guid? SittingId,
    DecisionOutcome? Outcome, int DeferredCount)
{
    /// <summary>Working days left of the fifteen.</summary>
    public int DaysLeft { get; init; }

    public string? Officer { get; init; }

    public string? Sitting { get; init; }

    public string Service => AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? ServiceAr : ServiceEn;
}

/// <summary>A window on one lane.</summary>
public sealed record ReviewWindow(int Total, IReadOnlyList<ReviewCard> Cards);

/// <summary>Requests whose thirteenth day comes before any sitting.</summary>
/// <param name="First">The earliest of those days.</param>
public sealed record ReviewWarning(int Count, DateOnly First, DateOnly? NextSittingOn);

/// <summary>What stands above the board.</summary>
/// <param name="Sittings">Planned sittings whose agenda the reader draws up.</param>
public sealed record ReviewHead(
    IReadOnlyList<CodeRow> Services, IReadOnlyList<(Guid Id, string Name)> Officers, IReadOnlyList<SittingChoice> Sittings, bool MayManage, bool MayStudy, ReviewWarning? Warning)
{
    /// <summary>A member who draws up no agenda sees the requests of sittings he was asked to; he was asked to none that is still to come.</summary>
    public bool IsWithoutAgenda { get; init; }
}

/// <summary>A sitting to put requests on the agenda of.</summary>
public sealed record SittingChoice(Guid Id, string Label, DateTime StartsAt, int Items);

/// <summary>Reads of the review board.</summary>
public sealed class ReviewQueries(IDbContextFactory<CaseDbContext> contexts, CalendarReader calendars, MatrixReader matrices)
{
    public const int LargestWindow = 60;

    /// <summary>So many working days before the reply is due, the thirteenth day has come.</summary>
    private const int DaysAfterThirteenth = 2;

    /// <summary>The nearest due date first; only the cards somebody looks at are read.</summary>
    public async Task<ReviewWindow> LaneAsync(Act act, ReviewLane lane, RequestFilter? filter, int skip, int take, CancellationToken cancel)
    {
        act.Require(CommitteeModule.ReviewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var requests = InLane(db.UnderReview(act, await db.ScopeAsync(act, cancel)), lane);
        requests = await (filter ?? new RequestFilter()).NarrowAsync(db, requests, act.On, cancel);
        var total = await requests.CountAsync(cancel);
        var (beneficiaries, services) = (db.Beneficiaries, db.ServiceTypes);
        var window = requests.OrderBy(r => r.DueOrder).Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 1, LargestWindow));
        var cards = await (from r in window
                           join b in beneficiaries on r.BeneficiaryId equals b.Id
                           join s in services on r.ServiceTypeId equals s.Id
                           orderby r.DueOrder
                           select new { Card = new ReviewCard(r.Id, r.Number, b.FileNo, s.NameAr, s.NameEn, r.RequestedAmount, r.DueOn!.Value, r.Lane, s.NeedsStudy, r.SittingId, r.Outcome, r.DeferredCount), r.LiaisonCell }).ToListAsync(cancel);
        var matrix = await matrices.ReadAsync(cancel);
        var officers = await NamesAsync(db, cancel);
        var sittings = await SittingsAsync(db, [.. cards.Select(c => c.Card.SittingId).OfType<Guid>()], cancel);
        var calendar = await calendars.ReadAsync(cancel);
        return new ReviewWindow(total, [.. cards.Select(c => c.Card with
        {
            DaysLeft = calendar.DaysLeft(act.On, c.Card.DueOn),
            Officer = matrix.InCharge(c.LiaisonCell, act.On) is { } officer ? officers.GetValueOrDefault(officer) : null,
            Sitting = c.Card.SittingId is { } id ? sittings.GetValueOrDefault(id) : null,
        })]);
    }

    public async Task<ReviewHead> HeadAsync(Act act, CancellationToken cancel)
    {
        act.Require(CommitteeModule.ReviewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var scope = await db.ScopeAsync(act, cancel);
        var serviceSet = db.ServiceTypes;
        var services = await serviceSet.AsNoTracking().Where(s => s.IsActive).OrderBy(s => s.Order).Select(s => new CodeRow(s.Code, s.NameAr, s.NameEn, false)).ToListAsync(cancel);
        var users = await db.Users.AsNoTracking().Where(u => u.IsActive).OrderBy(u => u.FullName).ToListAsync(cancel);
        var sees = scope.IsAll || scope.Manages;
        return new ReviewHead(
            services,
            sees ? [.. users.Where(u => u.Roles.Contains(StaffRole.LiaisonOfficer)).Select(u => (u.Id, u.FullName))] : [],
            await PlannedAsync(db, act, scope, cancel),
            !scope.IsAll && scope.Manages,
            act.Actor.May(CommitteeModule.StudyPermission),
            sees ? await WarningAsync(db, act, scope, cancel) : null)
        {
            IsWithoutAgenda = !sees && !act.Actor.May(CommitteeModule.StudyPermission) && !await IsInvitedAsync(db, act.Actor.Id, cancel),
        };
    }

    private static Task<bool> IsInvitedAsync(CaseDbContext db, Guid me, CancellationToken cancel)
    {
        var (sittings, attendances) = (db.Sittings, db.Set<Attendance>());
        return sittings.AnyAsync(s => (s.Status == SittingStatus.Invited || s.Status == SittingStatus.InSession) && attendances.Any(a => a.SittingId == s.Id && a.EmployeeId == me), cancel);
    }

    internal static IQueryable<ServiceRequest> InLane(IQueryable<ServiceRequest> requests, ReviewLane lane) =>
        lane == ReviewLane.Study ? requests.Where(r => r.Lane == null) : requests.Where(r => r.Lane == lane);

    private static Task<Dictionary<Guid, string>> NamesAsync(CaseDbContext db, CancellationToken cancel) =>
        db.Users.AsNoTracking().Where(u => u.IsActive).ToDictionaryAsync(u => u.Id, u => u.FullName, cancel);

    private static async Task<Dictionary<Guid, string>> SittingsAsync(CaseDbContext db, List<Guid> ids, CancellationToken cancel)
    {
        var sittings = db.Sittings;
        var found = await sittings.AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(cancel);
        return found.ToDictionary(s => s.Id, s => s.Label);
    }

    private static async Task<List<SittingChoice>> PlannedAsync(CaseDbContext db, Act act, ReviewAccess.Scope scope, CancellationToken cancel)
    {
        if (!scope.Manages)
            return [];
        var (sittings, own) = (db.Sittings, scope.Committees);
        var planned = await sittings.AsNoTracking().Include(s => s.Items).Where(s => own.Contains(s.CommitteeId) && (s.Status == SittingStatus.Planned || s.Status == SittingStatus.Invited))
            .OrderBy(s => s.StartsAt).ToListAsync(cancel);
        return [.. planned.Select(s => new SittingChoice(s.Id, s.Label, s.StartsAt, s.Items.Count))];
    }

    /// <summary>No sitting before the thirteenth day of a request that waits means that its reply will hardly be in time (ت-٦).</summary>
    private async Task<ReviewWarning?> WarningAsync(CaseDbContext db, Act act, ReviewAccess.Scope scope, CancellationToken cancel)
    {
        var (sittings, now) = (db.Sittings, act.At);
        var next = await sittings.Where(s => (s.Status == SittingStatus.Planned || s.Status == SittingStatus.Invited) && s.StartsAt >= now)
            .OrderBy(s => s.StartsAt).Select(s => (DateTime?)s.StartsAt).FirstOrDefaultAsync(cancel);
        var nextOn = next is { } at ? RiyadhTime.DayOf(at) : (DateOnly?)null;
        var calendar = await calendars.ReadAsync(cancel);
        var waiting = db.UnderReview(act, scope).Where(r => r.Lane == null || r.Lane == ReviewLane.Ready);
        if (nextOn is { } day)
        {
            // Same packing as ServiceRequest.DueOrder: due earlier than two working days after the sitting, its thirteenth day comes before the sitting.
            var before = (long)calendar.AddWorkingDays(day, DaysAfterThirteenth).DayNumber << 40;
            waiting = waiting.Where(r => r.DueOrder < before);
        }
        var first = await waiting.OrderBy(r => r.DueOrder).Select(r => r.CompletedOn).FirstOrDefaultAsync(cancel);
        return first is { } completed
            ? new ReviewWarning(await waiting.Take(Page.TotalCap + 1).CountAsync(cancel), calendar.AddWorkingDays(completed, ReplyPeriod.WorkingDays - DaysAfterThirteenth), nextOn)
            : null;
    }
}
