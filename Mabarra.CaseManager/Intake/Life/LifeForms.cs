using Mabarra.CaseManager.Contacts;

namespace Mabarra.CaseManager.Intake.Life;

/// <summary>Completeness taken back, as typed.</summary>
public sealed record RevocationForm
{
    public required ReasonForm Reason { get; init; }

    /// <summary>The papers at fault: they must be brought again.</summary>
    public required IReadOnlyCollection<Guid> ItemIds { get; init; }
}

/// <summary>The beneficiary's wish to withdraw, as typed.</summary>
public sealed record WithdrawalForm
{
    public required ReasonForm Reason { get; init; }

    /// <summary>How the wish came.</summary>
    public required Channel? Channel { get; init; }

    /// <summary>The day it came; today unless the clerk says otherwise.</summary>
    public DateOnly? WishOn { get; init; }
}

/// <summary>A reminder that was made, as typed.</summary>
public sealed record ReminderForm
{
    public required Channel? Channel { get; init; }

    public string? Note { get; init; }
}
