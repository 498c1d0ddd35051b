namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>A policy in the library's list.</summary>
/// <param name="Current">The version in force, or the text the app came with while it waits for its approval; null when there is none.</param>
/// <param name="HasDraft">Something is being written; told to those who write.</param>
public sealed record PolicyRow(Guid Id, PolicyKind Kind, string TitleAr, string TitleEn, bool IsPublic, string? OwnerAr, VersionRow? Current, bool HasDraft)
{
    /// <summary>The day to look at it again has come (D).</summary>
    public bool IsReviewDue(DateOnly today) => Current?.ReviewDueOn <= today;
}

/// <summary>A version without its words.</summary>
public sealed record VersionRow(
    Guid Id, Guid Version, int No, VersionStatus Status, bool IsSeeded, bool IsMinor, string? ChangeNote, string? ApprovalRef, DateOnly? ApprovedOn, DateOnly? EffectiveOn,
    DateOnly? ReviewDueOn, Guid? FileId, DateTime? PublishedAt, string? PublishedByName, DateTime? SupersededAt, Guid? SignatureVersionId);

/// <summary>A policy's own page.</summary>
public sealed record PolicyDetail(Guid Id, Guid Version, PolicyKind Kind, string TitleAr, string TitleEn, bool IsPublic, Guid? OwnerDepartmentId, string? OwnerAr, IReadOnlyList<StaffKind> Audience, IReadOnlyList<VersionRow> Versions)
{
    public VersionRow? Effective => Versions.FirstOrDefault(v => v.Status == VersionStatus.Effective);

    public VersionRow? Draft => Versions.FirstOrDefault(v => v.Status == VersionStatus.Draft);

    public string Title(bool arabic) => arabic ? TitleAr : TitleEn;
}

/// <summary>One text, to be read.</summary>
public sealed record PolicyReading(Guid PolicyId, PolicyKind Kind, string TitleAr, string TitleEn, VersionRow Row, IReadOnlyList<ClauseRow> Clauses, string TextHash, int MinimumSeconds);

/// <summary>A row of a text.</summary>
public sealed record ClauseRow(Guid Id, int Order, string Key, ClauseKind Kind, string? Mark, string TextAr, string? Footnote)
{
    public bool IsClause => Kind is ClauseKind.Item or ClauseKind.Running;
}
