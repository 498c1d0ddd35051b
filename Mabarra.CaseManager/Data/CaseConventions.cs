using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Mabarra.CaseManager.Data;

/// <summary>How values are stored in both databases, so that no mapping has to say it again.</summary>
internal static class CaseConventions
{
    public static void Configure(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configuration.Properties<Money>().HaveConversion<MoneyConverter>();
        configuration.Properties<string>().HaveMaxLength(4000);
    }

    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => typeof(CaseEntity).IsAssignableFrom(e.ClrType) && !e.IsOwned()))
        {
            entity.FindProperty(nameof(CaseEntity.Version))!.IsConcurrencyToken = true;
            entity.FindProperty(nameof(CaseEntity.Id))!.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        }
    }

    /// <summary>SQLite hands back an unspecified kind, PostgreSQL insists on UTC.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        v => DateTime.SpecifyKind(v, DateTimeKind.Utc),
        v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

    /// <summary>Halalas, since SQLite can neither add nor compare decimals.</summary>
    private sealed class MoneyConverter() : ValueConverter<Money, long>(v => v.Halalas, v => new Money(v));
}
