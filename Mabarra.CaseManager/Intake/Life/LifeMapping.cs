using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Intake.Life;

internal sealed class CompletenessRevocationMapping : IEntityTypeConfiguration<CompletenessRevocation>
{
    public void Configure(EntityTypeBuilder<CompletenessRevocation> builder)
    {
        builder.ToTable("CompletenessRevocations");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.CompletedByName).HasMaxLength(160);
        builder.Property(r => r.RevokedByName).HasMaxLength(160);
        builder.ComplexProperty(r => r.Reason, GivenReasonMapping.Configure);
        builder.HasIndex(r => new { r.RequestId, r.No }).IsUnique();
    }
}

internal sealed class DeficiencyReminderMapping : IEntityTypeConfiguration<DeficiencyReminder>
{
    public void Configure(EntityTypeBuilder<DeficiencyReminder> builder)
    {
        builder.ToTable("DeficiencyReminders");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.MadeByName).HasMaxLength(160);
        builder.Property(r => r.Note).HasMaxLength(400);
        // Two nodes that mark the same day's reminders make one row of it.
        builder.HasIndex(r => new { r.RequestId, r.SinceOn, r.AfterDays }).IsUnique();
    }
}

internal static class GivenReasonMapping
{
    public static void Configure(ComplexPropertyBuilder<GivenReason> reason)
    {
        reason.Property(r => r.Code).HasMaxLength(40);
        reason.Property(r => r.NameAr).HasMaxLength(200);
        reason.Property(r => r.NameEn).HasMaxLength(200);
        reason.Property(r => r.Note).HasMaxLength(400);
    }
}
