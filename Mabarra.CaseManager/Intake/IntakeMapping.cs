using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Intake.Life;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Intake;

internal sealed class ServiceTypeMapping : IEntityTypeConfiguration<ServiceType>
{
    public void Configure(EntityTypeBuilder<ServiceType> builder)
    {
        builder.ToTable("ServiceTypes");
        builder.HasIndex(s => s.Code).IsUnique();
        builder.Property(s => s.Code).HasMaxLength(40);
        builder.Property(s => s.NameAr).HasMaxLength(120);
        builder.Property(s => s.NameEn).HasMaxLength(120);
        builder.Property(s => s.FieldCode).HasMaxLength(40);
        builder.Property(s => s.EligibleList).HasMaxLength(1000);
        builder.Property(s => s.NeedsStudy).HasDefaultValue(true).HasSentinel(true);
        builder.Ignore(s => s.EligibleCategories);
        builder.Ignore(s => s.Current);
        builder.HasOne<FieldOfWork>().WithMany().HasForeignKey(s => s.FieldCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Requirements).WithOne().HasForeignKey(r => r.ServiceTypeId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(s => s.Requirements).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class RequirementMapping : IEntityTypeConfiguration<Requirement>
{
    public void Configure(EntityTypeBuilder<Requirement> builder)
    {
        builder.ToTable("Requirements");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.NameAr).HasMaxLength(160);
        builder.Property(r => r.NameEn).HasMaxLength(160);
        builder.Property(r => r.CategoryCode).HasMaxLength(40);
        builder.Property(r => r.CategoryCodes).HasMaxLength(1000);
        builder.Property(r => r.Hint).HasMaxLength(300);
        builder.Property(r => r.Carry).HasDefaultValue(CarryRule.Never);
        builder.Property(r => r.FromVersion).HasDefaultValue(1);
        builder.Ignore(r => r.Categories);
        builder.HasOne<BeneficiaryCategory>().WithMany().HasForeignKey(r => r.CategoryCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ServiceRequestMapping : IEntityTypeConfiguration<ServiceRequest>
{
    public void Configure(EntityTypeBuilder<ServiceRequest> builder)
    {
        builder.ToTable("ServiceRequests");
        builder.Property(r => r.Number).HasMaxLength(20);
        builder.Property(r => r.Description).HasMaxLength(ServiceRequest.LongestDescription);
        builder.Property(r => r.AgreedContact).HasMaxLength(254);
        builder.Property(r => r.LiaisonCell).HasMaxLength(81);
        builder.HasIndex(r => new { r.LiaisonCell, r.DueOrder });
        builder.ComplexProperty(r => r.Declaration, declaration =>
        {
            declaration.Property(d => d.WitnessName).HasMaxLength(200);
            declaration.Property(d => d.Words).HasMaxLength(2000);
            declaration.Property(d => d.SignerName).HasMaxLength(120);
            declaration.Property(d => d.SignerProofNo).HasMaxLength(RepresentativeForm.LongestProof);
        });
        builder.ComplexProperty(r => r.Ending, ending =>
        {
            ending.Property(e => e.ByName).HasMaxLength(160);
            ending.Property(e => e.ReasonCode).HasMaxLength(40);
            ending.Property(e => e.ReasonAr).HasMaxLength(200);
            ending.Property(e => e.ReasonEn).HasMaxLength(200);
            ending.Property(e => e.Note).HasMaxLength(400);
        });
        builder.ComplexProperty(r => r.Reply, reply =>
        {
            reply.Property(p => p.ByName).HasMaxLength(160);
            reply.Property(p => p.Proof).HasMaxLength(400);
        });
        builder.ComplexProperty(r => r.LateReason!, GivenReasonMapping.Configure);
        builder.Property(r => r.OverrideReason).HasMaxLength(400);
        builder.Property(r => r.SourceNumber).HasMaxLength(20);
        builder.Property(r => r.CompletedByName).HasMaxLength(160);
        builder.HasIndex(r => r.NextReminderOn);
        builder.HasMany(r => r.Revocations).WithOne().HasForeignKey(v => v.RequestId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(r => r.Revocations).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasMany(r => r.Reminders).WithOne().HasForeignKey(m => m.RequestId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(r => r.Reminders).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => r.Serial).IsUnique();
        builder.HasIndex(r => new { r.Status, r.Serial });
        builder.HasIndex(r => r.DueOrder);
        builder.HasIndex(r => new { r.Lane, r.DueOrder });
        builder.HasIndex(r => r.SittingId);
        builder.HasIndex(r => new { r.BeneficiaryId, r.Serial });
        builder.HasOne<Beneficiary>().WithMany().HasForeignKey(r => r.BeneficiaryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ServiceType>().WithMany().HasForeignKey(r => r.ServiceTypeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Visit>().WithMany().HasForeignKey(r => r.VisitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Items).WithOne().HasForeignKey(i => i.RequestId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(r => r.Items).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class RequestItemMapping : IEntityTypeConfiguration<RequestItem>
{
    public void Configure(EntityTypeBuilder<RequestItem> builder)
    {
        builder.ToTable("RequestItems");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.NameAr).HasMaxLength(160);
        builder.Property(i => i.NameEn).HasMaxLength(160);
        builder.Property(i => i.RefNo).HasMaxLength(60);
        builder.Property(i => i.Note).HasMaxLength(400);
        builder.Property(i => i.ExemptionReason).HasMaxLength(400);
        builder.Property(i => i.Hint).HasMaxLength(300);
        builder.Property(i => i.Carry).HasDefaultValue(CarryRule.Never);
        builder.Property(i => i.RecordedByName).HasMaxLength(160);
        builder.Property(i => i.CarriedFromNumber).HasMaxLength(20);
        builder.HasIndex(i => i.BackCheckNo);
        builder.ComplexProperty(i => i.Reason!, GivenReasonMapping.Configure);
    }
}

internal sealed class VisitMapping : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("Visits");
        builder.Property(v => v.VisitorName).HasMaxLength(200);
        builder.Property(v => v.Purpose).HasMaxLength(200);
        builder.Property(v => v.Question).HasMaxLength(2000);
        builder.Property(v => v.Answer).HasMaxLength(2000);
        builder.Property(v => v.AnswerSource).HasMaxLength(200);
        builder.Property(v => v.ServedByName).HasMaxLength(160);
        builder.Property(v => v.CalledByName).HasMaxLength(160);
        builder.Property(v => v.AnsweredByName).HasMaxLength(160);
        builder.Property(v => v.HandedToName).HasMaxLength(160);
        builder.Property(v => v.SupervisorName).HasMaxLength(160);
        builder.Property(v => v.VolunteerName).HasMaxLength(200);
        builder.Property(v => v.LeftReason).HasMaxLength(200);
        builder.Property(v => v.Desk).HasMaxLength(40);
        builder.Property(v => v.VisitorKey).HasMaxLength(200).HasDefaultValue("").ValueGeneratedNever();
        builder.Property(v => v.Status).HasDefaultValue(VisitStatus.Waiting).ValueGeneratedNever();
        builder.HasIndex(v => v.Serial).IsUnique();
        builder.HasIndex(v => v.DayOrder).IsUnique();
        builder.HasIndex(v => new { v.EndedAt, v.Serial });
        builder.HasIndex(v => new { v.Status, v.Serial });
        builder.HasIndex(v => new { v.ServedById, v.Serial });
        builder.HasIndex(v => new { v.VisitorKey, v.Serial });
        builder.HasIndex(v => new { v.IsHandedOver, v.AnsweredAt, v.Serial });
        builder.HasIndex(v => new { v.BeneficiaryId, v.Serial });
        builder.HasOne<Beneficiary>().WithMany().HasForeignKey(v => v.BeneficiaryId).OnDelete(DeleteBehavior.Restrict);
    }
}
