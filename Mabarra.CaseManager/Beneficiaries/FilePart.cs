namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A tab of a file's page (its requests, its visits). Higher modules bring their own, so that the registry need not know them.</summary>
/// <param name="Key">Stable name, used in the address bar.</param>
/// <param name="Words">Marker of the resx that has <paramref name="TitleKey"/>.</param>
/// <param name="Component">Takes the file's id as <c>BeneficiaryId</c>.</param>
/// <param name="Permission">Who lacks it does not see the tab. The component's services check for themselves.</param>
public sealed record FilePart(string Key, Type Words, string TitleKey, Type Component, string Permission)
{
    /// <summary>Those with a lower place come first; the first is what a file opens at.</summary>
    public int Place { get; init; }
}
