using System.Globalization;
using Mabarra.CaseManager.Intake.Services;

namespace Mabarra.CaseManager.Intake.Components;

/// <summary>A service being edited.</summary>
public sealed class ServiceDraft
{
    public string? NameAr { get; set; }

    public string? NameEn { get; set; }

    public List<string> Eligible { get; set; } = [];

    public List<RequirementDraft> Rows { get; init; } = [];

    public static ServiceDraft Of(ServiceType service) => new()
    {
        NameAr = service.NameAr,
        NameEn = service.NameEn,
        Eligible = [.. service.EligibleCategories],
        Rows = [.. service.Current.Where(r => !r.IsDeclaration).Select(RequirementDraft.Of)],
    };

    public ServiceForm ToForm() => new()
    {
        NameAr = NameAr,
        NameEn = NameEn,
        EligibleCategories = Eligible,
        Requirements = [.. Rows.Select(r => r.ToForm())],
    };
}

/// <summary>One requirement being edited.</summary>
public sealed class RequirementDraft
{
    public string? NameAr { get; set; }

    public string? NameEn { get; set; }

    public Handling Handling { get; set; }

    public bool IsMandatory { get; set; } = true;

    public List<string> Categories { get; set; } = [];

    public long? MaxAgeDays { get; set; }

    public bool HasExpiry { get; set; }

    public CarryRule Carry { get; set; }

    public bool IsHealth { get; set; }

    public string? Hint { get; set; }

    public string NameFor(CultureInfo culture) => AppCulture.IsArabic(culture) || string.IsNullOrWhiteSpace(NameEn) ? NameAr ?? "" : NameEn;

    public static RequirementDraft Of(Requirement requirement) => new()
    {
        NameAr = requirement.NameAr,
        NameEn = requirement.NameEn,
        Handling = requirement.Handling,
        IsMandatory = requirement.IsMandatory,
        Categories = [.. requirement.Categories],
        MaxAgeDays = requirement.MaxAgeDays,
        HasExpiry = requirement.HasExpiry,
        Carry = requirement.Carry,
        IsHealth = requirement.IsHealth,
        Hint = requirement.Hint,
    };

    public RequirementForm ToForm() => new()
    {
        NameAr = NameAr,
        NameEn = NameEn,
        Handling = Handling,
        IsMandatory = IsMandatory,
        Categories = Categories,
        MaxAgeDays = MaxAgeDays,
        HasExpiry = HasExpiry,
        Carry = Carry,
        IsHealth = IsHealth,
        Hint = Hint,
    };
}
