namespace Mabarra.CaseManager.Committee;

/// <content>The sitting itself: who is there, whether they are enough, and what is voted. No proxy: who is not there has no part in it.</content>
public sealed partial class Sitting
{
    /// <summary>In circulation nobody comes or goes: every member with a vote counts as there.</summary>
    public bool IsCirculated => Mode == SittingMode.Circulation;

    public IEnumerable<Attendance> In => _attendances.Where(IsIn);

    public bool IsIn(Attendance member) => IsCirculated ? Status == SittingStatus.InSession : member.IsIn;

    public int Voters => _attendances.Count(a => a.IsVoting);

    public int VotersIn => In.Count(a => a.IsVoting);

    /// <summary>How many with a vote have to be there for the sitting to open.</summary>
    public int Needed(QuorumRule rule) => rule.Needed(Voters);

    public bool HasQuorum(QuorumRule rule) => (IsCirculated || VotersIn >= Needed(rule)) && (IsCirculated || In.Any(Leads));

    /// <summary>Of those who may vote on an item: how many there are, and how many have to be. The recused count for neither.</summary>
    public (int Present, int Needed) QuorumOf(AgendaItem item)
    {
        var may = _attendances.Where(a => a.IsVoting && !item.IsRecused(a.EmployeeId)).ToList();
        var needed = IsCirculated ? may.Count : (QuorumRule ?? CaseManager.Committee.QuorumRule.Majority).Needed(may.Count);
        return (may.Count(IsIn), needed);
    }

    public Attendance? Of(Guid employeeId) => _attendances.Find(a => a.EmployeeId == employeeId);

    internal Attendance Member(Guid employeeId) => Of(employeeId) ?? throw new RuleViolation("committees.presence.notinvited");

    internal void Arrive(Act act, Guid employeeId)
    {
        Require(Status is SittingStatus.Invited or SittingStatus.InSession && !IsCirculated, "committees.presence.closed");
        Member(employeeId).Arrive(act.At);
    }

    internal void Leave(Act act, Guid employeeId)
    {
        Require(Status is SittingStatus.Invited or SittingStatus.InSession, "committees.presence.closed");
        Member(employeeId).Leave(act.At);
    }

    internal void Excuse(Guid employeeId, string? why)
    {
        Require(Status is SittingStatus.Invited or SittingStatus.InSession, "committees.presence.closed");
        Member(employeeId).MarkExcused(why);
    }

    /// <summary>Opened by whoever presides, with the quorum there.</summary>
    internal void Open(Act act, QuorumRule rule)
    {
        Require(Status == SittingStatus.Invited, "committees.sitting.notinvited");
        Require(_items.Count > 0, "committees.sitting.noitems");
        if (!HasQuorum(rule))
            throw new RuleViolation("committees.sitting.noquorum", null, VotersIn, Needed(rule));
        (Status, OpenedAt, QuorumRule) = (SittingStatus.InSession, act.At, rule);
        PresiderId = (In.FirstOrDefault(a => a.Position == CommitteePosition.Chair) ?? In.First(Leads)).EmployeeId;
    }

    /// <summary>The quorum did not come together: another day; the requests' periods run on (ت-٦).</summary>
    internal void Adjourn(Act act, string reason)
    {
        Require(Status == SittingStatus.Invited, "committees.sitting.notinvited");
        (Status, EndedAt, EndReason) = (SittingStatus.Adjourned, act.At, reason);
        foreach (var item in _items.Where(i => i.IsOpen))
            item.Skip(act);
        EndPresence(act);
    }

    /// <summary>Every item has its outcome, or goes back for another sitting.</summary>
    internal void End(Act act)
    {
        Require(Status == SittingStatus.InSession, "committees.sitting.notopen");
        Require(_items.TrueForAll(i => !i.IsOpen), "committees.sitting.openitems");
        (Status, EndedAt) = (SittingStatus.Ended, act.At);
        EndPresence(act);
    }

    internal void BeginItem(Act act, Guid itemId)
    {
        Require(Status == SittingStatus.InSession, "committees.sitting.notopen");
        Require(!_items.Exists(i => i.State is ItemState.Discussed or ItemState.Voting) || IsCirculated, "committees.item.another");
        Item(itemId).Begin(act);
    }

    internal void OpenVote(Act act, Guid itemId, Proposal proposal)
    {
        Require(Status == SittingStatus.InSession, "committees.sitting.notopen");
        var item = Item(itemId);
        RequireQuorum(item);
        item.OpenVote(act, proposal);
    }

    /// <summary>Only who is there, has a vote, and no interest in the item.</summary>
    internal MemberVote Cast(Act act, Guid itemId, VoteForm form)
    {
        Require(Status == SittingStatus.InSession, "committees.sitting.notopen");
        var (item, member) = (Item(itemId), Member(act.Actor.Id));
        Require(member.IsVoting, "committees.vote.novote");
        Require(IsIn(member), "committees.vote.notthere");
        return item.Cast(new MemberVote(item, member, form, act.At));
    }

    /// <summary>Reckons by itself. Who left before the vote was closed is not counted, nor is his vote; in circulation everybody has to have voted.</summary>
    internal Tally CloseVote(Act act, Guid itemId)
    {
        Require(Status == SittingStatus.InSession, "committees.sitting.notopen");
        var item = Item(itemId);
        RequireQuorum(item);
        var tally = TallyOf(item);
        Require(tally.Cast > 0, "committees.vote.none");
        Require(!IsCirculated || tally.Cast == tally.Present, "committees.vote.allinwriting");
        item.CloseVote(act, tally);
        return tally;
    }

    /// <summary>Of an open vote as it stands now; of a closed one as it was counted.</summary>
    public Tally TallyOf(AgendaItem item)
    {
        var chair = item.CurrentVotes.FirstOrDefault(v => v.EmployeeId == PresiderId)?.Choice;
        if (item is { VoteClosedAt: not null, ForCount: { } yes, AgainstCount: { } no, AbstainCount: { } abstain })
            return new Tally(yes, no, abstain, item.PresentCount ?? 0, item.NeededCount ?? 0, chair);
        var counted = item.CurrentVotes.Where(v => Of(v.EmployeeId) is { } member && IsIn(member)).ToList();
        var (present, needed) = QuorumOf(item);
        int Count(VoteChoice choice) => counted.Count(v => v.Choice == choice);
        return new Tally(Count(VoteChoice.For), Count(VoteChoice.Against), Count(VoteChoice.Abstain), present, needed, counted.Find(v => v.EmployeeId == PresiderId)?.Choice);
    }

    private void RequireQuorum(AgendaItem item)
    {
        var (present, needed) = QuorumOf(item);
        if (present < needed)
            throw new RuleViolation("committees.item.noquorum", null, present, needed);
    }

    private void EndPresence(Act act)
    {
        foreach (var member in _attendances)
        {
            if (IsCirculated && Status == SittingStatus.Ended && _items.Exists(i => i.Votes.Any(v => v.EmployeeId == member.EmployeeId)))
                member.Arrive(OpenedAt ?? act.At);
            if (member.IsIn)
                member.Leave(act.At);
            member.MarkAbsent();
        }
    }

    private static bool Leads(Attendance member) => member.Position is CommitteePosition.Chair or CommitteePosition.Deputy;
}
