using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Intake.Services;

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

    /// <summary>The committee decides only after a researcher's study (بحث حالة).</summary>
    public bool NeedsStudy { get; private set; } = true;

    public IReadOnlyList<Requirement> Requirements => _requirements;

    Guid IAudited.AuditedRecordId => Id;

    /// <summary>One the association adds: nobody may ask for it until it is activated.</summary>
    internal static ServiceType Added(string nameAr, string nameEn, string fieldCode, int order)
    {
        var service = new ServiceType($"Own{Guid.CreateVersion7():N}", nameAr, nameEn, fieldCode, order) { IsActive = false };
        service.Add(new Requirement(service.Id, order: 0, DeclarationWords.Name.Ar, DeclarationWords.Name.En, Handling.Form) { IsDeclaration = true });
        return service;
    }

    internal void Add(Requirement requirement) => _requirements.Add(requirement);

    /// <summary>Categories it is meant for, as codes; none means everybody.</summary>
    public IReadOnlyList<string> EligibleCategories => CategoryList.Read(EligibleList);

    public string? EligibleList { get; private set; }

    /// <summary>What it asks for now.</summary>
    public IEnumerable<Requirement> Current => _requirements.Where(r => r.ThroughVersion is null).OrderBy(r => r.Place);

    /// <summary>What this service asks of somebody of these categories, in order.</summary>
    public IEnumerable<Requirement> RequirementsFor(IReadOnlySet<string> categories) => Current.Where(r => r.IsFor(categories));

    /// <summary>Somebody of none of its categories is taken in only with a reason (DOMAIN.md §3.1).</summary>
    public bool IsFor(IReadOnlySet<string> categories) => EligibleCategories is not { Count: > 0 } wanted || wanted.Any(categories.Contains);

    /// <summary>A new version: requests made before keep theirs, and what is no longer asked stays readable (ب-٥).</summary>
    internal void Revise(ServiceWords words, IReadOnlyList<RequirementWords> wanted)
    {
        var was = Current.ToList();
        var kept = was.Where(r => r.IsDeclaration || wanted.Any(r.Says)).ToHashSet();
        if (kept.Count == was.Count && wanted.Count == was.Count(r => !r.IsDeclaration) && words.Says(this))
            throw new RuleViolation("intake.services.unchanged");
        foreach (var old in was.Where(r => !kept.Contains(r)))
            old.Retire(VersionNo);
        VersionNo++;
        (NameAr, NameEn, EligibleList) = (words.NameAr, words.NameEn, words.EligibleList);
        _requirements.AddRange(wanted.Where(w => !kept.Any(r => r.Says(w))).Select(w => new Requirement(Id, w, VersionNo)));
    }

    internal void AskForStudy(bool asks)
    {
        if (NeedsStudy == asks)
            throw new RuleViolation("intake.services.unchanged");
        NeedsStudy = asks;
    }

    internal void Activate()
    {
        if (IsActive)
            throw new RuleViolation("intake.services.isactive");
        IsActive = true;
    }

    /// <summary>No new requests; those made before go on.</summary>
    internal void Deactivate()
    {
        if (!IsActive)
            throw new RuleViolation("intake.services.isinactive");
        IsActive = false;
    }
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
