using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Documents;

/// <summary>A code by which a telephone without a sign-in sends photos for one paper of one record: once, within ten minutes. Only the code's hash is kept.</summary>
internal sealed class PhoneCode
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the code: whoever reads the database cannot use it.</summary>
    public required byte[] Hash { get; init; }

    public required string OwnerType { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>Which paper of the record.</summary>
    public required string Slot { get; init; }

    public required string TitleAr { get; init; }

    public required string TitleEn { get; init; }

    public required Sensitivity Sensitivity { get; init; }

    /// <summary>The person behind whatever comes in by it.</summary>
    public required Guid OpenedById { get; init; }

    public required DateTime ExpiresAt { get; init; }

    /// <summary>Given up by the clerk, or replaced by a newer code.</summary>
    public DateTime? ClosedAt { get; set; }

    public DateTime? UsedAt { get; set; }

    /// <summary>What came.</summary>
    public Guid? DocumentId { get; set; }

    public PhoneDoorState StateAt(DateTime now) => UsedAt is not null ? PhoneDoorState.Used
        : ClosedAt is not null ? PhoneDoorState.Closed
        : ExpiresAt <= now ? PhoneDoorState.Expired
        : PhoneDoorState.Open;
}

/// <summary>What a code opens.</summary>
public enum PhoneDoorState
{
    Open,
    Unknown,
    Expired,
    Closed,
    Used,
}

internal sealed class PhoneCodeMapping : IEntityTypeConfiguration<PhoneCode>
{
    public void Configure(EntityTypeBuilder<PhoneCode> builder)
    {
        builder.ToTable("PhoneCodes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Hash).HasMaxLength(32);
        builder.Property(c => c.OwnerType).HasMaxLength(60);
        builder.Property(c => c.Slot).HasMaxLength(60);
        builder.Property(c => c.TitleAr).HasMaxLength(200);
        builder.Property(c => c.TitleEn).HasMaxLength(200);
        builder.HasIndex(c => c.Hash).IsUnique();
        builder.HasIndex(c => new { c.OwnerId, c.Slot });
        builder.HasIndex(c => c.ExpiresAt);
    }
}
