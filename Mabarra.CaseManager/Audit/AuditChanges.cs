using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mabarra.CaseManager.Audit;

/// <summary>Reads from EF's tracker what a save changes, and writes it down as old → new.</summary>
internal static class AuditChanges
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Changed audited rows by the record their audit entry must name.</summary>
    public static Dictionary<Guid, List<EntityEntry>> Collect(ChangeTracker tracker) => tracker.Entries()
        .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
        .Where(e => e.Entity is IAudited)
        .GroupBy(e => ((IAudited)e.Entity).AuditedRecordId)
        .ToDictionary(g => g.Key, g => g.ToList());

    public static string Write(IEnumerable<EntityEntry> rows) => JsonSerializer.Serialize(
        rows.Select(row => new
        {
            kind = row.Metadata.ClrType.Name,
            state = row.State.ToString(),
            values = Values(row),
        }), Json);

    private static Dictionary<string, object?[]> Values(EntityEntry row) => row.Properties
        .Select(p => (p.Metadata.Name, Property: p, IsPrivate: IsPrivate(p.Metadata)))
        .Concat(row.ComplexProperties.SelectMany(c => c.Properties.Select(p =>
            (Name: $"{c.Metadata.Name}.{p.Metadata.Name}", Property: p, IsPrivate: IsPrivate(c.Metadata) || IsPrivate(p.Metadata)))))
        .Where(v => Tells(row, v.Property))
        .ToDictionary(v => v.Name, v => OldAndNew(row, v.Property, v.IsPrivate), StringComparer.Ordinal);

    private static bool Tells(EntityEntry row, PropertyEntry property)
    {
        if (property.Metadata.IsPrimaryKey() || property.Metadata.Name is nameof(CaseEntity.Version) or nameof(CaseEntity.CreatedAt))
            return false;
        return row.State switch
        {
            EntityState.Added => property.CurrentValue is not null,
            EntityState.Deleted => property.OriginalValue is not null,
            _ => property.IsModified && !Equals(property.OriginalValue, property.CurrentValue),
        };
    }

    private static object?[] OldAndNew(EntityEntry row, PropertyEntry property, bool isPrivate)
    {
        object? Show(object? value) => value switch
        {
            null => null,
            _ when isPrivate => "•",
            byte[] => "•",
            DateTime at => at.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            DateOnly on => on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            bool or int or long => value,
            IFormattable f => f.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

        return row.State switch
        {
            EntityState.Added => [null, Show(property.CurrentValue)],
            EntityState.Deleted => [Show(property.OriginalValue), null],
            _ => [Show(property.OriginalValue), Show(property.CurrentValue)],
        };
    }

    private static bool IsPrivate(IPropertyBase property) =>
        property.PropertyInfo?.GetCustomAttribute<PrivateValueAttribute>() is not null;
}
