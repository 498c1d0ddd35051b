using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Contacts.Directory;

internal sealed class ContactChannelMapping : IEntityTypeConfiguration<ContactChannel>
{
    public void Configure(EntityTypeBuilder<ContactChannel> builder)
    {
        builder.ToTable("ContactChannels");
        builder.HasIndex(c => c.Channel).IsUnique();
        builder.Property(c => c.OwnerName).HasMaxLength(160);
        builder.Property(c => c.OwnContact).HasMaxLength(ContactChannel.LongestContact);
        builder.Property(c => c.VerifiedByName).HasMaxLength(160);
    }
}
