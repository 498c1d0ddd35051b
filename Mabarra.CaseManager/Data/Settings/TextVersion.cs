using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Data;

/// <summary>Words of a paper as an administrator published them. Never changed: new words are a new version; the app's own are version 1 and have no row.</summary>
public sealed class TextVersion : CaseEntity, IAudited
{
    /// <summary>The number of the words the app came with.</summary>
    public const int BuiltIn = 1;

    private TextVersion()
    {
    }

    public TextVersion(string key, int no, string body, string publishedBy) => (Key, No, Body, PublishedBy) = (key, no, body, publishedBy);

    public string Key { get; private set; } = "";

    public int No { get; private set; }

    public string Body { get; private set; } = "";

    /// <summary>Name of the person, as it was then.</summary>
    public string PublishedBy { get; private set; } = "";

    public Guid AuditedRecordId => Id;
}

internal sealed class TextVersionMapping : IEntityTypeConfiguration<TextVersion>
{
    public void Configure(EntityTypeBuilder<TextVersion> builder)
    {
        builder.ToTable("TextVersions");
        builder.Property(t => t.Key).HasMaxLength(60);
        builder.Property(t => t.Body).HasMaxLength(4000);
        builder.Property(t => t.PublishedBy).HasMaxLength(160);
        builder.HasIndex(t => new { t.Key, t.No }).IsUnique();
    }
}
