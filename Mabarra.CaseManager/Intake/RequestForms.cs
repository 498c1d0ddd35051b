using Mabarra.CaseManager.Contacts;

namespace Mabarra.CaseManager.Intake;

/// <summary>A new request, as typed.</summary>
public sealed record NewRequest
{
    public required Guid BeneficiaryId { get; init; }

    public required Guid ServiceTypeId { get; init; }

    public Guid? VisitId { get; init; }

    public required string? Description { get; init; }

    public string? RequestedAmount { get; init; }

    /// <summary>Why somebody of none of the service's categories is taken in.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>The request it is copied from or repeats: what is still valid is taken over.</summary>
    public Guid? SourceRequestId { get; init; }
}

/// <summary>The words of a request that is still being taken in, as typed.</summary>
public sealed record RequestChange(string? Description, string? RequestedAmount);

/// <summary>A paper handed over, as typed.</summary>
public sealed record ItemForm
{
    /// <summary>The day it came; today unless the clerk says otherwise.</summary>
    public required DateOnly? ReceivedOn { get; init; }

    public string? RefNo { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public string? Note { get; init; }

    public Guid? DocumentId { get; init; }
}

/// <summary>The signed declaration, as it comes from the page.</summary>
public sealed record DeclarationForm
{
    public required SignatureMethod Method { get; init; }

    /// <summary>PNG drawn on the pad; only for <see cref="SignatureMethod.Pad"/>.</summary>
    public ReadOnlyMemory<byte>? Drawing { get; init; }

    /// <summary>The scan or thumbprint, already stored with the request; for the other methods.</summary>
    public Guid? DocumentId { get; init; }

    public string? WitnessName { get; init; }

    /// <summary>The guardian or agent who signs in her name; null when she signs herself.</summary>
    public Guid? SignerId { get; init; }

    /// <summary>Number of the words that were read to her: what somebody changed meanwhile is not what she signs.</summary>
    public int TextNo { get; init; } = Data.TextVersion.BuiltIn;

    /// <summary>Whoever signs does not read: it is read out, and somebody witnesses it.</summary>
    public bool CannotRead { get; init; }
}

/// <summary>How the reply will come, as typed (ت-٥).</summary>
public sealed record AgreementForm
{
    public required Channel? Channel { get; init; }

    public required string? Contact { get; init; }

    /// <summary>«تم الإفهام»: the clerk confirms having explained that the committee studies the request.</summary>
    public required bool IsExplained { get; init; }
}
