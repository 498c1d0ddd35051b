using System.Globalization;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake.Life;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>Which requests a list shows.</summary>
public enum RequestView
{
    /// <summary>Complete and not yet answered, the nearest due date first.</summary>
    AwaitingReply,

    /// <summary>Awaiting a reply whose last day has passed.</summary>
    Overdue,

    /// <summary>Awaiting a reply whose last day is today or within <see cref="Limits.DueSoon"/> working days.</summary>
    DueSoon,

    /// <summary>Awaiting a reply that is not due soon.</summary>
    OnTrack,

    /// <summary>Being taken in, the longest waiting first; so are the incomplete.</summary>
    Draft,

    Incomplete,

    /// <summary>Incomplete, and a reminder is owed; the oldest first.</summary>
    ReminderDue,

    Withdrawn,

    Archived,

    /// <summary>Everything, the newest first.</summary>
    All,
}

/// <summary>A request as lists show it.</summary>
/// <param name="DaysLeft">Working days to the due date, negative when it has passed; null when no period runs.</param>
public sealed record RequestRow(
    Guid Id, string Number, long Serial, long? DueOrder, Guid BeneficiaryId, string BeneficiaryName, long FileNo,
    string ServiceAr, string ServiceEn, RequestStatus Status, DateOnly? CompletedOn, DateOnly? DueOn, int? DaysLeft, DateTime CreatedAt)
{
    public string Service => AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? ServiceAr : ServiceEn;
}

/// <summary>A request in full, as its page and its documents show it.</summary>
public sealed record RequestDetail(ServiceRequest Request, Beneficiary Beneficiary, ServiceType Service, IReadOnlyList<MissingThing> Missing, int? DaysLeft)
{
    /// <summary>What was revoked, and what was reminded of, the oldest first.</summary>
    public IReadOnlyList<CompletenessRevocation> Revocations { get; init; } = [];

    public IReadOnlyList<DeficiencyReminder> Reminders { get; init; } = [];

    /// <summary>The due date, or the one it would have if it were complete today: papers should be good until then.</summary>
    public DateOnly? ReplyBy { get; init; }

    public DateOnly Today { get; init; }

    /// <summary>Who is in charge of it today (خ-١); null when the matrix has a gap there.</summary>
    public string? LiaisonOfficer { get; init; }

    /// <summary>When it is reminded of and put away, while it is incomplete.</summary>
    public ReminderPlan ReminderPlan { get; init; } = new(Limits.FirstReminder.Default, Limits.SecondReminder.Default, Limits.ArchiveAfter.Default);

    /// <summary>What the service asks for changed after this request was made; it keeps its own version (ب-٥).</summary>
    public bool IsOlderVersion => Request.IsBeingTakenIn && Service.VersionNo > Request.FormVersion;

    public string ServiceName => AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? Service.NameAr : Service.NameEn;
}

/// <summary>What a copy of a request begins with.</summary>
public sealed record RequestSource(Guid Id, string Number, Guid BeneficiaryId, Guid ServiceTypeId, string Description, Money? RequestedAmount);

/// <summary>Reads of requests.</summary>
public sealed class RequestQueries(IDbContextFactory<CaseDbContext> contexts, CalendarReader calendars, BeneficiarySearch people, AccessLog log, SettingReader settings, MatrixReader matrices, TimeProvider clock)
{
    /// <summary>Of so many people who bear a name the requests are looked for.</summary>
    private const int MostNamesakes = 20;

    public async Task<Page<RequestRow>> PageAsync(Act act, RequestView view, PageQuery page, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var few = await db.FewAsync(act, IntakeModule.ViewPermission, cancel);
        var visible = db.ServiceRequests.AsNoTracking().VisibleTo(db, act);
        if (few is not null)
            visible = visible.Where(r => EF.Parameter(few).Contains(r.BeneficiaryId));
        var requests = await SearchedAsync(Viewed(visible, view, act.On, await SoonEndsAsync(act, view, cancel), few is not null), page.Search, cancel);
        requests = await RequestFilter.Of(page.Filter).NarrowAsync(db, requests, act.On, cancel);
        var counts = OwnPeople.CountsCheaply(act, IntakeModule.ViewPermission, few);
        var byDue = view is RequestView.AwaitingReply or RequestView.Overdue or RequestView.DueSoon or RequestView.OnTrack;
        var newestFirst = view is not (RequestView.Draft or RequestView.Incomplete or RequestView.ReminderDue);
        var rows = byDue
            ? await requests.PageAsync(page, r => r.DueOrder!.Value, descending: false, q => Rows(db, q), r => r.DueOrder!.Value, cancel, counts)
            : await requests.PageAsync(page, r => r.Serial, newestFirst, q => Rows(db, q), r => r.Serial, cancel, counts);
        return rows with { Rows = await WithDaysLeftAsync(rows.Rows, cancel) };
    }

    /// <summary>The requests of one person, newest first.</summary>
    public async Task<IReadOnlyList<RequestRow>> OfBeneficiaryAsync(Act act, Guid beneficiaryId, int take, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var requests = db.ServiceRequests.AsNoTracking().VisibleTo(db, act).Where(r => r.BeneficiaryId == beneficiaryId);
        return await WithDaysLeftAsync(await Rows(db, requests.OrderByDescending(r => r.Serial).Take(take)).ToListAsync(cancel), cancel);
    }

    /// <summary>The request whose number was typed (whole, without its zeros, or only its digits in this year); else the newest of the people the text finds.</summary>
    public async Task<IReadOnlyList<RequestRow>> FindAsync(Act act, string? typed, int take, CancellationToken cancel)
    {
        act.Require(IntakeModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var visible = db.ServiceRequests.AsNoTracking().VisibleTo(db, act);
        if (await MeantAsync(typed, cancel) is { Count: > 0 } numbers
            && await Rows(db, visible.Where(r => numbers.Contains(r.Number))).ToListAsync(cancel) is { Count: > 0 } numbered)
            return await WithDaysLeftAsync(numbered, cancel);
        var named = (await people.FindAsync(act, typed, MostNamesakes, cancel)).Select(p => p.Id).ToList();
        if (named.Count == 0)
            return [];
        var theirs = visible.Where(r => EF.Parameter(named).Contains(r.BeneficiaryId)).OrderByDescending(r => r.Serial).Take(take);
        return await WithDaysLeftAsync(await Rows(db, theirs).ToListAsync(cancel), cancel);
    }

    /// <summary>One request, and a line in the access log (ح-٢).</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="AccessDenied">Not within the actor's reach.</exception>
    public async Task<RequestDetail?> OpenAsync(Act act, Guid id, CancellationToken cancel)
    {
        act.Require(IntakeModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (requestSet, beneficiarySet, serviceSet) = (db.ServiceRequests, db.Beneficiaries, db.ServiceTypes);
        var request = await requestSet.AsNoTracking().Include(r => r.Items).SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (request is null)
            return null;
        await RequestAccess.RequireAsync(db, act, IntakeModule.ViewPermission, request.BeneficiaryId, cancel);
        var beneficiary = await beneficiarySet.AsNoTracking().Include(b => b.Categories).SingleAsync(b => b.Id == request.BeneficiaryId, cancel);
        var service = await serviceSet.AsNoTracking().SingleAsync(s => s.Id == request.ServiceTypeId, cancel);
        await log.LookedAsync(act, nameof(ServiceRequest), id, cancel);
        var missing = request.IsBeingTakenIn ? Completeness.Missing(request, !beneficiary.IsReviewDue(act.On, await SettingReader.OfAsync(db, Limits.DataReview, cancel)), act.On) : [];
        var calendar = await calendars.ReadAsync(cancel);
        var (revocations, reminders) = await HistoryAsync(db, request, cancel);
        return new RequestDetail(request, beneficiary, service, missing, DaysLeft(calendar, act.On, request.AwaitsReply ? request.DueOn : null))
        {
            Revocations = revocations,
            Reminders = reminders,
            ReplyBy = request.AwaitsReply ? request.DueOn : request.IsBeingTakenIn ? ReplyPeriod.DueOn(calendar, act.On) : null,
            Today = act.On,
            ReminderPlan = await ReminderPlan.ReadAsync(db, cancel),
            LiaisonOfficer = await OfficerAsync(db, request, act.On, cancel),
        };
    }

    /// <summary>How many incomplete requests a reminder is owed for.</summary>
    public async Task<int> RemindersDueAsync(Act act, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Viewed(db.ServiceRequests.VisibleTo(db, act), RequestView.ReminderDue, act.On, soonEnds: act.On, isFew: false).CountAsync(cancel);
    }

    /// <summary>The other requests taken in during the same visit.</summary>
    public async Task<IReadOnlyList<RequestRow>> OfVisitAsync(Act act, Guid visitId, CancellationToken cancel)
    {
        const int Most = 20;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var requests = db.ServiceRequests.AsNoTracking().VisibleTo(db, act).Where(r => r.VisitId == visitId);
        return await Rows(db, requests.OrderBy(r => r.Serial).Take(Most)).ToListAsync(cancel);
    }

    /// <summary>What a copy of this request begins with; null when there is none the actor may see.</summary>
    public async Task<RequestSource?> SourceAsync(Act act, Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.ServiceRequests.AsNoTracking().VisibleTo(db, act).Where(r => r.Id == id)
            .Select(r => new RequestSource(r.Id, r.Number, r.BeneficiaryId, r.ServiceTypeId, r.Description, r.RequestedAmount)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>«لماذا هذا التاريخ؟»: every day from completeness to the due date (ت-٦).</summary>
    public async Task<IReadOnlyList<ExplainedDay>> ExplainDueDateAsync(DateOnly completedOn, CancellationToken cancel) =>
        ReplyPeriod.Explain(await calendars.ReadAsync(cancel), completedOn);

    private static IQueryable<ServiceRequest> Viewed(IQueryable<ServiceRequest> requests, RequestView view, DateOnly today, DateOnly soonEnds, bool isFew)
    {
        // Same packing as ServiceRequest.DueOrder: below today's first possible value, the due day has passed.
        var todaysFirst = (long)today.DayNumber << 40;
        var soonLast = ((long)soonEnds.DayNumber + 1) << 40;
        return view switch
        {
            RequestView.AwaitingReply => requests.Where(r => r.DueOrder != null),
            RequestView.Overdue => requests.Where(r => r.DueOrder < todaysFirst),
            RequestView.DueSoon => requests.Where(r => r.DueOrder >= todaysFirst && r.DueOrder < soonLast),
            RequestView.OnTrack => requests.Where(r => r.DueOrder >= soonLast),
            RequestView.Draft => InStatus(requests, RequestStatus.Draft, isFew),
            RequestView.Incomplete => InStatus(requests, RequestStatus.Incomplete, isFew),
            RequestView.ReminderDue => requests.Where(r => r.NextReminderOn <= today && r.Status == RequestStatus.Incomplete),
            RequestView.Withdrawn => InStatus(requests, RequestStatus.Withdrawn, isFew),
            RequestView.Archived => InStatus(requests, RequestStatus.Archived, isFew),
            _ => requests,
        };
    }

    // The requests of few people are found by their people. Said plainly, SQLite would walk all requests of the status in the whole registry instead;
    // wrapped in a condition that changes nothing (a request still taken in has no due date), the status cannot lead it there.
    private static IQueryable<ServiceRequest> InStatus(IQueryable<ServiceRequest> requests, RequestStatus status, bool isFew) => isFew
        ? requests.Where(r => (r.DueOrder == null ? r.Status : RequestStatus.Complete) == status)
        : requests.Where(r => r.Status == status);

    /// <summary>The last day that is soon; only asked of the calendar where the view needs it.</summary>
    private async Task<DateOnly> SoonEndsAsync(Act act, RequestView view, CancellationToken cancel)
    {
        if (view is not (RequestView.DueSoon or RequestView.OnTrack))
            return act.On;
        return (await calendars.ReadAsync(cancel)).AddWorkingDays(act.On, await settings.OfAsync(Limits.DueSoon, cancel));
    }

    private async Task<string?> OfficerAsync(CaseDbContext db, ServiceRequest request, DateOnly today, CancellationToken cancel) =>
        (await matrices.ReadAsync(cancel)).InCharge(request.LiaisonCell, today) is { } officer
            ? await db.Users.AsNoTracking().Where(u => u.Id == officer).Select(u => u.FullName).SingleOrDefaultAsync(cancel)
            : null;

    /// <summary>Most requests have neither; those are spared the questions.</summary>
    private static async Task<(List<CompletenessRevocation> Revocations, List<DeficiencyReminder> Reminders)> HistoryAsync(
        CaseDbContext db, ServiceRequest request, CancellationToken cancel)
    {
        var revocations = request.RevokedCount == 0
            ? []
            : await db.Set<CompletenessRevocation>().AsNoTracking().Where(r => r.RequestId == request.Id).OrderBy(r => r.No).ToListAsync(cancel);
        var reminders = request.Status == RequestStatus.Draft
            ? []
            : await db.Set<DeficiencyReminder>().AsNoTracking().Where(r => r.RequestId == request.Id).OrderBy(r => r.DueOn).ToListAsync(cancel);
        return (revocations, reminders);
    }

    private async Task<IQueryable<ServiceRequest>> SearchedAsync(IQueryable<ServiceRequest> requests, string? typed, CancellationToken cancel)
    {
        if (CleanText.IsBlank(typed))
            return requests;
        var numbers = await MeantAsync(typed, cancel);
        return requests.Where(r => numbers.Contains(r.Number));
    }

    private async Task<IReadOnlyList<string>> MeantAsync(string? typed, CancellationToken cancel) =>
        NumberSeries.Request.Of(await settings.AllAsync(cancel)).Meant(typed, clock.Today);

    private static IQueryable<RequestRow> Rows(CaseDbContext db, IQueryable<ServiceRequest> requests)
    {
        var (beneficiaries, services) = (db.Beneficiaries, db.ServiceTypes);
        return from r in requests
               join b in beneficiaries on r.BeneficiaryId equals b.Id
               join s in services on r.ServiceTypeId equals s.Id
               select new RequestRow(
                   r.Id, r.Number, r.Serial, r.DueOrder, b.Id, b.FirstName + " " + b.FatherName + " " + b.GrandfatherName + " " + b.FamilyName, b.FileNo,
                   s.NameAr, s.NameEn, r.Status, r.CompletedOn, r.DueOn, null, r.CreatedAt);
    }

    private async Task<IReadOnlyList<RequestRow>> WithDaysLeftAsync(IReadOnlyList<RequestRow> rows, CancellationToken cancel)
    {
        var calendar = await calendars.ReadAsync(cancel);
        return [.. rows.Select(r => r.DueOrder is null ? r : r with { DaysLeft = DaysLeft(calendar, clock.Today, r.DueOn) })];
    }

    private static int? DaysLeft(WorkingDayCalendar calendar, DateOnly today, DateOnly? dueOn) =>
        dueOn is { } due ? calendar.DaysLeft(today, due) : null;
}
