using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Contacts.Liaison;

/// <summary>
/// Who is the liaison officer of a category of beneficiaries in a field of work, from a day on (خ-١). A row is never overwritten: another officer is a new
/// row, so that it can always be told who was in charge on a day.
/// </summary>
public sealed class LiaisonAssignment : CaseEntity, IAudited
{
    private LiaisonAssignment()
    {
    }

    internal LiaisonAssignment(long no, Guid? batchId, LiaisonPlace place, LiaisonPair who, DateOnly fromOn, DateOnly? toOn)
    {
        (No, CategoryCode, FieldCode) = (no, place.Category, place.Field);
        (OfficerId, BackupId, FromOn, ToOn) = (who.OfficerId, who.BackupId, fromOn, toOn);
        BatchId = batchId ?? Id;
    }

    /// <summary>Order in which they were made.</summary>
    public long No { get; private init; }

    /// <summary>The first row of those made by one act.</summary>
    public Guid BatchId { get; private init; }

    /// <summary>Null is every category (جميع الفئات), and least specific.</summary>
    public string? CategoryCode { get; private init; }

    /// <summary>Null is every field (جميع المجالات).</summary>
    public string? FieldCode { get; private init; }

    public Guid OfficerId { get; private init; }

    /// <summary>Takes over while the officer is away.</summary>
    public Guid? BackupId { get; private init; }

    public DateOnly FromOn { get; private init; }

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? ToOn { get; private set; }

    public string? EndReason { get; private set; }

    Guid IAudited.AuditedRecordId => Id;

    public bool CanEnd(DateOnly lastOn) => lastOn >= FromOn.AddDays(-1) && (ToOn is null || lastOn < ToOn);

    /// <summary>Ends it with a day, which may be the one before it began: then it never held.</summary>
    internal void End(DateOnly lastOn, string? reason)
    {
        if (!CanEnd(lastOn))
            throw new RuleViolation("liaison.end.day", nameof(EndForm.LastOn));
        (ToOn, EndReason) = (lastOn, reason);
    }

    /// <summary>The same place, and a day in common.</summary>
    public bool Overlaps(LiaisonPlace place, DateOnly fromOn, DateOnly? toOn) =>
        string.Equals(CategoryCode, place.Category, StringComparison.Ordinal) && string.Equals(FieldCode, place.Field, StringComparison.Ordinal)
        && (ToOn is null || (ToOn >= FromOn && fromOn <= ToOn)) && (toOn is null || FromOn <= toOn);
}

/// <summary>A place of the matrix; null is all.</summary>
public sealed record LiaisonPlace(string? Category, string? Field);

/// <summary>The officer and who stands in for her.</summary>
internal sealed record LiaisonPair(Guid OfficerId, Guid? BackupId);
