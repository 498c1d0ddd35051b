using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>Record-level access to committees: somebody who reaches only his own comes to those he sits in (DOMAIN.md §3.8).</summary>
internal static class CommitteeAccess
{
    /// <summary>Whether somebody sits in the committee today.</summary>
    public static bool IsOf(this StandingCommittee committee, Act act) => committee.MemberOn(act.On, act.Actor.Id) is not null;

    /// <summary>May change the committee itself: whoever reaches all, or its chair.</summary>
    public static bool MayEdit(Act act, StandingCommittee committee) => act.Actor.ReachOf(CommitteeModule.EditPermission) switch
    {
        Reach.All => true,
        Reach.Own => committee.MemberOn(act.On, act.Actor.Id) is { Position: CommitteePosition.Chair },
        _ => false,
    };

    /// <summary>May draw up its agendas and minutes: chair, deputy and secretary.</summary>
    public static bool MayManage(Act act, StandingCommittee committee) =>
        act.Actor.May(CommitteeModule.ManagePermission) && committee.MemberOn(act.On, act.Actor.Id) is { Manages: true };

    public static async Task<StandingCommittee> CommitteeAsync(this CaseDbContext db, Guid id, CancellationToken cancel)
    {
        var committees = db.StandingCommittees;
        return await committees.Include(c => c.Members).SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new RuleViolation("committees.committee.gone");
    }

    /// <summary>The committees the actor sits in today; some few.</summary>
    public static async Task<List<Guid>> OwnCommitteesAsync(this CaseDbContext db, Act act, CancellationToken cancel)
    {
        var (today, me, members) = (act.On, act.Actor.Id, db.Set<CommitteeMember>());
        return await members.Where(m => m.EmployeeId == me && m.FromOn <= today && (m.ToOn == null || m.ToOn >= today)).Select(m => m.CommitteeId).Distinct().ToListAsync(cancel);
    }
}
