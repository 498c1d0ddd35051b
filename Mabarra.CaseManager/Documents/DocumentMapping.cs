using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Documents;

internal static class DocumentMapping
{
    public const string Bodies = "DocumentBodies";
    public const string Blocks = "DocumentBlocks";
}

internal sealed class StoredDocumentMapping : IEntityTypeConfiguration<StoredDocument>
{
    public void Configure(EntityTypeBuilder<StoredDocument> builder)
    {
        builder.ToTable("StoredDocuments");
        builder.Property(d => d.OwnerType).HasMaxLength(60);
        builder.Property(d => d.FileName).HasMaxLength(2 * DocumentLimits.LongestName);
        builder.Property(d => d.Sha256).HasMaxLength(32);
        builder.Property(d => d.UploadedByName).HasMaxLength(160);
        builder.Property(d => d.RemovedByName).HasMaxLength(160);
        builder.Property(d => d.RemovedReason).HasMaxLength(400);
        builder.HasIndex(d => new { d.OwnerId, d.CreatedAt });
        builder.HasIndex(d => d.BodyId).IsUnique();
        // The blocks go before the row is saved without them, hence set null and not restrict.
        builder.HasOne<DocumentBody>().WithOne().HasForeignKey<StoredDocument>(d => d.BodyId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class DocumentBodyMapping : IEntityTypeConfiguration<DocumentBody>
{
    public void Configure(EntityTypeBuilder<DocumentBody> builder)
    {
        builder.ToTable(DocumentMapping.Bodies);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Sha256).HasMaxLength(32);
    }
}

internal sealed class DocumentBlockMapping : IEntityTypeConfiguration<DocumentBlock>
{
    public void Configure(EntityTypeBuilder<DocumentBlock> builder)
    {
        builder.ToTable(DocumentMapping.Blocks);
        builder.HasKey(b => new { b.BodyId, b.Index });
        builder.Property(b => b.Sealed).HasMaxLength(DocumentLimits.BlockSize + FieldCipher.Overhead);
        builder.HasOne<DocumentBody>().WithMany().HasForeignKey(b => b.BodyId).OnDelete(DeleteBehavior.Cascade);
    }
}
