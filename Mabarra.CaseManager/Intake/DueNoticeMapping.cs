using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Intake;

internal sealed class DueNoticeMapping : IEntityTypeConfiguration<DueNotice>
{
    public void Configure(EntityTypeBuilder<DueNotice> builder)
    {
        builder.ToTable("DueNotices");
        builder.Property(n => n.Cause).HasMaxLength(80);
        builder.Property(n => n.ToldByName).HasMaxLength(160);
        builder.Property(n => n.Note).HasMaxLength(DueNotice.LongestNote);
        builder.HasIndex(n => n.OpenOrder);
        builder.HasIndex(n => n.RequestId);
        builder.HasOne<ServiceRequest>().WithMany().HasForeignKey(n => n.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}
