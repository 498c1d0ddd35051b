using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Data;

/// <summary>A line of a list an administrator edits. <see cref="Code"/> is stable and what records point to; a line that is no longer wanted is put out of use, never deleted.</summary>
public abstract class ListItem
{
    public const int LongestName = 80;

    public required string Code { get; init; }

    public required string NameAr { get; set; }

    public required string NameEn { get; set; }

    public int Order { get; set; }

    public bool IsActive { get; set; } = true;

    /// <summary>Changes with every edit: a page sends back the one it read (C5).</summary>
    public Guid Stamp() => Hashed($"{Code}\n{NameAr}\n{NameEn}\n{Order}\n{IsActive}");

    /// <summary>Under which the audit trail knows the line.</summary>
    public Guid TrailId() => Hashed($"{GetType().Name}\n{Code}");

    private static Guid Hashed(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}

/// <summary>A line of the lists that have no table of their own: reasons, types of complaint, kinds of damage.</summary>
public sealed class ListEntry : ListItem
{
    /// <summary>Which list: <see cref="ListNames"/>.</summary>
    public required string List { get; init; }
}

/// <summary>The lists of <see cref="ListEntry"/> (DOMAIN.md §5).</summary>
public static class ListNames
{
    public const string Rejection = "rejection";
    public const string Deferral = "deferral";
    public const string Late = "late";
    public const string Revocation = "revocation";
    public const string Exemption = "exemption";

    /// <summary>A paper that was brought is not good enough.</summary>
    public const string PaperRefusal = "refusal";

    public const string Withdrawal = "withdrawal";
    public const string Complaints = "complaints";
    public const string Damage = "damage";
}

internal sealed class ListEntryMapping : IEntityTypeConfiguration<ListEntry>
{
    public void Configure(EntityTypeBuilder<ListEntry> builder)
    {
        builder.ToTable("ListEntries");
        builder.IsListItem();
        builder.Property(e => e.List).HasMaxLength(40);
        builder.HasIndex(e => new { e.List, e.Order });
    }
}

/// <summary>What all lists have in common.</summary>
public static class ListMapping
{
    /// <summary>Every column is a concurrency token: on PostgreSQL another node may save between our reading and our writing.</summary>
    public static void IsListItem<T>(this EntityTypeBuilder<T> builder)
        where T : ListItem
    {
        builder.HasKey(c => c.Code);
        builder.Property(c => c.Code).HasMaxLength(40);
        builder.Property(c => c.NameAr).HasMaxLength(ListItem.LongestName).IsConcurrencyToken();
        builder.Property(c => c.NameEn).HasMaxLength(ListItem.LongestName).IsConcurrencyToken();
        builder.Property(c => c.Order).IsConcurrencyToken();
        builder.Property(c => c.IsActive).IsConcurrencyToken();
    }
}
