using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Contacts.Information;

internal sealed class InformationItemMapping : IEntityTypeConfiguration<InformationItem>
{
    public void Configure(EntityTypeBuilder<InformationItem> builder)
    {
        builder.ToTable("InformationItems");
        builder.Property(i => i.TitleAr).HasMaxLength(InformationItem.LongestTitle);
        builder.Property(i => i.TitleEn).HasMaxLength(InformationItem.LongestTitle);
        builder.Property(i => i.TextAr).HasMaxLength(InformationItem.LongestText);
        builder.Property(i => i.TextEn).HasMaxLength(InformationItem.LongestText);
        builder.HasIndex(i => i.Serial).IsUnique();
    }
}

internal sealed class InformationVersionMapping : IEntityTypeConfiguration<InformationVersion>
{
    public void Configure(EntityTypeBuilder<InformationVersion> builder)
    {
        builder.ToTable("InformationVersions");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.TitleAr).HasMaxLength(InformationItem.LongestTitle);
        builder.Property(v => v.TextAr).HasMaxLength(InformationItem.LongestText);
        builder.Property(v => v.TextEn).HasMaxLength(InformationItem.LongestText);
        builder.Property(v => v.ChangedByName).HasMaxLength(160);
        builder.HasIndex(v => new { v.ItemId, v.No }).IsUnique();
    }
}

internal sealed class AnnouncementMapping : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable("Announcements");
        builder.Property(a => a.Number).HasMaxLength(20);
        builder.Property(a => a.TextAr).HasMaxLength(InformationItem.LongestText);
        builder.Property(a => a.TextEn).HasMaxLength(InformationItem.LongestText);
        builder.Property(a => a.Categories).HasMaxLength(1000);
        builder.Property(a => a.PublishedByName).HasMaxLength(160);
        builder.Ignore(a => a.CategoryCodes);
        builder.HasIndex(a => a.Serial).IsUnique();
        builder.HasIndex(a => new { a.Status, a.Serial });
        builder.HasIndex(a => a.ItemId);
    }
}
