using System.Globalization;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>A request as the committee reads it: what is asked for, what came, what the researcher found.</summary>
public sealed record CaseFile(ServiceRequest Request, string BeneficiaryName, long FileNo, string ServiceAr, string ServiceEn, bool NeedsStudy, CaseStudy? Study)
{
    public int? DaysLeft { get; init; }

    /// <summary>Its researcher may write the study now.</summary>
    public bool MayStudy { get; init; }

    public bool MayReady { get; init; }

    public string? Sitting { get; init; }

    public string Service => AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? ServiceAr : ServiceEn;
}

/// <summary>Reads of the files before the committee; each look is written down (ح-٢).</summary>
public sealed class CaseFileQueries(IDbContextFactory<CaseDbContext> contexts, CalendarReader calendars, AccessLog log)
{
    /// <returns>Null when there is none.</returns>
    /// <exception cref="AccessDenied">Not on an agenda of his, or he has an interest in it.</exception>
    public async Task<CaseFile?> OpenAsync(Act act, Guid requestId, CancellationToken cancel)
    {
        act.Require(CommitteeModule.ReviewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (requests, people, services, studies, sittings) = (db.ServiceRequests, db.Beneficiaries, db.ServiceTypes, db.Set<CaseStudy>(), db.Sittings);
        var request = await requests.AsNoTracking().Include(r => r.Items.OrderBy(i => i.Order)).SingleOrDefaultAsync(r => r.Id == requestId, cancel);
        if (request is null)
            return null;
        await db.RequireFileAsync(act, request, cancel);
        var person = await people.AsNoTracking().SingleAsync(b => b.Id == request.BeneficiaryId, cancel);
        var service = await services.AsNoTracking().SingleAsync(s => s.Id == request.ServiceTypeId, cancel);
        var study = await studies.AsNoTracking().SingleOrDefaultAsync(s => s.RequestId == requestId, cancel);
        var sitting = request.SittingId is { } id ? await sittings.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) : null;
        await log.LookedAsync(act, nameof(ServiceRequest), requestId, cancel);
        var mayStudy = request.CanMakeReady && await db.MayStudyAsync(act, request, cancel);
        return new CaseFile(request, person.FullName, person.FileNo, service.NameAr, service.NameEn, service.NeedsStudy, study)
        {
            DaysLeft = request.AwaitsReply && request.DueOn is { } due ? (await calendars.ReadAsync(cancel)).DaysLeft(act.On, due) : null,
            MayStudy = mayStudy,
            MayReady = request.CanMakeReady && (!service.NeedsStudy || study?.SubmittedAt is not null) && (mayStudy || (await db.ScopeAsync(act, cancel)).Manages),
            Sitting = sitting?.Label,
        };
    }
}
