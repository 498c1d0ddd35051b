using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Intake;

/// <summary>The signed statement that the data is true and the beneficiary answers for it (ت-٤).</summary>
/// <param name="SignedOn">The Riyadh day of signing: it counts as the last item when it is the latest.</param>
/// <param name="DocumentId">The drawn signature, the scanned paper or the thumbprint.</param>
/// <param name="WitnessName">Needed for a thumbprint.</param>
/// <param name="TextVersion">Number of the words that were signed (<see cref="Data.TextVersion"/>).</param>
public sealed record Declaration(SignatureMethod Method, DateOnly SignedOn, DateTime SignedAt, Guid DocumentId, [property: PrivateValue] string? WitnessName, int TextVersion)
{
    /// <summary>The very words that were signed; null for those signed before they were kept.</summary>
    public string? Words { get; init; }

    /// <summary>She cannot read: it was read out to her, before the witness.</summary>
    public bool? IsReadAloud { get; init; }

    /// <summary>Who signed in her name; null when she signed herself.</summary>
    [PrivateValue]
    public string? SignerName { get; init; }

    public RepresentativeKind? SignerKind { get; init; }

    /// <summary>The paper by which he signs.</summary>
    [PrivateValue]
    public string? SignerProofNo { get; init; }
}
