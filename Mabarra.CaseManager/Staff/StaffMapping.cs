using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Staff;

internal sealed class StaffUserMapping : IEntityTypeConfiguration<StaffUser>
{
    public void Configure(EntityTypeBuilder<StaffUser> builder)
    {
        builder.ToTable("StaffUsers");
        builder.Property(u => u.FullName).HasMaxLength(160);
        builder.Property(u => u.Roles).HasMaxLength(200).HasConversion(
            roles => string.Join(',', roles.Order()),
            text => Parse(text),
            new ValueComparer<IReadOnlySet<StaffRole>>((a, b) => a!.SetEquals(b!), s => s.Aggregate(0, (h, r) => h ^ r.GetHashCode()), s => s));
        builder.Property(u => u.OwnCategories).HasMaxLength(1000).HasConversion(
            codes => string.Join(',', codes.Order(StringComparer.Ordinal)),
            text => Split(text),
            new ValueComparer<IReadOnlySet<string>>((a, b) => a!.SetEquals(b!), s => s.Aggregate(0, (h, c) => h ^ StringComparer.Ordinal.GetHashCode(c)), s => s));
        builder.HasOne<Department>().WithMany().HasForeignKey(u => u.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }

    private static HashSet<StaffRole> Parse(string text) => Split(text).Select(Enum.Parse<StaffRole>).ToHashSet();

    private static HashSet<string> Split(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}

internal sealed class DepartmentMapping : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.ToTable("Departments");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.NameAr).HasMaxLength(120);
    }
}
