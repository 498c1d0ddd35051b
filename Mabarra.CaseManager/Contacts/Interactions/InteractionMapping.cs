using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Contacts.Interactions;

internal sealed class InteractionMapping : IEntityTypeConfiguration<Interaction>
{
    public void Configure(EntityTypeBuilder<Interaction> builder)
    {
        builder.ToTable("Interactions");
        builder.Property(i => i.RegisterNo).HasMaxLength(20);
        builder.Property(i => i.PersonName).HasMaxLength(200);
        builder.Property(i => i.PersonKey).HasMaxLength(200);
        builder.Property(i => i.Contact).HasMaxLength(400);
        builder.Property(i => i.About).HasMaxLength(400);
        builder.Property(i => i.Text).HasMaxLength(Interaction.LongestText);
        builder.Property(i => i.OutcomeNote).HasMaxLength(Interaction.LongestNote);
        builder.Property(i => i.ByName).HasMaxLength(160);
        builder.Property(i => i.PaperNo).HasMaxLength(60);
        builder.Property(i => i.VolunteerName).HasMaxLength(200);
        builder.Property(i => i.SupervisorName).HasMaxLength(160);
        builder.Property(i => i.SourceType).HasMaxLength(60);
        builder.Property(i => i.SourceLabel).HasMaxLength(40);
        builder.HasIndex(i => i.Serial).IsUnique();
        builder.HasIndex(i => i.Order).IsUnique();
        builder.HasIndex(i => i.RegisterNo).IsUnique();
        builder.HasIndex(i => new { i.BeneficiaryId, i.Order });
        builder.HasIndex(i => new { i.Channel, i.Order });
        builder.HasIndex(i => i.PersonKey);
        builder.HasIndex(i => i.SourceId);
        builder.HasIndex(i => i.SourceLabel);
        builder.HasIndex(i => i.AgainOn);
    }
}
