using System.Globalization;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Committee;

/// <summary>A sitting as the list shows it.</summary>
public sealed record SittingRow(Guid Id, string Label, string CommitteeAr, string CommitteeEn, DateTime StartsAt, string Place, SittingMode Mode, SittingStatus Status, int Items)
{
    public string Committee => AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? CommitteeAr : CommitteeEn;
}

/// <summary>An item as one reader may see it: who has an interest in it sees its number and nothing of what was said or voted.</summary>
public sealed record ItemView(Guid Id, int Place, Guid RequestId, string RequestNumber, ItemState State, bool IsHidden)
{
    public string Service { get; init; } = "";

    public long? FileNo { get; init; }

    public Money? Requested { get; init; }

    public string? Discussion { get; init; }

    public Proposal? Proposal { get; init; }

    public bool NeedsLeave { get; init; }

    public string? LeaveBy { get; init; }

    public IReadOnlyList<Recusal> Recusals { get; init; } = [];

    public (int Present, int Needed) Quorum { get; init; }

    /// <summary>How many have voted in this round; all that anybody is told while the vote is open.</summary>
    public int Cast { get; init; }

    /// <summary>Of the round closed last; null while a vote is open.</summary>
    public Tally? Tally { get; init; }

    /// <summary>Who voted what; only after closing.</summary>
    public IReadOnlyList<MemberVote> Votes { get; init; } = [];

    public bool HasVoted { get; init; }

    public bool MayVote { get; init; }
}

/// <summary>A sitting as one reader may see it.</summary>
public sealed record SittingView(Sitting Sitting, StandingCommittee Committee, IReadOnlyList<ItemView> Items, Guid Me)
{
    public required bool MayManage { get; init; }

    public required bool MayLead { get; init; }

    public required bool MayGrant { get; init; }

    public required QuorumRule Rule { get; init; }

    public Attendance? Mine => Sitting.Of(Me);

    public string CommitteeName => AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? Committee.NameAr : Committee.NameEn;
}

/// <summary>Reads of sittings: a member's own committees', senior management's all.</summary>
public sealed class SittingQueries(IDbContextFactory<CaseDbContext> contexts)
{
    private const int Newest = 100;

    /// <summary>The newest, those to come first.</summary>
    public async Task<IReadOnlyList<SittingRow>> NewestAsync(Act act, CancellationToken cancel)
    {
        act.Require(CommitteeModule.SittingsPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (sittings, committees, attendances, me) = (db.Sittings, db.StandingCommittees, db.Set<Attendance>(), act.Actor.Id);
        var visible = sittings.AsNoTracking();
        if (act.Actor.ReachOf(CommitteeModule.SittingsPermission) != Reach.All)
        {
            var own = await db.OwnCommitteesAsync(act, cancel);
            visible = visible.Where(s => own.Contains(s.CommitteeId) || attendances.Any(a => a.SittingId == s.Id && a.EmployeeId == me));
        }
        var found = await (from s in visible
                           join c in committees on s.CommitteeId equals c.Id
                           orderby s.StartsAt descending
                           select new { Sitting = s, c.NameAr, c.NameEn, Items = s.Items.Count }).Take(Newest).ToListAsync(cancel);
        return [.. found.Select(f => new SittingRow(f.Sitting.Id, f.Sitting.Label, f.NameAr, f.NameEn, f.Sitting.StartsAt, f.Sitting.Place, f.Sitting.Mode, f.Sitting.Status, f.Items))];
    }

    /// <summary>The committees the reader may plan sittings of.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> ManagedAsync(Act act, CancellationToken cancel)
    {
        act.Require(CommitteeModule.ManagePermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var committees = db.StandingCommittees;
        var own = await db.OwnCommitteesAsync(act, cancel);
        var found = await committees.AsNoTracking().Include(c => c.Members).Where(c => own.Contains(c.Id)).ToListAsync(cancel);
        var arabic = AppCulture.IsArabic(CultureInfo.CurrentUICulture);
        return [.. found.Where(c => CommitteeAccess.MayManage(act, c) && c.IsActive).Select(c => (c.Id, arabic ? c.NameAr : c.NameEn))];
    }

    /// <returns>Null when there is none.</returns>
    /// <exception cref="AccessDenied">Not a sitting of his.</exception>
    public async Task<SittingView?> OpenAsync(Act act, Guid id, CancellationToken cancel)
    {
        act.Require(CommitteeModule.SittingsPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var sittings = db.Sittings;
        if (!await sittings.AnyAsync(s => s.Id == id, cancel))
            return null;
        var at = await SittingDesk.LoadAsync(db, id, cancel) with { Act = act };
        var isHis = at.IsMember || at.Sitting.Of(act.Actor.Id) is not null;
        if (!isHis && act.Actor.ReachOf(CommitteeModule.SittingsPermission) != Reach.All)
            throw act.Refuse(CommitteeModule.SittingsPermission, id);
        var ids = at.Sitting.Items.Select(i => i.RequestId).ToList();
        var (requests, services, people) = (db.ServiceRequests, db.ServiceTypes, db.Beneficiaries);
        var facts = await (from r in requests.AsNoTracking()
                           join s in services on r.ServiceTypeId equals s.Id
                           join b in people on r.BeneficiaryId equals b.Id
                           where ids.Contains(r.Id)
                           select new ItemFacts(r.Id, s.NameAr, s.NameEn, b.FileNo, r.RequestedAmount)).ToDictionaryAsync(f => f.Id, cancel);
        return new SittingView(at.Sitting, at.Committee, [.. at.Sitting.Agenda.Select(i => View(at, i, facts[i.RequestId]))], act.Actor.Id)
        {
            MayManage = act.Actor.May(CommitteeModule.ManagePermission) && at.Manages,
            MayLead = act.Actor.May(CommitteeModule.ManagePermission) && at.Leads,
            MayGrant = act.Actor.May(CommitteeModule.DeferPermission),
            Rule = at.Sitting.QuorumRule ?? at.Committee.QuorumRule,
        };
    }

    private static ItemView View(SittingAtHand at, AgendaItem item, ItemFacts facts)
    {
        var me = at.Act.Actor.Id;
        var view = new ItemView(item.Id, item.Place, item.RequestId, item.RequestNumber, item.State, item.IsRecused(me)) { Recusals = item.Recusals };
        if (view.IsHidden)
            return view;
        var isOpen = item.State == ItemState.Voting;
        var mine = at.Sitting.Of(me);
        return view with
        {
            Service = AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? facts.ServiceAr : facts.ServiceEn,
            FileNo = facts.FileNo,
            Requested = facts.Requested,
            Discussion = item.Discussion,
            Proposal = item.Proposal,
            NeedsLeave = item.DeferredBefore > 0,
            LeaveBy = item.DeferralAllowedBy,
            Quorum = at.Sitting.QuorumOf(item),
            Cast = item.CurrentVotes.Count(),
            Tally = !isOpen && item.Round > 0 ? at.Sitting.TallyOf(item) : null,
            Votes = isOpen ? [] : [.. item.CurrentVotes.OrderBy(v => v.CastAt)],
            HasVoted = item.CurrentVotes.Any(v => v.EmployeeId == me),
            MayVote = isOpen && mine is { IsVoting: true } && at.Sitting.IsIn(mine),
        };
    }

    private sealed record ItemFacts(Guid Id, string ServiceAr, string ServiceEn, long FileNo, Money? Requested);
}
