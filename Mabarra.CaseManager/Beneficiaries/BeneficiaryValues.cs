namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>نوع الهوية.</summary>
public enum IdKind
{
    NationalId,
    Iqama,
    GccId,
    Passport,
    Other,
}

public enum Gender
{
    Female,
    Male,
}

/// <summary>The calendar a date was typed in.</summary>
public enum CalendarKind
{
    Hijri,
    Gregorian,
}

/// <summary>العنوان الوطني.</summary>
public sealed record NationalAddress(string City, string District, string? Street, string? BuildingNo, string? SecondaryNo, string? PostalCode, string? Short, string? UnitNo = null)
{
    public static NationalAddress None { get; } = new("", "", null, null, null, null, null);
}

/// <summary>Checked and sealed data of a file, ready to be taken over.</summary>
internal sealed record BeneficiaryData
{
    public required string FirstName { get; init; }

    public required string FatherName { get; init; }

    public required string GrandfatherName { get; init; }

    public required string FamilyName { get; init; }

    public required IdKind IdKind { get; init; }

    public required byte[] IdSealed { get; init; }

    public required byte[] IdLookup { get; init; }

    public required string IdTail { get; init; }

    public required DateOnly BirthOn { get; init; }

    public required CalendarKind BirthEnteredAs { get; init; }

    public required Gender Gender { get; init; }

    public required string Nationality { get; init; }

    public required string Mobile { get; init; }

    public required string? Email { get; init; }

    public required NationalAddress Address { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }
}
