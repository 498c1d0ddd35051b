using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A category of beneficiaries (فئة).</summary>
public sealed class BeneficiaryCategory : ListItem
{
    /// <summary>Unknown parentage is sensitive data: its label never shows in lists, exports or documents (DOMAIN.md §2.3).</summary>
    public bool IsSensitive { get; init; }
}

/// <summary>A field the association works in (مجال).</summary>
public sealed class FieldOfWork : ListItem;
