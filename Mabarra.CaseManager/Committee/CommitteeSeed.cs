using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>The three committees the policy names, without members and without a formation decision: those the association fills in (R3; DOMAIN.md §5).</summary>
internal sealed class CommitteeSeed(TimeProvider clock) : IReferenceData
{
    private static readonly (string Ar, string En, CommitteeFunction Function, QuorumRule Rule)[] Three =
    [
        ("لجنة دراسة طلبات المستفيدين", "Requests committee", CommitteeFunction.RequestStudy, QuorumRule.Majority),
        ("لجنة المتابعة", "Follow-up committee", CommitteeFunction.ComplaintFollowUp, QuorumRule.Majority),
        ("لجنة التحقيق والمتابعة", "Investigation committee", CommitteeFunction.Investigation, QuorumRule.AllMembers),
    ];

    public async Task EnsureAsync(CaseDbContext db, CancellationToken cancel)
    {
        if (await db.StandingCommittees.AnyAsync(cancel))
            return;
        var act = new Act(Actor.System, clock.Now);
        foreach (var (ar, en, function, rule) in Three)
        {
            var committee = new StandingCommittee(new CommitteeWords { NameAr = ar, NameEn = en, Functions = function, QuorumRule = rule });
            db.Add(committee);
            db.Record(act, "committees.committee.add", committee, committee.NameAr, "ت-5");
        }
    }
}
