using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.PolicyLibrary;

internal sealed class PolicyMapping : IEntityTypeConfiguration<Policy>
{
    public void Configure(EntityTypeBuilder<Policy> builder)
    {
        builder.ToTable("Policies");
        builder.Property(p => p.TitleAr).HasMaxLength(Policy.LongestTitle);
        builder.Property(p => p.TitleEn).HasMaxLength(Policy.LongestTitle);
        builder.Property(p => p.Audience).HasMaxLength(80).HasConversion(
            kinds => string.Join(',', kinds.Order()),
            text => Parse(text),
            new ValueComparer<IReadOnlySet<StaffKind>>((a, b) => a!.SetEquals(b!), s => s.Aggregate(0, (h, k) => h ^ (1 << (int)k)), s => s));
        builder.Ignore(p => p.IsSigned);
        builder.HasOne<Department>().WithMany().HasForeignKey(p => p.OwnerDepartmentId).OnDelete(DeleteBehavior.Restrict);
    }

    private static HashSet<StaffKind> Parse(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<StaffKind>).ToHashSet();
}

internal sealed class PolicyVersionMapping : IEntityTypeConfiguration<PolicyVersion>
{
    public void Configure(EntityTypeBuilder<PolicyVersion> builder)
    {
        builder.ToTable("PolicyVersions");
        builder.Property(v => v.ApprovalRef).HasMaxLength(80);
        builder.Property(v => v.ChangeNote).HasMaxLength(600);
        builder.Property(v => v.PublishedByName).HasMaxLength(160);
        builder.Property(v => v.TextHash).HasMaxLength(32);
        builder.Ignore(v => v.CanEdit);
        builder.Ignore(v => v.HasText);
        builder.HasIndex(v => new { v.PolicyId, v.No }).IsUnique();
        builder.HasOne<Policy>().WithMany().HasForeignKey(v => v.PolicyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(v => v.Clauses).WithOne().HasForeignKey(c => c.VersionId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(v => v.Clauses).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class PolicyClauseMapping : IEntityTypeConfiguration<PolicyClause>
{
    public void Configure(EntityTypeBuilder<PolicyClause> builder)
    {
        builder.ToTable("PolicyClauses");
        builder.Property(c => c.Key).HasMaxLength(PolicyClause.LongestKey);
        builder.Property(c => c.Mark).HasMaxLength(10);
        builder.Property(c => c.TextAr).HasMaxLength(PolicyClause.LongestText);
        builder.Property(c => c.Footnote).HasMaxLength(400);
        builder.Ignore(c => c.IsClause);
        builder.Ignore(c => c.Text);
        builder.HasIndex(c => new { c.VersionId, c.Order });
    }
}
