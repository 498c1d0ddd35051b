using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Documents;

internal sealed class IssuedDocumentMapping : IEntityTypeConfiguration<IssuedDocument>
{
    public void Configure(EntityTypeBuilder<IssuedDocument> builder)
    {
        builder.ToTable("IssuedDocuments");
        builder.Property(d => d.Number).HasMaxLength(40);
        builder.Property(d => d.RecordType).HasMaxLength(60);
        builder.Property(d => d.IssuedByName).HasMaxLength(160);
        builder.Property(d => d.CodeHash).HasMaxLength(32);
        builder.Property(d => d.Sha256).HasMaxLength(32);
        builder.HasIndex(d => d.CodeHash).IsUnique();
        builder.HasIndex(d => d.Sha256);
        builder.HasIndex(d => new { d.RecordId, d.IssuedAt });
        builder.HasOne<DocumentBody>().WithOne().HasForeignKey<IssuedDocument>(d => d.BodyId).OnDelete(DeleteBehavior.Restrict);
    }
}
