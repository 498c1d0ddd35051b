using Mabarra.CaseManager.Documents;

namespace Mabarra.CaseManager.Administration.Settings;

/// <summary>The association's details, as typed.</summary>
public sealed class AssociationForm
{
    /// <summary>By the names of <see cref="AssociationField"/>.</summary>
    public Dictionary<string, string?> Values { get; set; } = new(StringComparer.Ordinal);

    public string? this[string field]
    {
        get => Values.GetValueOrDefault(field);
        set => Values[field] = value;
    }

    public static AssociationForm Of(AssociationProfile profile) =>
        new() { Values = AssociationField.All.ToDictionary(f => f.Name, f => f.Get(profile), StringComparer.Ordinal) };
}
