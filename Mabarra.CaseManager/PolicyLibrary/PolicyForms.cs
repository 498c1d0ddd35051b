namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>What is said of a policy beside its words.</summary>
public sealed record PolicyForm
{
    public required string? TitleAr { get; init; }

    public string? TitleEn { get; init; }

    public Guid? OwnerDepartmentId { get; init; }

    public bool IsPublic { get; init; }

    public IReadOnlyList<StaffKind> Audience { get; init; } = [];

    internal PolicyFacts Check()
    {
        var check = new FieldChecks();
        var ar = check.Line(TitleAr, nameof(TitleAr), Policy.LongestTitle, min: 3);
        var en = check.OptionalLine(TitleEn, nameof(TitleEn), Policy.LongestTitle) ?? ar;
        check.ThrowIfAny();
        return new PolicyFacts(ar, en, OwnerDepartmentId, IsPublic, (Audience ?? []).ToHashSet());
    }
}

/// <summary>One row of a draft.</summary>
public sealed record ClauseForm
{
    public required string? Key { get; init; }

    public required ClauseKind Kind { get; init; }

    public string? Mark { get; init; }

    public required string? TextAr { get; init; }

    public string? Footnote { get; init; }

    internal ClauseText Check()
    {
        var check = new FieldChecks();
        var key = ClauseKey.Parse(check.Line(Key, nameof(Key), PolicyClause.LongestKey));
        check.That(key is not null || check.Any, "policies.clause.key", nameof(Key));
        var text = check.Paragraph(TextAr, nameof(TextAr), PolicyClause.LongestText);
        var mark = check.OptionalLine(Mark, nameof(Mark), 10);
        var footnote = check.OptionalLine(Footnote, nameof(Footnote), 400);
        check.ThrowIfAny();
        return new ClauseText(key!, Kind, mark, text, footnote);
    }
}

/// <summary>What the association adds to a text to put it in force: who approved it and when (R2).</summary>
public sealed record PublishForm
{
    public required string? ApprovalRef { get; init; }

    public required DateOnly? ApprovedOn { get; init; }

    public required DateOnly? EffectiveOn { get; init; }

    public DateOnly? ReviewDueOn { get; init; }

    /// <summary>A correction that needs no new signature.</summary>
    public bool IsMinor { get; init; }

    public string? ChangeNote { get; init; }

    internal Publication Check(DateOnly today, bool isFirst)
    {
        var check = new FieldChecks();
        var approval = check.Line(ApprovalRef, nameof(ApprovalRef), 80, min: 2);
        var note = check.OptionalLine(ChangeNote, nameof(ChangeNote), 600);
        check.That(ApprovedOn is not null, "policies.publish.approvedon", nameof(ApprovedOn));
        check.That(EffectiveOn is not null, "policies.publish.effectiveon", nameof(EffectiveOn));
        check.That(ApprovedOn is null || ApprovedOn <= today, "policies.publish.future", nameof(ApprovedOn));
        check.That(EffectiveOn is null || EffectiveOn <= today, "policies.publish.future", nameof(EffectiveOn));
        check.That(EffectiveOn is null || ApprovedOn is null || EffectiveOn >= ApprovedOn, "policies.publish.order", nameof(EffectiveOn));
        check.That(ReviewDueOn is null || ReviewDueOn > today, "policies.publish.review", nameof(ReviewDueOn));
        check.That(isFirst || note is not null, "policies.publish.note", nameof(ChangeNote));
        check.ThrowIfAny();
        return new Publication(approval, ApprovedOn!.Value, EffectiveOn!.Value, ReviewDueOn, IsMinor, note);
    }
}
