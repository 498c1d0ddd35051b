using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>What every change of a request does before and after.</summary>
internal static class RequestLoader
{
    /// <exception cref="AccessDenied">Not within the actor's reach.</exception>
    /// <exception cref="StaleRecord">Somebody saved it after the page read it.</exception>
    public static async Task<ServiceRequest> ForChangeAsync(CaseDbContext db, Act act, string permission, Guid id, Guid version, CancellationToken cancel)
    {
        act.Require(permission);
        var request = await db.ServiceRequests.Include(r => r.Items).SingleOrDefaultAsync(r => r.Id == id, cancel)
            ?? throw new RuleViolation("intake.request.gone");
        await RequestAccess.RequireAsync(db, act, permission, request.BeneficiaryId, cancel);
        request.ExpectVersion(version);
        return request;
    }

    /// <summary>Writes the act down, and gives the request a new version even when only one of its items changed.</summary>
    public static void Touch(CaseDbContext db, Act act, ServiceRequest request, string action, string clause)
    {
        db.Entry(request).Property(r => r.Version).IsModified = true;
        db.Record(act, action, request, request.Number, clause);
    }
}
