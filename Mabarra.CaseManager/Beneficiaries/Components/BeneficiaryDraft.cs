namespace Mabarra.CaseManager.Beneficiaries.Components;

/// <summary>What a file's form keeps while it is being filled.</summary>
public sealed record BeneficiaryDraft
{
    /// <summary>Made with the form: sent twice, it makes one file (C6).</summary>
    public Guid Key { get; init; } = Guid.CreateVersion7();

    /// <summary>The version the form was read at. Kept with the draft, so that one restored later cannot overwrite what came between (C5).</summary>
    public Guid Version { get; init; }

    public BeneficiaryForm Form { get; init; } = new();
}
