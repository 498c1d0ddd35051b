using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Audit;

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedNever();
        builder.Property(e => e.ActorName).HasMaxLength(160);
        builder.Property(e => e.Action).HasMaxLength(80);
        builder.Property(e => e.RecordType).HasMaxLength(60);
        builder.Property(e => e.RecordLabel).HasMaxLength(60);
        builder.Property(e => e.ClauseKey).HasMaxLength(20);
        builder.Property(e => e.Changes).HasMaxLength(100_000);
        builder.Property(e => e.PreviousHash).HasMaxLength(32);
        builder.Property(e => e.Hash).HasMaxLength(32);
        builder.HasIndex(e => new { e.RecordId, e.Sequence });
        builder.HasIndex(e => new { e.ActorId, e.Sequence });
        builder.HasIndex(e => new { e.RecordLabel, e.Sequence });
        builder.HasIndex(e => e.At);
    }
}

internal sealed class AccessEntryMapping : IEntityTypeConfiguration<AccessEntry>
{
    public void Configure(EntityTypeBuilder<AccessEntry> builder)
    {
        builder.ToTable("AccessEntries");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.ActorName).HasMaxLength(160);
        builder.Property(e => e.RecordType).HasMaxLength(60);
        builder.Property(e => e.Why).HasMaxLength(400);
        builder.HasIndex(e => new { e.RecordId, e.At });
        builder.HasIndex(e => new { e.ActorId, e.At });
        builder.HasIndex(e => e.At);
    }
}
