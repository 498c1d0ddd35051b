using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>A document of the library; its words are in its versions (ب, ح-٤).</summary>
public sealed class Policy : CaseEntity, IAudited
{
    public const int LongestTitle = 160;

    private Policy()
    {
    }

    internal Policy(PolicyKind kind, PolicyFacts facts)
    {
        Kind = kind;
        Change(facts);
    }

    public PolicyKind Kind { get; private set; }

    public string TitleAr { get; private set; } = "";

    public string TitleEn { get; private set; } = "";

    /// <summary>The department that keeps it up to date.</summary>
    public Guid? OwnerDepartmentId { get; private set; }

    /// <summary>Its version in force may be read by anybody, without an account.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>Who must read, understand and sign it (النطاق); nobody for a form.</summary>
    public IReadOnlySet<StaffKind> Audience { get; private set; } = new HashSet<StaffKind>();

    public bool IsSigned => Audience.Count > 0;

    public Guid AuditedRecordId => Id;

    internal void Change(PolicyFacts facts) =>
        (TitleAr, TitleEn, OwnerDepartmentId, IsPublic, Audience) = (facts.TitleAr, facts.TitleEn, facts.OwnerDepartmentId, facts.IsPublic, facts.Audience);
}

/// <summary>What is said of a policy beside its words.</summary>
internal sealed record PolicyFacts(string TitleAr, string TitleEn, Guid? OwnerDepartmentId, bool IsPublic, IReadOnlySet<StaffKind> Audience);
