using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake.Tracking;

/// <summary>A lost code given anew, as typed.</summary>
public sealed record TrackingReissue
{
    public required TrackingProof? Proof { get; init; }

    /// <summary>Last four digits of the beneficiary's identity number, read from the card that was shown.</summary>
    public required string? IdTail { get; init; }
}

/// <summary>What staff do about tracking codes.</summary>
public sealed class TrackingService(CaseWriter writer)
{
    private const int TailLength = 4;

    /// <summary>
    /// She lost her paper, or somebody else may have it: the codes given out open nothing from now on, and the next slip printed bears a new one. Only after
    /// who asks was seen to be her or to act for her.
    /// </summary>
    public Task ReissueAsync(Act act, Guid id, Guid version, TrackingReissue form, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.EditPermission);
        var check = new FieldChecks();
        check.That(form.Proof is { } p && Enum.IsDefined(p), "intake.tracking.proof", nameof(form.Proof));
        var tail = Digits.ToLatin(form.IdTail?.Trim() ?? "");
        check.That(tail.Length == TailLength, "intake.tracking.idtail", nameof(form.IdTail));
        check.ThrowIfAny();
        return writer.SaveAsync(async db =>
        {
            var request = await RequestLoader.ForChangeAsync(db, act, IntakeModule.EditPermission, id, version, cancel);
            RequireAPaper(request);
            var people = db.Beneficiaries;
            var isHers = await people.AnyAsync(b => b.Id == request.BeneficiaryId && b.IdTail == tail, cancel);
            check.That(isHers, "intake.tracking.notcard", nameof(form.IdTail));
            check.ThrowIfAny();
            await TrackingCodes.VoidAsync(db, act, id, form.Proof!.Value, cancel);
            // Whoever finds the lost paper and asks about it is told that it was replaced.
            await IssuedDocuments.VoidAsync(db, act, id, IssuedKind.ReceiptSlip, cancel);
            await IssuedDocuments.VoidAsync(db, act, id, IssuedKind.DeficiencyNotice, cancel);
            RequestLoader.Touch(db, act, request, "intake.tracking.reissue", "أ-5");
        }, cancel);
    }

    /// <summary>A code is only given on paper.</summary>
    private static void RequireAPaper(ServiceRequest request)
    {
        if (!request.HasTrackingPaper)
            throw new RuleViolation("intake.tracking.nopaper");
    }
}
