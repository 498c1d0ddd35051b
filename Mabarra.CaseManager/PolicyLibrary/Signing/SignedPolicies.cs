using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.PolicyLibrary.Roster;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary.Signing;

/// <summary>Where somebody stands with a policy.</summary>
/// <param name="IsOwed">A version is in force, it binds this person, and it is not signed: what hangs on it waits.</param>
/// <param name="AcknowledgementId">Where to sign (<see cref="PolicyLinks.Sign"/>); null when nothing was ever owed.</param>
public sealed record PolicyStanding(bool IsOwed, DateTime? SignedAt, Guid? AcknowledgementId);

/// <summary>
/// What other modules ask before they let somebody do something (ب-٣: no volunteer makes a contact before the volunteering policy is signed; ح-٤). No permission: the answer is
/// yes or no about a colleague, asked inside an act that has asked for its own.
/// <code>
/// var standing = await SignedPolicies.OfAsync(db, PolicyKind.VolunteeringPolicy, volunteerMemberId, cancel);
/// if (standing.IsOwed)
///     throw new RuleViolation("contacts.visit.unsigned", nameof(NewVisit.VolunteerId));
/// </code>
/// </summary>
public static class SignedPolicies
{
    /// <summary>Inside the act's own transaction, so that a version published meanwhile cannot slip between.</summary>
    /// <param name="memberId">Of the roster (<see cref="StaffMember"/>).</param>
    public static async Task<PolicyStanding> OfAsync(CaseDbContext db, PolicyKind kind, Guid memberId, CancellationToken cancel)
    {
        var (acknowledgements, versions, policies) = (db.Acknowledgements, db.PolicyVersions, db.Policies);
        var standing = await (from ack in acknowledgements.AsNoTracking()
                              where ack.MemberId == memberId
                                  && versions.Any(v => v.Status == VersionStatus.Effective && v.SignatureVersionId == ack.VersionId && policies.Any(p => p.Id == v.PolicyId && p.Kind == kind))
                              orderby ack.SignedAt == null ? 0 : 1
                              select new { ack.Id, ack.SignedAt, IsOpen = ack.SignedAt == null && ack.ExemptedAt == null && ack.ReplacedAt == null }).FirstOrDefaultAsync(cancel);
        return standing is null ? new PolicyStanding(IsOwed: false, null, null) : new PolicyStanding(standing.IsOpen, standing.SignedAt, standing.Id);
    }

    /// <summary>Volunteers of the roster who have signed the volunteering policy that is in force: who may make contacts (أ-٦, ب-٣). Nobody while none is in force.</summary>
    public static async Task<IReadOnlyList<string>> VolunteersAsync(CaseDbContext db, CancellationToken cancel)
    {
        var (acknowledgements, members, versions, policies) = (db.Acknowledgements, db.StaffMembers, db.PolicyVersions, db.Policies);
        return await members.AsNoTracking()
            .Where(m => m.IsActive && m.Kind == StaffKind.Volunteer && acknowledgements.Any(a => a.MemberId == m.Id && a.SignedAt != null
                && versions.Any(v => v.Status == VersionStatus.Effective && v.SignatureVersionId == a.VersionId && policies.Any(p => p.Id == v.PolicyId && p.Kind == PolicyKind.VolunteeringPolicy))))
            .OrderBy(m => m.FullName).Select(m => m.FullName).ToListAsync(cancel);
    }

    /// <summary>The same by the account somebody signs in with; who stands on no roster owes nothing.</summary>
    public static async Task<PolicyStanding> OfAccountAsync(CaseDbContext db, PolicyKind kind, Guid accountId, CancellationToken cancel)
    {
        var members = db.StaffMembers;
        var member = await members.Where(m => m.AccountId == accountId && m.IsActive).Select(m => (Guid?)m.Id).SingleOrDefaultAsync(cancel);
        return member is { } id ? await OfAsync(db, kind, id, cancel) : new PolicyStanding(IsOwed: false, null, null);
    }
}
