using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Daily;

/// <summary>Something on a first page that was put off for some days, or handed to a colleague, and why. The record itself is not touched.</summary>
public sealed class SetAside : CaseEntity, IAudited
{
    public const int LongestReason = 200;

    private SetAside()
    {
    }

    internal SetAside(Act act, DayItem item, string reason)
    {
        (OwnerId, OwnerName, SetOn) = (act.Actor.Id, act.Actor.Name, act.On);
        (Source, RecordId, Reason) = (item.Source, item.Id, reason);
    }

    /// <summary>Who set it aside.</summary>
    public Guid OwnerId { get; private init; }

    public string OwnerName { get; private init; } = "";

    public DateOnly SetOn { get; private init; }

    public string Source { get; private init; } = "";

    public Guid RecordId { get; private init; }

    [PrivateValue]
    public string Reason { get; private init; } = "";

    /// <summary>On this day it stands on the owner's list again; null when it was handed over.</summary>
    public DateOnly? UntilOn { get; internal init; }

    /// <summary>The colleague it was handed to; null when it was put off.</summary>
    public Guid? ToId { get; internal init; }

    public string? ToName { get; internal init; }

    /// <summary>Something newer counts in its place.</summary>
    public DateTime? ReplacedAt { get; private set; }

    Guid IAudited.AuditedRecordId => Id;

    internal void Replace(Act act) => ReplacedAt ??= act.At;
}

internal sealed class SetAsideMapping : IEntityTypeConfiguration<SetAside>
{
    public void Configure(EntityTypeBuilder<SetAside> builder)
    {
        builder.ToTable("SetAsides");
        builder.Property(s => s.Source).HasMaxLength(40);
        builder.Property(s => s.OwnerName).HasMaxLength(160);
        builder.Property(s => s.ToName).HasMaxLength(160);
        builder.Property(s => s.Reason).HasMaxLength(SetAside.LongestReason);
        builder.HasIndex(s => new { s.OwnerId, s.UntilOn });
        builder.HasIndex(s => s.SetOn);
        builder.HasIndex(s => s.RecordId);
    }
}
