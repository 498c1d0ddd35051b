using Mabarra.CaseManager.Contacts.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Contacts.Sending;

internal sealed class GatewayMapping : IEntityTypeConfiguration<Gateway>
{
    public void Configure(EntityTypeBuilder<Gateway> builder)
    {
        builder.ToTable("Gateways");
        builder.HasIndex(g => g.Route).IsUnique();
        builder.Property(g => g.Address).HasMaxLength(300);
        builder.Property(g => g.UserName).HasMaxLength(200);
        builder.Property(g => g.Sender).HasMaxLength(254);
        builder.Property(g => g.TestFailure).HasMaxLength(NoticeTry.LongestDetail);
        builder.Property(g => g.SecretSealed).HasMaxLength(1000);
    }
}
