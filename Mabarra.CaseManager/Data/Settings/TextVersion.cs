using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Data;

/// <summary>Words of a paper, page or notice as an administrator published them. Never changed: new words are a new version; the app's own are version 1 and have no row.</summary>
public sealed class TextVersion : CaseEntity, IAudited
{
    /// <summary>The number of the words the app came with.</summary>
    public const int BuiltIn = 1;

    public const int LongestWhy = 300;

    private TextVersion()
    {
    }

    /// <param name="key">Code of the <see cref="EditableText"/>.</param>
    /// <param name="publishedBy">Name of the person, as it is now.</param>
    /// <param name="takenFrom">The earlier version whose words these are.</param>
    public TextVersion(string key, int no, string body, string bodyEn, string publishedBy, string why, int? takenFrom) =>
        (Key, No, Body, BodyEn, PublishedBy, Why, TakenFrom) = (key, no, body, bodyEn, publishedBy, why, takenFrom);

    public string Key { get; private set; } = "";

    public int No { get; private set; }

    /// <summary>Arabic.</summary>
    public string Body { get; private set; } = "";

    public string? BodyEn { get; private set; }

    /// <summary>Name of the person, as it was then.</summary>
    public string PublishedBy { get; private set; } = "";

    public string? Why { get; private init; }

    /// <summary>The earlier version whose words were taken up again.</summary>
    public int? TakenFrom { get; private init; }

    public Guid AuditedRecordId => Id;

    public TextInForce ToText() => new(Key, No, Body, BodyEn ?? Body);
}

internal sealed class TextVersionMapping : IEntityTypeConfiguration<TextVersion>
{
    public void Configure(EntityTypeBuilder<TextVersion> builder)
    {
        builder.ToTable("TextVersions");
        builder.Property(t => t.Key).HasMaxLength(60);
        builder.Property(t => t.Body).HasMaxLength(4000);
        builder.Property(t => t.BodyEn).HasMaxLength(4000);
        builder.Property(t => t.PublishedBy).HasMaxLength(160);
        builder.Property(t => t.Why).HasMaxLength(TextVersion.LongestWhy);
        builder.HasIndex(t => new { t.Key, t.No }).IsUnique();
    }
}
