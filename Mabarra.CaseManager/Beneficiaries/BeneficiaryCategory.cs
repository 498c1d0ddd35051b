namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A category of beneficiaries (فئة). <see cref="Code"/> is stable; the words may be edited.</summary>
public sealed class BeneficiaryCategory
{
    public required string Code { get; init; }

    public required string NameAr { get; set; }

    public required string NameEn { get; set; }

    public int Order { get; set; }

    /// <summary>Unknown parentage is sensitive data: its label never shows in lists, exports or documents (DOMAIN.md §2.3).</summary>
    public bool IsSensitive { get; init; }

    public bool IsActive { get; set; } = true;
}

/// <summary>A field the association works in (مجال).</summary>
public sealed class FieldOfWork
{
    public required string Code { get; init; }

    public required string NameAr { get; set; }

    public required string NameEn { get; set; }

    public int Order { get; set; }
}
