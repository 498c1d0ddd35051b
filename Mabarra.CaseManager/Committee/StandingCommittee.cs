using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake.Services;

namespace Mabarra.CaseManager.Committee;

/// <summary>A committee (لجنة): what it is charged with, by which decision it was formed, who sits in it and when it has its quorum (ت-٥, ث-٢, ج-١).</summary>
public sealed class StandingCommittee : CaseEntity, IAudited
{
    private readonly List<CommitteeMember> _members = [];

    private StandingCommittee()
    {
    }

    internal StandingCommittee(CommitteeWords words) => Describe(words);

    public string NameAr { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public CommitteeFunction Functions { get; private set; }

    public QuorumRule QuorumRule { get; private set; }

    /// <summary>رقم قرار التشكيل.</summary>
    public string? FormationNo { get; private set; }

    public DateOnly? FormedOn { get; private set; }

    /// <summary>The formation decision itself.</summary>
    public Guid? FormationDocumentId { get; private set; }

    public DateOnly? TermEndsOn { get; private set; }

    /// <summary>Codes of the services it studies; none means all.</summary>
    public IReadOnlyList<string> Services => CategoryList.Read(ServiceList);

    public string? ServiceList { get; private set; }

    public bool IsActive { get; private set; } = true;

    public IReadOnlyList<CommitteeMember> Members => _members;

    Guid IAudited.AuditedRecordId => Id;

    public IEnumerable<CommitteeMember> ActiveOn(DateOnly day) => _members.Where(m => m.IsActive(day)).OrderBy(m => m.Position).ThenBy(m => m.Name, StringComparer.Ordinal);

    /// <summary>How many of them have a vote on that day.</summary>
    public int VotersOn(DateOnly day) => _members.Count(m => m.IsVoting && m.IsActive(day));

    public CommitteeMember? MemberOn(DateOnly day, Guid employeeId) => _members.Find(m => m.EmployeeId == employeeId && m.IsActive(day));

    /// <summary>Who presides, who writes, and enough to vote: without them no sitting can be planned.</summary>
    public bool CanSit(DateOnly day) =>
        IsActive && VotersOn(day) > 1
        && _members.Exists(m => m.Position == CommitteePosition.Chair && m.IsActive(day))
        && _members.Exists(m => m.Position == CommitteePosition.Secretary && m.IsActive(day));

    /// <summary>Whether requests for a service are its own to study.</summary>
    public bool Studies(string service) => Functions.HasFlag(CommitteeFunction.RequestStudy) && (Services.Count == 0 || Services.Contains(service, StringComparer.Ordinal));

    internal void Describe(CommitteeWords words)
    {
        (NameAr, NameEn, Functions, QuorumRule) = (words.NameAr, words.NameEn, words.Functions, words.QuorumRule);
        (FormationNo, FormedOn, TermEndsOn, ServiceList) = (words.FormationNo, words.FormedOn, words.TermEndsOn, words.ServiceList);
        FormationDocumentId = words.FormationDocumentId ?? FormationDocumentId;
    }

    /// <summary>One chair, one deputy, one secretary at a time; nobody twice.</summary>
    internal void Appoint(Appointment appointment)
    {
        var meanwhile = _members.FindAll(m => m.Overlaps(appointment.FromOn, appointment.ToOn));
        if (meanwhile.Exists(m => m.EmployeeId == appointment.EmployeeId))
            throw new RuleViolation("committees.member.twice", nameof(MembershipForm.EmployeeId));
        if (appointment.Position != CommitteePosition.Member && meanwhile.Find(m => m.Position == appointment.Position) is { } other)
            throw new RuleViolation("committees.member.taken", nameof(MembershipForm.Position), other.Name);
        _members.Add(new CommitteeMember(Id, appointment));
    }

    internal CommitteeMember EndMember(Guid memberId, DateOnly on, string reason)
    {
        var member = _members.Find(m => m.Id == memberId) ?? throw new RuleViolation("committees.member.gone");
        if (member.ToOn is { } ended && ended < on)
            throw new RuleViolation("committees.member.ended");
        if (on < member.FromOn)
            throw new RuleViolation("committees.member.before", nameof(EndForm.On), DateText.ShortGregorian(member.FromOn));
        member.End(on, reason);
        return member;
    }

    internal void SetActive(bool active)
    {
        if (IsActive == active)
            throw new RuleViolation(active ? "committees.committee.isactive" : "committees.committee.isinactive");
        IsActive = active;
    }
}

/// <summary>What is said of a committee, checked.</summary>
internal sealed record CommitteeWords
{
    public required string NameAr { get; init; }

    public required string NameEn { get; init; }

    public required CommitteeFunction Functions { get; init; }

    public required QuorumRule QuorumRule { get; init; }

    public string? FormationNo { get; init; }

    public DateOnly? FormedOn { get; init; }

    public Guid? FormationDocumentId { get; init; }

    public DateOnly? TermEndsOn { get; init; }

    public string? ServiceList { get; init; }
}
