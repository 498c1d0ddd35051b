using Mabarra.CaseManager.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Committee;

internal sealed class SittingMapping : IEntityTypeConfiguration<Sitting>
{
    public void Configure(EntityTypeBuilder<Sitting> builder)
    {
        builder.ToTable("Sittings");
        builder.Property(s => s.Place).HasMaxLength(SittingChecks.LongestPlace);
        builder.Property(s => s.InvitedByName).HasMaxLength(160);
        builder.Property(s => s.EndReason).HasMaxLength(SittingChecks.LongestReason);
        builder.Ignore(s => s.Agenda);
        builder.Ignore(s => s.In);
        builder.HasIndex(s => new { s.CommitteeId, s.HijriYear, s.No }).IsUnique();
        builder.HasIndex(s => new { s.Status, s.StartsAt });
        builder.HasOne<StandingCommittee>().WithMany().HasForeignKey(s => s.CommitteeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Items).WithOne().HasForeignKey(i => i.SittingId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(s => s.Items).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasMany(s => s.Attendances).WithOne().HasForeignKey(a => a.SittingId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(s => s.Attendances).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class AgendaItemMapping : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.ToTable("AgendaItems");
        builder.Property(i => i.RequestNumber).HasMaxLength(30);
        builder.Property(i => i.Discussion).HasMaxLength(AgendaItem.LongestDiscussion);
        builder.Property(i => i.DeferralAllowedBy).HasMaxLength(160);
        builder.ComplexProperty(i => i.Proposal, proposal =>
        {
            proposal.Property(p => p.Article).HasMaxLength(60);
            proposal.Property(p => p.Conditions).HasMaxLength(1000);
            proposal.Property(p => p.ReasonCode).HasMaxLength(40);
            proposal.Property(p => p.ReasonAr).HasMaxLength(200);
            proposal.Property(p => p.ReasonEn).HasMaxLength(200);
            proposal.Property(p => p.ReasonNote).HasMaxLength(400);
            proposal.Property(p => p.ReferredTo).HasMaxLength(160);
            proposal.Ignore(p => p.IsApproval);
            proposal.Ignore(p => p.ReasonArabic);
        });
        builder.Ignore(i => i.CurrentVotes);
        builder.HasIndex(i => new { i.RequestId, i.SittingId });
        builder.HasOne<ServiceRequest>().WithMany().HasForeignKey(i => i.RequestId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Votes).WithOne().HasForeignKey(v => v.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(i => i.Votes).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasMany(i => i.Recusals).WithOne().HasForeignKey(r => r.ItemId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(i => i.Recusals).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class AttendanceMapping : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("SittingAttendances");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Name).HasMaxLength(160);
        builder.Property(a => a.Excuse).HasMaxLength(SittingChecks.LongestReason);
        builder.HasIndex(a => new { a.SittingId, a.EmployeeId }).IsUnique();
        builder.HasIndex(a => a.EmployeeId);
        builder.HasMany(a => a.Stays).WithOne().HasForeignKey(s => s.AttendanceId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(a => a.Stays).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class StayMapping : IEntityTypeConfiguration<Stay>
{
    public void Configure(EntityTypeBuilder<Stay> builder)
    {
        builder.ToTable("SittingStays");
        builder.Property(s => s.Id).ValueGeneratedNever();
    }
}

internal sealed class MemberVoteMapping : IEntityTypeConfiguration<MemberVote>
{
    public void Configure(EntityTypeBuilder<MemberVote> builder)
    {
        builder.ToTable("MemberVotes");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Name).HasMaxLength(160);
        builder.Property(v => v.Reservation).HasMaxLength(600);
        builder.Property(v => v.Mark).HasMaxLength(32);
        // One member, one vote, whatever two windows send at once (C2).
        builder.HasIndex(v => new { v.ItemId, v.Round, v.EmployeeId }).IsUnique();
    }
}

internal sealed class RecusalMapping : IEntityTypeConfiguration<Recusal>
{
    public void Configure(EntityTypeBuilder<Recusal> builder)
    {
        builder.ToTable("Recusals");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Name).HasMaxLength(160);
        builder.Property(r => r.Reason).HasMaxLength(SittingChecks.LongestReason);
        builder.HasIndex(r => new { r.ItemId, r.EmployeeId }).IsUnique();
    }
}
