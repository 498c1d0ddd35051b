using Mabarra.CaseManager.PolicyLibrary.Roster;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.PolicyLibrary.Awareness;

internal sealed class AwarenessActivityMapping : IEntityTypeConfiguration<AwarenessActivity>
{
    public void Configure(EntityTypeBuilder<AwarenessActivity> builder)
    {
        builder.ToTable("AwarenessActivities");
        builder.Property(a => a.Title).HasMaxLength(AwarenessActivity.LongestTitle);
        builder.Property(a => a.Place).HasMaxLength(120);
        builder.Property(a => a.Note).HasMaxLength(600);
        builder.Ignore(a => a.HasAttendance);
        builder.HasIndex(a => a.HeldOn);
        builder.HasMany(a => a.Attendance).WithOne().HasForeignKey(a => a.ActivityId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(a => a.Attendance).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class AwarenessAttendanceMapping : IEntityTypeConfiguration<AwarenessAttendance>
{
    public void Configure(EntityTypeBuilder<AwarenessAttendance> builder)
    {
        builder.ToTable("AwarenessAttendance");
        builder.HasKey(a => new { a.ActivityId, a.MemberId });
        builder.HasIndex(a => a.MemberId);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}
