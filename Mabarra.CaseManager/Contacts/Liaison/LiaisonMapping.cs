using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Contacts.Liaison;

internal sealed class LiaisonAssignmentMapping : IEntityTypeConfiguration<LiaisonAssignment>
{
    public void Configure(EntityTypeBuilder<LiaisonAssignment> builder)
    {
        builder.ToTable("LiaisonAssignments");
        builder.HasIndex(a => a.No).IsUnique();
        builder.Property(a => a.CategoryCode).HasMaxLength(40);
        builder.Property(a => a.FieldCode).HasMaxLength(40);
        builder.Property(a => a.EndReason).HasMaxLength(200);
        builder.HasIndex(a => new { a.CategoryCode, a.FieldCode });
        builder.HasIndex(a => a.OfficerId);
    }
}

internal sealed class OfficerAbsenceMapping : IEntityTypeConfiguration<OfficerAbsence>
{
    public void Configure(EntityTypeBuilder<OfficerAbsence> builder)
    {
        builder.ToTable("OfficerAbsences");
        builder.Property(a => a.Reason).HasMaxLength(200);
        builder.HasIndex(a => new { a.OfficerId, a.FromOn });
    }
}
