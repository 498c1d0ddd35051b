namespace Mabarra.CaseManager.Contacts.Liaison;

/// <summary>An officer is charged, as typed.</summary>
public sealed record AssignForm
{
    /// <summary>Codes; none is every category.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Codes; none is every field.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    public Guid? OfficerId { get; init; }

    public Guid? BackupId { get; init; }

    public DateOnly? FromOn { get; init; }

    /// <summary>The last day; nothing while it goes on.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>Whoever holds exactly these places now does so until the day before.</summary>
    public bool Replaces { get; init; }
}

/// <summary>A charge ends, as typed.</summary>
public sealed record EndForm
{
    public DateOnly? LastOn { get; init; }

    public string? Reason { get; init; }
}

/// <summary>An officer is away, as typed.</summary>
public sealed record AbsenceForm
{
    public Guid? OfficerId { get; init; }

    public DateOnly? FromOn { get; init; }

    public DateOnly? ToOn { get; init; }

    public string? Reason { get; init; }
}
