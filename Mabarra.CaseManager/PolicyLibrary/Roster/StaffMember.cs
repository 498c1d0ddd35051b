using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.PolicyLibrary.Roster;

/// <summary>Somebody who works for the association, with an account or without (النطاق: كافة العاملين ومن لهم علاقات تعاقدية).</summary>
public sealed class StaffMember : CaseEntity, IAudited
{
    public const int LongestName = 160;
    public const int TailLength = 4;

    private StaffMember()
    {
    }

    internal StaffMember(MemberFacts facts) => Change(facts);

    public string FullName { get; private set; } = "";

    /// <summary>The name as it is looked for.</summary>
    public string SearchKey { get; private set; } = "";

    public StaffKind Kind { get; private set; }

    public Guid? DepartmentId { get; private set; }

    public string? JobTitle { get; private set; }

    /// <summary>The last four digits of the identity number: enough to tell two of one name apart on a paper, and no more is kept.</summary>
    [PrivateValue]
    public string? IdTail { get; private set; }

    /// <summary>The keyed hash of the whole number, where it was given: nobody stands on the roster twice, and the number itself is kept nowhere.</summary>
    [PrivateValue]
    public byte[]? IdKey { get; private set; }

    [PrivateValue]
    public string? Mobile { get; private set; }

    /// <summary>The account this person signs in with; who has none signs at human resources.</summary>
    public Guid? AccountId { get; private set; }

    public DateOnly? JoinedOn { get; private set; }

    public DateOnly? LeftOn { get; private set; }

    public bool IsActive { get; private set; } = true;

    /// <summary>The text is read out to this person, before a witness.</summary>
    public bool CannotRead { get; private set; }

    public Guid AuditedRecordId => Id;

    internal void Change(MemberFacts facts)
    {
        (FullName, Kind, DepartmentId, JobTitle) = (facts.FullName, facts.Kind, facts.DepartmentId, facts.JobTitle);
        // A form shows only the tail: left as it was, the hash of the whole number stays.
        IdKey = facts.IdKey ?? (string.Equals(IdTail, facts.IdTail, StringComparison.Ordinal) ? IdKey : null);
        (IdTail, Mobile, AccountId, JoinedOn, CannotRead) = (facts.IdTail, facts.Mobile, facts.AccountId, facts.JoinedOn, facts.CannotRead);
        SearchKey = Kernel.SearchKey.Of(facts.FullName);
    }

    /// <summary>Left: owes nothing any more; what was signed stays.</summary>
    internal void Leave(DateOnly on)
    {
        if (!IsActive)
            throw new RuleViolation("policies.member.left");
        (IsActive, LeftOn, AccountId) = (false, on, null);
    }

    internal void Return() => (IsActive, LeftOn) = (true, null);
}
