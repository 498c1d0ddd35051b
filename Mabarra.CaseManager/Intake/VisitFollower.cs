using System.Globalization;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>Whoever came without a file is known from the moment one is opened, or a request is, at her visit: in the same transaction, so that no visit stays nameless beside a file made at it.</summary>
internal sealed class VisitFollower : IFileFollower
{
    public Task OpenedAsync(CaseDbContext db, Act act, Guid beneficiaryId, Guid occasion, CancellationToken cancel) => IdentifyAsync(db, act, occasion, beneficiaryId, cancel);

    /// <summary>A visit that is over, or somebody's already (she may ask for another), stays as it is.</summary>
    public static async Task IdentifyAsync(CaseDbContext db, Act act, Guid visitId, Guid beneficiaryId, CancellationToken cancel)
    {
        var visits = db.Visits;
        if (await visits.SingleOrDefaultAsync(v => v.Id == visitId, cancel) is not { CanIdentify: true } visit)
            return;
        act.Require(IntakeModule.EditPermission);
        visit.Identify(beneficiaryId);
        db.Record(act, "intake.visit.identify", visit, visit.Serial.ToString(CultureInfo.InvariantCulture), "ت-1");
    }
}
