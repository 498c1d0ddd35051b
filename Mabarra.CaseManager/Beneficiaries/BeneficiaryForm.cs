namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>What the file's form sends, as typed.</summary>
public sealed record BeneficiaryForm
{
    public string? FirstName { get; set; }

    public string? FatherName { get; set; }

    public string? GrandfatherName { get; set; }

    public string? FamilyName { get; set; }

    public IdKind IdKind { get; set; } = IdKind.NationalId;

    public string? IdNumber { get; set; }

    public DateOnly? BirthOn { get; set; }

    public CalendarKind BirthEnteredAs { get; set; } = CalendarKind.Hijri;

    public Gender? Gender { get; set; }

    /// <summary>Only asked of those who are not citizens.</summary>
    public string? Nationality { get; set; }

    public string? Mobile { get; set; }

    public string? Email { get; set; }

    public List<string> Categories { get; set; } = [];

    public string? City { get; set; }

    public string? District { get; set; }

    public string? Street { get; set; }

    public string? BuildingNo { get; set; }

    public string? SecondaryNo { get; set; }

    public string? PostalCode { get; set; }

    public string? ShortAddress { get; set; }
}
