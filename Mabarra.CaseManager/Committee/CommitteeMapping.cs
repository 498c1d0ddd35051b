using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Committee;

internal sealed class StandingCommitteeMapping : IEntityTypeConfiguration<StandingCommittee>
{
    public void Configure(EntityTypeBuilder<StandingCommittee> builder)
    {
        builder.ToTable("Committees");
        builder.Property(c => c.NameAr).HasMaxLength(CommitteeChecks.LongestName);
        builder.Property(c => c.NameEn).HasMaxLength(CommitteeChecks.LongestName);
        builder.Property(c => c.Functions).HasMaxLength(80);
        builder.Property(c => c.FormationNo).HasMaxLength(60);
        builder.Property(c => c.ServiceList).HasMaxLength(2000);
        builder.Ignore(c => c.Services);
        builder.HasIndex(c => c.NameAr).IsUnique();
        builder.HasMany(c => c.Members).WithOne().HasForeignKey(m => m.CommitteeId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(c => c.Members).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class CommitteeMemberMapping : IEntityTypeConfiguration<CommitteeMember>
{
    public void Configure(EntityTypeBuilder<CommitteeMember> builder)
    {
        builder.ToTable("CommitteeMembers");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Name).HasMaxLength(160);
        builder.Property(m => m.EndReason).HasMaxLength(400);
        builder.HasIndex(m => new { m.EmployeeId, m.CommitteeId });
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(m => m.EmployeeId).OnDelete(DeleteBehavior.Restrict);
    }
}
