using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Intake;

/// <summary>A service beneficiaries may ask for (نوع الخدمة), with what each asks of them (اشتراطات الخدمة, ت-٢).</summary>
public sealed class ServiceType : CaseEntity, IAudited
{
    private readonly List<Requirement> _requirements = [];

    private ServiceType()
    {
    }

    internal ServiceType(string code, string nameAr, string nameEn, string fieldCode, int order)
    {
        (Code, NameAr, NameEn, FieldCode, Order) = (code, nameAr, nameEn, fieldCode, order);
    }

    public string Code { get; private init; } = "";

    public string NameAr { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>The field of work it belongs to (مجال).</summary>
    public string FieldCode { get; private set; } = "";

    public int Order { get; private set; }

    /// <summary>Rises with each change of the requirements; a request keeps the version it was made under (ب-٥).</summary>
    public int VersionNo { get; private set; } = 1;

    public bool IsActive { get; private set; } = true;

    public IReadOnlyList<Requirement> Requirements => _requirements;

    Guid IAudited.AuditedRecordId => Id;

    internal void Add(Requirement requirement) => _requirements.Add(requirement);

    /// <summary>What this service asks of somebody of these categories, in order.</summary>
    public IEnumerable<Requirement> RequirementsFor(IReadOnlySet<string> categories) => _requirements
        .Where(r => r.CategoryCode is null || categories.Contains(r.CategoryCode))
        .OrderBy(r => r.Order);
}

/// <summary>How a required paper is taken in (ت-٢; DOMAIN.md §2.3).</summary>
public enum Handling
{
    /// <summary>اطلاع: looked at and its number written down. Identity papers are never copied.</summary>
    Sight,

    /// <summary>حفظ صورة: a copy is kept.</summary>
    Keep,

    /// <summary>تحقق إلكتروني: checked on the issuer's platform.</summary>
    Verify,

    /// <summary>نموذج: the association's own form, filled in here.</summary>
    Form,
}

/// <summary>One thing a service asks for.</summary>
public sealed class Requirement : IAudited
{
    private Requirement()
    {
    }

    internal Requirement(Guid serviceTypeId, int order, string nameAr, string nameEn, Handling handling)
    {
        (ServiceTypeId, Order, NameAr, NameEn, Handling) = (serviceTypeId, order, nameAr, nameEn, handling);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ServiceTypeId { get; private init; }

    public int Order { get; private set; }

    public string NameAr { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public Handling Handling { get; private set; }

    public bool IsMandatory { get; internal init; } = true;

    /// <summary>Asked only of this category; null asks everybody.</summary>
    public string? CategoryCode { get; internal init; }

    /// <summary>A paper older than this on the day it is received is refused; null for no limit.</summary>
    public int? MaxAgeDays { get; internal init; }

    /// <summary>Health papers are sensitive (ح-٢).</summary>
    public bool IsHealth { get; internal init; }

    /// <summary>The truth declaration itself (ت-٤): received by being signed.</summary>
    public bool IsDeclaration { get; internal init; }

    Guid IAudited.AuditedRecordId => ServiceTypeId;
}
