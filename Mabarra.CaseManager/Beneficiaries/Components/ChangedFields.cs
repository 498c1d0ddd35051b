using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Beneficiaries.Components;

/// <summary>The names of a file's fields that an audit entry says were changed. Names only: what they held is private.</summary>
internal static class ChangedFields
{
    public static string Names(string? changes, IStringLocalizer<BeneficiariesText> words, IStringLocalizer<RegistryText>? more = null) => Enumeration.Of(
        ChangedNames.Of(changes).Select(Stem).Distinct(StringComparer.Ordinal).Select(n => words[$"field.{n}"] is { ResourceNotFound: false } word || more is null ? words[$"field.{n}"] : more[$"field.{n}"]).Where(t => !t.ResourceNotFound).Select(t => t.Value));

    /// <summary>Columns a person sees as one field.</summary>
    private static string Stem(string name) => name switch
    {
        nameof(Beneficiary.IdLookup) => nameof(BeneficiaryForm.IdNumber),
        "Address.Short" => nameof(BeneficiaryForm.ShortAddress),
        _ => name[(name.LastIndexOf('.') + 1)..],
    };
}
