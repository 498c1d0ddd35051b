using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Data.Drafts;

/// <summary>What somebody typed and has not saved yet (D6). One for each person and form; sealed, since it is full of personal data. Not case data: no audit, deleted when used or old.</summary>
internal sealed class Draft
{
    public required Guid Id { get; init; }

    public required Guid ActorId { get; init; }

    public required string FormKey { get; init; }

    public byte[] Sealed { get; set; } = [];

    public DateTime SavedAt { get; set; }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.FormKey).HasMaxLength(120);
        builder.HasIndex(d => new { d.ActorId, d.FormKey }).IsUnique();
        builder.HasIndex(d => d.SavedAt);
    }
}
