namespace Mabarra.CaseManager.Data;

/// <summary>What every row of case data has: an id made by the app (so the audit entry can name it before it is saved) and a version token.</summary>
public abstract class CaseEntity
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Changes with every save. A page sends back the one it read; a stale one is refused, so nobody overwrites unseen work.</summary>
    public Guid Version { get; internal set; }

    /// <summary>When it was first saved, UTC.</summary>
    public DateTime CreatedAt { get; internal set; }
}

/// <summary>A row that may only change together with an audit entry about <see cref="AuditedRecordId"/>.</summary>
public interface IAudited
{
    /// <summary>The record the entry must name: the row itself, or the file it belongs to.</summary>
    Guid AuditedRecordId { get; }
}

/// <summary>The audit trail says that this value changed, never what it was or became (identity numbers, health, texts of people).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrivateValueAttribute : Attribute;
