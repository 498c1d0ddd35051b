using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Two files turned out to be one person's and became one. What moved lies sealed in it, so that a mistake can be taken back for a day.</summary>
public sealed class FileMerge : CaseEntity, IAudited
{
    /// <summary>So long a merge can be taken back.</summary>
    public static TimeSpan UndoFor => TimeSpan.FromHours(24);

    private FileMerge()
    {
    }

    internal FileMerge(Act act, Guid keptId, Guid mergedId, string reason) =>
        (KeptId, MergedId, Reason, MergedAt, MergedByName) = (keptId, mergedId, reason, act.At, act.Actor.Name);

    /// <summary>The file that stays in use.</summary>
    public Guid KeptId { get; private set; }

    /// <summary>The file that only points to the other one now.</summary>
    public Guid MergedId { get; private set; }

    [PrivateValue]
    public string Reason { get; private set; } = "";

    public DateTime MergedAt { get; private set; }

    public string MergedByName { get; private set; } = "";

    /// <summary>What moved and what changed: <see cref="MovedParts"/>, sealed.</summary>
    [PrivateValue]
    public byte[] MovedSealed { get; private set; } = [];

    public DateTime? UndoneAt { get; private set; }

    public string? UndoneByName { get; private set; }

    Guid IAudited.AuditedRecordId => KeptId;

    public bool CanUndo(DateTime now) => UndoneAt is null && now <= MergedAt + UndoFor;

    internal void Hold(byte[] moved) => MovedSealed = moved;

    internal void Undo(Act act)
    {
        if (UndoneAt is not null)
            throw new RuleViolation("registry.merge.undone");
        if (!CanUndo(act.At))
            throw new RuleViolation("registry.merge.late");
        (UndoneAt, UndoneByName) = (act.At, act.Actor.Name);
    }
}

internal sealed class FileMergeMapping : IEntityTypeConfiguration<FileMerge>
{
    public const string Table = "FileMerges";
    public const string MovedColumn = "Moved";

    public void Configure(EntityTypeBuilder<FileMerge> builder)
    {
        builder.ToTable(Table);
        builder.HasIndex(m => m.KeptId);
        builder.HasIndex(m => m.MergedId);
        builder.Property(m => m.Reason).HasMaxLength(MergeForm.LongestReason);
        builder.Property(m => m.MergedByName).HasMaxLength(160);
        builder.Property(m => m.UndoneByName).HasMaxLength(160);
    }
}
