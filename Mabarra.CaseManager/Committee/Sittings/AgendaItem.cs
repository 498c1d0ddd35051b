using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;

namespace Mabarra.CaseManager.Committee;

/// <summary>A request on the agenda of a sitting: discussed, put to the vote, decided (ت-٥; DOMAIN.md §3.4).</summary>
public sealed class AgendaItem : CaseEntity, IAudited
{
    public const int LongestDiscussion = 4000;

    private readonly List<MemberVote> _votes = [];
    private readonly List<Recusal> _recusals = [];

    private AgendaItem()
    {
    }

    internal AgendaItem(Guid sittingId, int place, ServiceRequest request) =>
        (SittingId, Place, RequestId, RequestNumber, DueOn, DeferredBefore) = (sittingId, place, request.Id, request.Number, request.DueOn, request.DeferredCount);

    public Guid SittingId { get; private init; }

    public int Place { get; internal set; }

    public Guid RequestId { get; private init; }

    public string RequestNumber { get; private init; } = "";

    /// <summary>The last day for the reply when it was put on the agenda (ت-٦).</summary>
    public DateOnly? DueOn { get; private init; }

    public int DeferredBefore { get; private init; }

    public ItemState State { get; private set; }

    public DateTime? BegunAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    [PrivateValue]
    public string? Discussion { get; private set; }

    /// <summary>What is, or was last, put to the vote.</summary>
    public Proposal? Proposal { get; private set; }

    /// <summary>A proposal that did not find its majority is followed by another; the votes of each stay.</summary>
    public int Round { get; private set; }

    public DateTime? VoteOpenedAt { get; private set; }

    public DateTime? VoteClosedAt { get; private set; }

    /// <summary>How many of those who may vote on it were there when the vote was closed, and how many had to be.</summary>
    public int? PresentCount { get; private set; }

    public int? NeededCount { get; private set; }

    /// <summary>What the vote closed last came to, as it was counted then.</summary>
    public int? ForCount { get; private set; }

    public int? AgainstCount { get; private set; }

    public int? AbstainCount { get; private set; }

    /// <summary>For and against stood level, and the chair's side decided.</summary>
    public bool IsByChair { get; private set; }

    /// <summary>Who of senior management let it be put off once more.</summary>
    public string? DeferralAllowedBy { get; private set; }

    public IReadOnlyList<MemberVote> Votes => _votes;

    public IReadOnlyList<Recusal> Recusals => _recusals;

    Guid IAudited.AuditedRecordId => SittingId;

    public IEnumerable<MemberVote> CurrentVotes => _votes.Where(v => v.Round == Round);

    public bool IsOpen => State is not (ItemState.Decided or ItemState.Skipped);

    public bool IsRecused(Guid employeeId) => _recusals.Exists(r => r.EmployeeId == employeeId);

    internal void Begin(Act act)
    {
        Require(State == ItemState.Waiting, "committees.item.begun");
        (State, BegunAt) = (ItemState.Discussed, act.At);
    }

    internal void Note(string? discussion)
    {
        Require(State is ItemState.Discussed or ItemState.Voting, "committees.item.notopen");
        Discussion = discussion;
    }

    /// <summary>Somebody with an interest in it is out of its quorum, its discussion and its vote.</summary>
    internal void Recuse(Act act, Attendance member, string reason)
    {
        Require(State is ItemState.Waiting or ItemState.Discussed, "committees.item.voting");
        Require(!IsRecused(member.EmployeeId), "committees.recusal.twice");
        _recusals.Add(new Recusal(Id, member.EmployeeId, member.Name, reason, act.At));
    }

    internal void AllowDeferral(Act act)
    {
        Require(IsOpen, "committees.item.closed");
        DeferralAllowedBy = act.Actor.Name;
    }

    internal void OpenVote(Act act, Proposal proposal)
    {
        Require(State == ItemState.Discussed, "committees.item.notopen");
        Require(proposal.Outcome != DecisionOutcome.Deferred || DeferredBefore == 0 || DeferralAllowedBy is not null, "committees.vote.seconddeferral");
        (State, Proposal, VoteOpenedAt, VoteClosedAt, IsByChair) = (ItemState.Voting, proposal, act.At, null, false);
        Round++;
    }

    internal MemberVote Cast(MemberVote vote)
    {
        Require(State == ItemState.Voting, "committees.vote.notopen");
        Require(!IsRecused(vote.EmployeeId), "committees.vote.recused");
        Require(!CurrentVotes.Any(v => v.EmployeeId == vote.EmployeeId), "committees.vote.twice");
        _votes.Add(vote);
        return vote;
    }

    /// <summary>Decided with its majority; else the discussion goes on.</summary>
    /// <returns>Whether it was carried.</returns>
    internal bool CloseVote(Act act, Tally tally)
    {
        Require(State == ItemState.Voting, "committees.vote.notopen");
        (VoteClosedAt, PresentCount, NeededCount, IsByChair) = (act.At, tally.Present, tally.Needed, tally.IsLevel);
        (ForCount, AgainstCount, AbstainCount) = (tally.For, tally.Against, tally.Abstain);
        State = tally.IsCarried ? ItemState.Decided : ItemState.Discussed;
        if (tally.IsCarried)
            EndedAt = act.At;
        return tally.IsCarried;
    }

    internal void Skip(Act act)
    {
        Require(State is ItemState.Waiting or ItemState.Discussed, "committees.item.voting");
        (State, EndedAt) = (ItemState.Skipped, act.At);
    }

    private static void Require(bool holds, string code)
    {
        if (!holds)
            throw new RuleViolation(code);
    }
}
