namespace Mabarra.CaseManager.Committee;

/// <summary>A committee, as typed.</summary>
public sealed record CommitteeForm
{
    public required string? NameAr { get; init; }

    public string? NameEn { get; init; }

    public required IReadOnlyList<CommitteeFunction> Functions { get; init; }

    public QuorumRule QuorumRule { get; init; }

    public string? FormationNo { get; init; }

    public DateOnly? FormedOn { get; init; }

    public Guid? FormationDocumentId { get; init; }

    public DateOnly? TermEndsOn { get; init; }

    /// <summary>Codes of services; none means all.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];
}

/// <summary>A membership, as typed.</summary>
public sealed record MembershipForm
{
    public required Guid? EmployeeId { get; init; }

    public CommitteePosition Position { get; init; } = CommitteePosition.Member;

    public required DateOnly? FromOn { get; init; }

    public DateOnly? ToOn { get; init; }

    /// <summary>Asked of a secretary only; everybody else votes.</summary>
    public bool IsVoting { get; init; } = true;
}

/// <summary>The end of a membership, as typed.</summary>
public sealed record EndForm(DateOnly? On, string? Reason);
