using Mabarra.CaseManager.Beneficiaries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Contacts.Notices;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.Property(n => n.RecordType).HasMaxLength(60);
        builder.Property(n => n.RecordLabel).HasMaxLength(40);
        builder.Property(n => n.Recipient).HasMaxLength(400);
        builder.Property(n => n.RecipientName).HasMaxLength(200);
        builder.Property(n => n.Subject).HasMaxLength(200);
        builder.Property(n => n.Body).HasMaxLength(Notice.LongestBody);
        builder.Property(n => n.BodyEn).HasMaxLength(Notice.LongestBody);
        builder.Property(n => n.Proof).HasMaxLength(NoticeTry.LongestDetail);
        builder.Property(n => n.LiaisonCell).HasMaxLength(81);
        builder.HasIndex(n => n.Serial).IsUnique();
        builder.HasIndex(n => new { n.Status, n.Serial });
        builder.HasIndex(n => new { n.Status, n.LiaisonCell, n.Serial });
        builder.HasIndex(n => n.NextTryAt);
        builder.HasIndex(n => n.LeaseId);
        builder.HasIndex(n => new { n.RecordId, n.Serial });
        builder.HasIndex(n => new { n.BeneficiaryId, n.Serial });
        builder.HasOne<Beneficiary>().WithMany().HasForeignKey(n => n.BeneficiaryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(n => n.Tries).WithOne().HasForeignKey(t => t.NoticeId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(n => n.Tries).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class NoticeTryMapping : IEntityTypeConfiguration<NoticeTry>
{
    public void Configure(EntityTypeBuilder<NoticeTry> builder)
    {
        builder.ToTable("NoticeTries");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Detail).HasMaxLength(NoticeTry.LongestDetail);
        builder.Property(t => t.ByName).HasMaxLength(160);
    }
}
