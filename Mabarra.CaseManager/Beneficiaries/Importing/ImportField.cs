namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>The columns of an import, in the template's order. Named as the fields of the forms; a second and third category have columns of their own for the drop-down's sake.</summary>
public enum ImportField
{
    FirstName,
    FatherName,
    GrandfatherName,
    FamilyName,
    IdKind,
    IdNumber,
    BirthOn,
    BirthEnteredAs,
    Gender,
    Nationality,
    Mobile,
    Mobile2,
    Email,
    MaritalStatus,
    Category,
    Category2,
    Category3,
    City,
    District,
    Street,
    BuildingNo,
    SecondaryNo,
    PostalCode,
    ShortAddress,
    UnitNo,
    DataReviewedOn,
}

/// <summary>What is known of the columns.</summary>
internal static class ImportFields
{
    public static IReadOnlyList<ImportField> All { get; } = Enum.GetValues<ImportField>();

    /// <summary>Without these no row can be a file.</summary>
    public static IReadOnlyList<ImportField> Required { get; } =
    [
        ImportField.FirstName, ImportField.FatherName, ImportField.GrandfatherName, ImportField.FamilyName, ImportField.IdNumber, ImportField.BirthOn,
        ImportField.Gender, ImportField.Mobile, ImportField.Category, ImportField.City, ImportField.District,
    ];

    /// <summary>The column a form's message belongs to.</summary>
    public static ImportField Of(string? formField) =>
        formField == nameof(BeneficiaryForm.Categories) ? ImportField.Category : Enum.TryParse<ImportField>(formField, out var field) ? field : ImportField.FirstName;
}
