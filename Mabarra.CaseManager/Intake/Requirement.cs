using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake.Services;

namespace Mabarra.CaseManager.Intake;

/// <summary>One thing a service asks for, from one version of it to another. Never changed: a new version has a new row.</summary>
public sealed class Requirement : IAudited
{
    /// <summary>The declaration stands after all else.</summary>
    private const int Last = 1000;

    private Requirement()
    {
    }

    internal Requirement(Guid serviceTypeId, int order, string nameAr, string nameEn, Handling handling)
    {
        (ServiceTypeId, Order, NameAr, NameEn, Handling) = (serviceTypeId, order, nameAr, nameEn, handling);
    }

    internal Requirement(Guid serviceTypeId, RequirementWords words, int version)
        : this(serviceTypeId, words.Order, words.NameAr, words.NameEn, words.Handling)
    {
        (IsMandatory, MaxAgeDays, IsHealth, HasExpiry) = (words.IsMandatory, words.MaxAgeDays, words.IsHealth, words.HasExpiry);
        (Carry, Hint, CategoryCodes, FromVersion) = (words.Carry, words.Hint, CategoryList.Write(words.Categories), version);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ServiceTypeId { get; private init; }

    public int Order { get; private set; }

    public string NameAr { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public Handling Handling { get; private set; }

    public bool IsMandatory { get; internal init; } = true;

    /// <summary>The one category it is asked of, as seeded; <see cref="Categories"/> says all of them.</summary>
    public string? CategoryCode { get; internal init; }

    /// <summary>Asked of several categories, as stored.</summary>
    public string? CategoryCodes { get; private init; }

    /// <summary>Asked only of these categories; none asks everybody.</summary>
    public IReadOnlyList<string> Categories => CategoryList.Read(CategoryCodes ?? CategoryCode);

    /// <summary>A paper older than this on the day it is received is refused; null for no limit.</summary>
    public int? MaxAgeDays { get; internal init; }

    /// <summary>Its expiry date is written down.</summary>
    public bool HasExpiry { get; internal init; }

    /// <summary>Whether it serves a later request too.</summary>
    public CarryRule Carry { get; internal init; }

    /// <summary>Where to get it, what must be on it: for the sheet and the clerk.</summary>
    public string? Hint { get; private init; }

    /// <summary>Health papers are sensitive (ح-٢).</summary>
    public bool IsHealth { get; internal init; }

    /// <summary>The truth declaration itself (ت-٤): received by being signed.</summary>
    public bool IsDeclaration { get; internal init; }

    /// <summary>The first version of the service that asks for it.</summary>
    public int FromVersion { get; private init; } = 1;

    /// <summary>The last version that asked for it; null while it is asked for.</summary>
    public int? ThroughVersion { get; private set; }

    Guid IAudited.AuditedRecordId => ServiceTypeId;

    internal int Place => IsDeclaration ? Last : Order;

    internal bool IsFor(IReadOnlySet<string> categories) => Categories is not { Count: > 0 } wanted || wanted.Any(categories.Contains);

    internal void Retire(int version) => ThroughVersion = version;

    /// <summary>Whether it says just that already.</summary>
    internal bool Says(RequirementWords words) => !IsDeclaration && words == new RequirementWords
    {
        Order = Order,
        NameAr = NameAr,
        NameEn = NameEn,
        Handling = Handling,
        IsMandatory = IsMandatory,
        MaxAgeDays = MaxAgeDays,
        HasExpiry = HasExpiry,
        Carry = Carry,
        Hint = Hint,
        IsHealth = IsHealth,
        CategoryText = CategoryList.Write(Categories),
    };
}
