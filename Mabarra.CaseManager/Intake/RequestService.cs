using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake.Life;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>Taking a request in, from its first line to completeness (ت-٢ … ت-٦).</summary>
public sealed class RequestService(CaseWriter writer, RequestNotices notices)
{
    private const string ArrivalSeries = "request";

    /// <param name="key">The form's own key: sent twice, it makes one request (C6).</param>
    public async Task<Guid> OpenAsync(Act act, Guid key, NewRequest form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var words = RequestChecks.Words(form.Description, form.RequestedAmount);
        return await writer.SaveOnceAsync(key, act, async db =>
        {
            await RequestAccess.RequireAsync(db, act, IntakeModule.EditPermission, form.BeneficiaryId, cancel);
            await db.RequireUnmergedAsync(form.BeneficiaryId, cancel);
            var request = await MakeAsync(db, act, form, words, cancel);
            if (form.SourceRequestId is { } source)
                request.CarryFrom(act, await SourceAsync(db, act, source, cancel));
            db.Add(request);
            db.Record(act, "intake.request.open", request, request.Number, "ت-2");
            if (form.VisitId is { } visit)
                await VisitFollower.IdentifyAsync(db, act, visit, form.BeneficiaryId, cancel);
            return request.Id;
        }, cancel);
    }

    public Task DescribeAsync(Act act, Guid id, Guid version, RequestChange form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var words = RequestChecks.Words(form.Description, form.RequestedAmount);
        return ChangeAsync(act, id, version, "intake.request.describe", "ت-3", request => request.Describe(words), cancel);
    }

    /// <summary>The sheet of requirements was handed over (ت-٢). Printing it again changes nothing.</summary>
    public Task HandOverSheetAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "intake.request.sheet", "ت-2", request => request.HandOverSheet(act), cancel);

    /// <summary>Explained, and the channel for the reply agreed (ت-٥).</summary>
    public Task AgreeAsync(Act act, Guid id, Guid version, AgreementForm form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var (channel, contact) = RequestChecks.Agreement(form);
        return ChangeAsync(act, id, version, "intake.request.agree", "ت-5", request => request.Agree(act, channel, contact), cancel);
    }

    /// <summary>The visitor leaves with something missing (ت-٣; R4): registered, and no period begins.</summary>
    public Task LeaveIncompleteAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "intake.request.leave", "ت-3", async (db, request) =>
        {
            request.LeaveIncomplete(act, await ReminderPlan.ReadAsync(db, cancel));
            await notices.LeaveAsync(db, act, request, cancel);
        }, cancel);

    /// <summary>«تأكيد الاكتمال»: refused with everything that is missing, or the reply period begins (ت-٣ … ت-٦).</summary>
    public Task CompleteAsync(Act act, Guid id, Guid version, CancellationToken cancel = default) =>
        ChangeAsync(act, id, version, "intake.request.complete", "ت-6", async (db, request) =>
        {
            var beneficiary = await db.Beneficiaries.AsNoTracking().SingleAsync(b => b.Id == request.BeneficiaryId, cancel);
            var months = await SettingReader.OfAsync(db, Limits.DataReview, cancel);
            request.Complete(act, !beneficiary.IsReviewDue(act.On, months), await CalendarReader.ReadAsync(db, cancel));
            await notices.CompleteAsync(db, act, request, cancel);
        }, cancel);

    /// <summary>Under the service's present version; for somebody of another category only with a reason (DOMAIN.md §3.1).</summary>
    private static async Task<ServiceRequest> MakeAsync(CaseDbContext db, Act act, NewRequest form, RequestWords words, CancellationToken cancel)
    {
        var services = db.ServiceTypes;
        var service = await services.Include(s => s.Requirements.Where(r => r.ThroughVersion == null)).SingleOrDefaultAsync(s => s.Id == form.ServiceTypeId && s.IsActive, cancel)
            ?? throw new RuleViolation("intake.request.service", nameof(form.ServiceTypeId));
        var links = db.BeneficiaryCategoryLinks;
        var categories = (await links.Where(c => c.BeneficiaryId == form.BeneficiaryId).Select(c => c.CategoryCode).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        if (categories.Count == 0)
            throw new RuleViolation("beneficiaries.file.gone", nameof(form.BeneficiaryId));
        var reason = RequestChecks.Override(form, service.IsFor(categories));
        return new ServiceRequest(
            await db.NextSerialAsync(ArrivalSeries, cancel), await NextNumberAsync(db, act, cancel), form.BeneficiaryId, service, categories, words, form.VisitId)
        {
            OverrideReason = reason,
            LiaisonCell = (await MatrixReader.ReadAsync(db, cancel)).Route(categories, service.FieldCode, act.On),
        };
    }

    /// <summary>Whoever copies a request must be allowed to see it.</summary>
    private static async Task<ServiceRequest> SourceAsync(CaseDbContext db, Act act, Guid id, CancellationToken cancel)
    {
        var requests = db.ServiceRequests;
        var source = await requests.AsNoTracking().Include(r => r.Items).SingleOrDefaultAsync(r => r.Id == id, cancel)
            ?? throw new RuleViolation("intake.request.gone", nameof(NewRequest.SourceRequestId));
        await RequestAccess.RequireAsync(db, act, IntakeModule.ViewPermission, source.BeneficiaryId, cancel);
        return source;
    }

    private Task ChangeAsync(Act act, Guid id, Guid version, string action, string clause, Action<ServiceRequest> change, CancellationToken cancel) =>
        ChangeAsync(act, id, version, action, clause, (_, request) =>
        {
            change(request);
            return Task.CompletedTask;
        }, cancel);

    private Task ChangeAsync(
        Act act, Guid id, Guid version, string action, string clause, Func<CaseDbContext, ServiceRequest, Task> change, CancellationToken cancel) =>
        writer.SaveAsync(async db =>
        {
            var request = await RequestLoader.ForChangeAsync(db, act, IntakeModule.EditPermission, id, version, cancel);
            await change(db, request);
            RequestLoader.Touch(db, act, request, action, clause);
        }, cancel);

    /// <summary>As the administrator shaped it; from one in each year of the Riyadh day unless he chose otherwise.</summary>
    private static async Task<string> NextNumberAsync(CaseDbContext db, Act act, CancellationToken cancel)
    {
        var format = await NumberSeries.Request.ReadAsync(db, cancel);
        return format.Of(act.On, await db.NextSerialAsync(format.SeriesOf(act.On), cancel));
    }
}
