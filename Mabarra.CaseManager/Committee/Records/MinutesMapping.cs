using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Committee;

internal sealed class MinutesMapping : IEntityTypeConfiguration<Minutes>
{
    public void Configure(EntityTypeBuilder<Minutes> builder)
    {
        builder.ToTable("Minutes");
        builder.Ignore(m => m.InOrder);
        builder.Property(m => m.Number).HasMaxLength(20);
        builder.Property(m => m.Body).HasMaxLength(Minutes.LongestBody);
        builder.Property(m => m.ContentHash).HasMaxLength(32);
        builder.HasIndex(m => new { m.SittingId, m.No }).IsUnique();
        builder.HasOne<Sitting>().WithMany().HasForeignKey(m => m.SittingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Signatures).WithOne().HasForeignKey(s => s.MinutesId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(m => m.Signatures).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class MinutesSignatureMapping : IEntityTypeConfiguration<MinutesSignature>
{
    public void Configure(EntityTypeBuilder<MinutesSignature> builder)
    {
        builder.ToTable("MinutesSignatures");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).HasMaxLength(160);
        builder.Property(s => s.Hash).HasMaxLength(32);
        builder.Property(s => s.Reservation).HasMaxLength(600);
        builder.Property(s => s.Items).HasMaxLength(240);
        builder.Property(s => s.Witnesses).HasMaxLength(340);
        builder.Property(s => s.RecordedByName).HasMaxLength(160);
        // One signature each, however often it is sent (C3).
        builder.HasIndex(s => new { s.MinutesId, s.EmployeeId }).IsUnique();
    }
}
