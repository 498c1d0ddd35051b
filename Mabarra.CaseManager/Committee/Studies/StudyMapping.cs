using Mabarra.CaseManager.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Committee;

internal sealed class StudyMapping : IEntityTypeConfiguration<CaseStudy>
{
    public void Configure(EntityTypeBuilder<CaseStudy> builder)
    {
        builder.ToTable("CaseStudies");
        builder.Property(s => s.ResearcherName).HasMaxLength(160);
        builder.Property(s => s.Home).HasMaxLength(2000);
        builder.Property(s => s.Need).HasMaxLength(2000);
        builder.Property(s => s.Opinion).HasMaxLength(2000);
        builder.HasIndex(s => s.RequestId).IsUnique();
        builder.HasOne<ServiceRequest>().WithMany().HasForeignKey(s => s.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}
