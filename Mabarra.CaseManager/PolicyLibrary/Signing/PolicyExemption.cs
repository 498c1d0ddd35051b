using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.PolicyLibrary.Signing;

/// <summary>«ويستثنى من ذلك من تصدر لهم سياسات خاصة»: asked for by human resources with the special policy's reference, in force when senior management approves (النطاق).</summary>
public sealed class PolicyExemption : CaseEntity, IAudited
{
    private PolicyExemption()
    {
    }

    internal PolicyExemption(Act act, Guid policyId, Guid memberId, string specialPolicyRef, string reason) =>
        (PolicyId, MemberId, SpecialPolicyRef, Reason, AskedByName, AskedAt) = (policyId, memberId, specialPolicyRef, reason, act.Actor.Name, act.At);

    public Guid PolicyId { get; private set; }

    public Guid MemberId { get; private set; }

    public string SpecialPolicyRef { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string AskedByName { get; private set; } = "";

    public DateTime AskedAt { get; private set; }

    public DateTime? ApprovedAt { get; private set; }

    public string? ApprovedByName { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public bool IsInForce => ApprovedAt is not null && EndedAt is null;

    public bool CanApprove => ApprovedAt is null && EndedAt is null;

    public Guid AuditedRecordId => Id;

    internal void Approve(Act act)
    {
        if (!CanApprove)
            throw new RuleViolation("policies.exempt.decided");
        (ApprovedAt, ApprovedByName) = (act.At, act.Actor.Name);
    }

    internal void End(Act act)
    {
        if (EndedAt is not null)
            throw new RuleViolation("policies.exempt.decided");
        EndedAt = act.At;
    }
}
