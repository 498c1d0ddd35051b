using Mabarra.CaseManager.PolicyLibrary.Copies;
using Mabarra.CaseManager.PolicyLibrary.Roster;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.PolicyLibrary.Signing;

internal sealed class StaffMemberMapping : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("StaffMembers");
        builder.Property(m => m.FullName).HasMaxLength(StaffMember.LongestName);
        builder.Property(m => m.SearchKey).HasMaxLength(StaffMember.LongestName);
        builder.Property(m => m.JobTitle).HasMaxLength(120);
        builder.Property(m => m.IdTail).HasMaxLength(StaffMember.TailLength);
        builder.Property(m => m.Mobile).HasMaxLength(20);
        builder.Property(m => m.IdKey).HasMaxLength(32);
        builder.HasIndex(m => m.AccountId).IsUnique();
        builder.HasIndex(m => m.IdKey).IsUnique();
        builder.HasIndex(m => new { m.IsActive, m.FullName });
        builder.HasOne<Department>().WithMany().HasForeignKey(m => m.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AcknowledgementMapping : IEntityTypeConfiguration<Acknowledgement>
{
    public void Configure(EntityTypeBuilder<Acknowledgement> builder)
    {
        builder.ToTable("Acknowledgements");
        builder.Property(a => a.AttestedByName).HasMaxLength(160);
        builder.Property(a => a.RecordedByName).HasMaxLength(160);
        builder.Property(a => a.WitnessName).HasMaxLength(160);
        builder.Property(a => a.Remark).HasMaxLength(400);
        builder.Property(a => a.SignedHash).HasMaxLength(32);
        builder.Ignore(a => a.Status);
        builder.Ignore(a => a.IsOpen);
        builder.Ignore(a => a.CanUnderstand);
        builder.Ignore(a => a.CanSign);
        builder.HasIndex(a => new { a.VersionId, a.MemberId }).IsUnique();
        builder.HasIndex(a => a.MemberId);
        builder.HasOne<PolicyVersion>().WithMany().HasForeignKey(a => a.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PolicyQuestionMapping : IEntityTypeConfiguration<PolicyQuestion>
{
    public void Configure(EntityTypeBuilder<PolicyQuestion> builder)
    {
        builder.ToTable("PolicyQuestions");
        builder.Property(q => q.Words).HasMaxLength(400);
        builder.Property(q => q.Clause).HasMaxLength(PolicyClause.LongestKey);
        builder.Property(q => q.AnswerList).HasMaxLength(2000);
        builder.Ignore(q => q.Answers);
        builder.HasOne<Policy>().WithMany().HasForeignKey(q => q.PolicyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PolicyExemptionMapping : IEntityTypeConfiguration<PolicyExemption>
{
    public void Configure(EntityTypeBuilder<PolicyExemption> builder)
    {
        builder.ToTable("PolicyExemptions");
        builder.Property(e => e.SpecialPolicyRef).HasMaxLength(120);
        builder.Property(e => e.Reason).HasMaxLength(400);
        builder.Property(e => e.AskedByName).HasMaxLength(160);
        builder.Property(e => e.ApprovedByName).HasMaxLength(160);
        builder.Ignore(e => e.IsInForce);
        builder.Ignore(e => e.CanApprove);
        builder.HasIndex(e => e.MemberId);
        builder.HasOne<Policy>().WithMany().HasForeignKey(e => e.PolicyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(e => e.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DepartmentCopyMapping : IEntityTypeConfiguration<DepartmentCopy>
{
    public void Configure(EntityTypeBuilder<DepartmentCopy> builder)
    {
        builder.ToTable("DepartmentCopies");
        builder.Property(c => c.ReceivedByName).HasMaxLength(160);
        builder.Ignore(c => c.CanReceive);
        builder.HasIndex(c => new { c.VersionId, c.DepartmentId }).IsUnique();
        builder.HasOne<PolicyVersion>().WithMany().HasForeignKey(c => c.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(c => c.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
