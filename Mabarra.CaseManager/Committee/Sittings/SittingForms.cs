using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Life;

namespace Mabarra.CaseManager.Committee;

/// <summary>A sitting, as typed.</summary>
public sealed record SittingForm
{
    public required DateOnly? On { get; init; }

    /// <summary>«10:30», on the clock of Riyadh.</summary>
    public required string? Time { get; init; }

    public string? Place { get; init; }

    public SittingMode Mode { get; init; }
}

/// <summary>What is put to the vote, as typed.</summary>
public sealed record ProposalForm
{
    public required DecisionOutcome? Outcome { get; init; }

    public string? Article { get; init; }

    public Money? Amount { get; init; }

    public long? Instalments { get; init; }

    public DateOnly? FirstOn { get; init; }

    public string? Conditions { get; init; }

    /// <summary>Asked for by everything that is not an approval.</summary>
    public ReasonForm Reason { get; init; } = new() { Code = null };

    public DateOnly? NextOn { get; init; }

    public string? ReferredTo { get; init; }
}

/// <summary>A vote, as given.</summary>
public sealed record VoteForm
{
    public required VoteChoice? Choice { get; init; }

    /// <summary>تحفظ: always with its reason, so the reason is the reservation.</summary>
    public string? Reservation { get; init; }
}
