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

    public string? UnitNo { get; set; }

    /// <summary>The same with the address as it is saved: whoever may not see it cannot change it either.</summary>
    internal BeneficiaryForm KeepAddress(NationalAddress saved) => this with
    {
        City = saved.City,
        District = saved.District,
        Street = saved.Street,
        BuildingNo = saved.BuildingNo,
        SecondaryNo = saved.SecondaryNo,
        PostalCode = saved.PostalCode,
        ShortAddress = saved.Short,
        UnitNo = saved.UnitNo,
    };

    /// <summary>What is saved now, ready to be changed.</summary>
    internal static BeneficiaryForm Of(Beneficiary file, string idNumber) => new()
    {
        FirstName = file.FirstName,
        FatherName = file.FatherName,
        GrandfatherName = file.GrandfatherName,
        FamilyName = file.FamilyName,
        IdKind = file.IdKind,
        IdNumber = idNumber,
        BirthOn = file.BirthOn,
        BirthEnteredAs = file.BirthEnteredAs,
        Gender = file.Gender,
        Nationality = file.IdKind == IdKind.NationalId ? null : file.Nationality,
        Mobile = file.Mobile,
        Email = file.Email,
        Categories = [.. file.Categories.Select(c => c.CategoryCode)],
        City = file.Address.City,
        District = file.Address.District,
        Street = file.Address.Street,
        BuildingNo = file.Address.BuildingNo,
        SecondaryNo = file.Address.SecondaryNo,
        PostalCode = file.Address.PostalCode,
        ShortAddress = file.Address.Short,
        UnitNo = file.Address.UnitNo,
    };
}
