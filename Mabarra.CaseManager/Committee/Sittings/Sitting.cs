using System.Globalization;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake;

namespace Mabarra.CaseManager.Committee;

/// <summary>A sitting of a committee (جلسة): planned with its agenda, opened when its quorum is there, ended when every item has its outcome (DOMAIN.md §3.4).</summary>
public sealed partial class Sitting : CaseEntity, IAudited
{
    public const int MostItems = 60;

    private readonly List<AgendaItem> _items = [];
    private readonly List<Attendance> _attendances = [];

    private Sitting()
    {
    }

    internal Sitting(StandingCommittee committee, int no, int hijriYear, SittingPlan plan)
    {
        (CommitteeId, No, HijriYear) = (committee.Id, no, hijriYear);
        (StartsAt, Place, Mode) = (plan.StartsAt, plan.Place, plan.Mode);
    }

    public Guid CommitteeId { get; private init; }

    /// <summary>Counted from one in each committee's Hijri year.</summary>
    public int No { get; private init; }

    public int HijriYear { get; private init; }

    public DateTime StartsAt { get; private set; }

    public string Place { get; private set; } = "";

    public SittingMode Mode { get; private set; }

    public SittingStatus Status { get; private set; }

    public DateTime? InvitedAt { get; private set; }

    public string? InvitedByName { get; private set; }

    public DateTime? OpenedAt { get; private set; }

    /// <summary>Who presided: the chair, or the deputy in his absence.</summary>
    public Guid? PresiderId { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public string? EndReason { get; private set; }

    /// <summary>The rule and the number of votes as they were when it was opened.</summary>
    public QuorumRule? QuorumRule { get; private set; }

    public IReadOnlyList<AgendaItem> Items => _items;

    public IReadOnlyList<Attendance> Attendances => _attendances;

    Guid IAudited.AuditedRecordId => Id;

    /// <summary>«5/1448».</summary>
    public string Label => string.Create(CultureInfo.InvariantCulture, $"{No}/{HijriYear}");

    public IEnumerable<AgendaItem> Agenda => _items.OrderBy(i => i.Place);

    public bool CanPlan => Status is SittingStatus.Planned or SittingStatus.Invited;

    public bool CanInvite => Status == SittingStatus.Planned && _items.Count > 0;

    internal AgendaItem Item(Guid id) => _items.Find(i => i.Id == id) ?? throw new RuleViolation("committees.item.gone");

    internal void Move(SittingPlan plan)
    {
        Require(CanPlan, "committees.sitting.notplanned");
        (StartsAt, Place, Mode) = (plan.StartsAt, plan.Place, plan.Mode);
    }

    internal AgendaItem Add(ServiceRequest request)
    {
        Require(CanPlan, "committees.sitting.notplanned");
        Require(_items.Count < MostItems, "committees.sitting.full");
        request.PutOnAgenda(Id);
        var item = new AgendaItem(Id, _items.Count == 0 ? 1 : _items.Max(i => i.Place) + 1, request);
        _items.Add(item);
        return item;
    }

    internal AgendaItem Remove(ServiceRequest request)
    {
        Require(CanPlan, "committees.sitting.notplanned");
        var item = _items.Find(i => i.RequestId == request.Id) ?? throw new RuleViolation("committees.item.gone");
        request.TakeOffAgenda();
        _items.Remove(item);
        return item;
    }

    /// <summary>Up or down by one.</summary>
    internal void Reorder(Guid itemId, int by)
    {
        Require(CanPlan, "committees.sitting.notplanned");
        var ordered = Agenda.ToList();
        var at = ordered.FindIndex(i => i.Id == itemId);
        var to = Math.Clamp(at + by, 0, ordered.Count - 1);
        if (at < 0 || at == to)
            return;
        (ordered[at].Place, ordered[to].Place) = (ordered[to].Place, ordered[at].Place);
    }

    /// <summary>The chair approves the agenda, and everybody who sits in the committee that day is asked to come.</summary>
    internal void Invite(Act act, StandingCommittee committee)
    {
        Require(Status == SittingStatus.Planned, "committees.sitting.invited");
        Require(_items.Count > 0, "committees.sitting.noitems");
        Require(committee.CanSit(RiyadhTime.DayOf(StartsAt)), "committees.sitting.incomplete");
        (Status, InvitedAt, InvitedByName) = (SittingStatus.Invited, act.At, act.Actor.Name);
        _attendances.AddRange(committee.ActiveOn(RiyadhTime.DayOf(StartsAt)).Select(m => new Attendance(Id, m)));
    }

    internal void Cancel(Act act, string reason)
    {
        Require(CanPlan, "committees.sitting.notplanned");
        (Status, EndedAt, EndReason) = (SittingStatus.Cancelled, act.At, reason);
    }

    private static void Require(bool holds, string code)
    {
        if (!holds)
            throw new RuleViolation(code);
    }
}

/// <summary>When, where and how, checked.</summary>
internal sealed record SittingPlan(DateTime StartsAt, string Place, SittingMode Mode);
