namespace Mabarra.CaseManager.Contacts.Liaison.Components;

/// <summary>The charge being typed.</summary>
public sealed class AssignDraft
{
    /// <summary>The form's own key: sent twice, it charges once.</summary>
    public Guid Key { get; set; } = Guid.NewGuid();

    public List<string>? Categories { get; set; } = [];

    public List<string>? Fields { get; set; } = [];

    public Guid? OfficerId { get; set; }

    public Guid? BackupId { get; set; }

    public DateOnly? FromOn { get; set; }

    public DateOnly? ToOn { get; set; }

    public bool Replaces { get; set; } = true;

    public AssignForm ToForm() => new()
    {
        Categories = Categories ?? [],
        Fields = Fields ?? [],
        OfficerId = OfficerId,
        BackupId = BackupId,
        FromOn = FromOn,
        ToOn = ToOn,
        Replaces = Replaces,
    };
}

/// <summary>The end of a charge being typed.</summary>
public sealed class EndDraft
{
    public DateOnly? LastOn { get; set; }

    public string? Reason { get; set; }
}

/// <summary>The absence being typed.</summary>
public sealed class AbsenceDraft
{
    public Guid Key { get; set; } = Guid.NewGuid();

    public Guid? OfficerId { get; set; }

    public DateOnly? FromOn { get; set; }

    public DateOnly? ToOn { get; set; }

    public string? Reason { get; set; }
}
