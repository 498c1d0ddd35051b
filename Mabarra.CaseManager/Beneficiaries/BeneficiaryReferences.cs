using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>
/// Every column of every table that names a beneficiary, read from the model, so that nobody has to keep a list: the house calls such a property
/// <c>BeneficiaryId</c> (tests hold it). Besides these, files kept with a person (<c>StoredDocument.OwnerId</c>) and the two logs (<c>RecordId</c>) name her
/// as they name any record; the logs say what was, and are never changed.
/// </summary>
public static class BeneficiaryReferences
{
    public const string Name = "BeneficiaryId";

    public static IReadOnlyList<IProperty> In(IModel model) =>
        [.. model.GetEntityTypes().Select(e => e.FindProperty(Name)).OfType<IProperty>().OrderBy(p => p.DeclaringType.Name, StringComparer.Ordinal)];

    public static IReadOnlyList<IProperty> In(CaseDbContext db) => In(db.Model);
}
