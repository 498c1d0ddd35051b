using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Data;

/// <summary>The last number given of a series (file numbers, requests of a year). Taken inside the transaction that uses it: no duplicates, no gaps (C7).</summary>
internal sealed class SerialNumber
{
    public required string Series { get; init; }

    public long Last { get; set; }
}

internal sealed class SerialNumberMapping : IEntityTypeConfiguration<SerialNumber>
{
    public void Configure(EntityTypeBuilder<SerialNumber> builder)
    {
        builder.ToTable("SerialNumbers");
        builder.HasKey(s => s.Series);
        builder.Property(s => s.Series).HasMaxLength(40);
    }
}

/// <summary>Giving the next number of a series.</summary>
public static class Serials
{
    /// <summary>The next number, starting at 1. One statement in both databases, so two nodes cannot read the same last number.</summary>
    public static async Task<long> NextSerialAsync(this CaseDbContext db, string series, CancellationToken cancel)
    {
        var given = await db.Database.SqlQuery<long>(
            $"""
             INSERT INTO "SerialNumbers" ("Series", "Last") VALUES ({series}, 1)
             ON CONFLICT ("Series") DO UPDATE SET "Last" = "SerialNumbers"."Last" + 1
             RETURNING "Last" AS "Value"
             """).ToListAsync(cancel);
        return given[0];
    }

    /// <summary>So many numbers in a row.</summary>
    /// <returns>The first of them.</returns>
    public static async Task<long> NextSerialsAsync(this CaseDbContext db, string series, int count, CancellationToken cancel)
    {
        var given = await db.Database.SqlQuery<long>(
            $"""
             INSERT INTO "SerialNumbers" ("Series", "Last") VALUES ({series}, {count})
             ON CONFLICT ("Series") DO UPDATE SET "Last" = "SerialNumbers"."Last" + {count}
             RETURNING "Last" AS "Value"
             """).ToListAsync(cancel);
        return given[0] - count + 1;
    }
}
