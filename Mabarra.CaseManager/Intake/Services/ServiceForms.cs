namespace Mabarra.CaseManager.Intake.Services;

/// <summary>A service and all it asks for, as typed. Saving it makes the next version.</summary>
public sealed record ServiceForm
{
    public required string? NameAr { get; init; }

    public required string? NameEn { get; init; }

    /// <summary>Codes; none means everybody.</summary>
    public required IReadOnlyList<string> EligibleCategories { get; init; }

    /// <summary>In their order, without the declaration, which every service asks for.</summary>
    public required IReadOnlyList<RequirementForm> Requirements { get; init; }
}

/// <summary>One requirement, as typed.</summary>
public sealed record RequirementForm
{
    public required string? NameAr { get; init; }

    public string? NameEn { get; init; }

    public Handling Handling { get; init; }

    public bool IsMandatory { get; init; } = true;

    public IReadOnlyList<string> Categories { get; init; } = [];

    public long? MaxAgeDays { get; init; }

    public bool HasExpiry { get; init; }

    public CarryRule Carry { get; init; }

    public bool IsHealth { get; init; }

    public string? Hint { get; init; }
}

/// <summary>A new service, as typed.</summary>
public sealed record NewService
{
    public required string? NameAr { get; init; }

    public required string? NameEn { get; init; }

    public required string? FieldCode { get; init; }
}

/// <summary>The service's own words, checked.</summary>
internal sealed record ServiceWords(string NameAr, string NameEn, string? EligibleList)
{
    public bool Says(ServiceType service) => this == new ServiceWords(service.NameAr, service.NameEn, service.EligibleList);
}

/// <summary>One requirement, checked. Two are equal when they ask for the same in the same place.</summary>
internal sealed record RequirementWords
{
    public required int Order { get; init; }

    public required string NameAr { get; init; }

    public required string NameEn { get; init; }

    public required Handling Handling { get; init; }

    public required bool IsMandatory { get; init; }

    public required int? MaxAgeDays { get; init; }

    public required bool HasExpiry { get; init; }

    public required CarryRule Carry { get; init; }

    public required string? Hint { get; init; }

    public required bool IsHealth { get; init; }

    /// <summary>Codes as they are stored.</summary>
    public required string? CategoryText { get; init; }

    public IReadOnlyList<string> Categories => CategoryList.Read(CategoryText);
}
