using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Data;

/// <summary>One thing the association decided about the app itself.</summary>
public sealed class Setting : CaseEntity, IAudited
{
    /// <summary>Name of the association, as the set-up page was told.</summary>
    public const string AssociationName = "association.name";

    private Setting()
    {
    }

    public Setting(string key, string value) => (Key, Value) = (key, value);

    public string Key { get; private set; } = "";

    public string Value { get; private set; } = "";

    public Guid AuditedRecordId => Id;

    public void Change(string value) => Value = value;
}

internal sealed class SettingMapping : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.ToTable("Settings");
        builder.Property(s => s.Key).HasMaxLength(80);
        builder.HasIndex(s => s.Key).IsUnique();
    }
}

/// <summary>The set of settings.</summary>
public static class SettingSet
{
    extension(CaseDbContext db)
    {
        public DbSet<Setting> Settings => db.Set<Setting>();

        public DbSet<TextVersion> TextVersions => db.Set<TextVersion>();

        public DbSet<ListEntry> ListEntries => db.Set<ListEntry>();
    }
}
