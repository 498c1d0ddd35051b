using System.Globalization;
using System.Security.Cryptography;
using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mabarra.CaseManager.Data.Boot;

/// <summary>A value sealed with each version of the keys. Opening it at start proves that the key file belongs to this database (P3).</summary>
internal sealed class KeySentinel
{
    /// <summary>The version of the sealing key.</summary>
    public required int KeyVersion { get; init; }

    public required byte[] Sealed { get; init; }
}

internal sealed class KeySentinelMapping : IEntityTypeConfiguration<KeySentinel>
{
    public void Configure(EntityTypeBuilder<KeySentinel> builder)
    {
        builder.ToTable("KeySentinels");
        builder.HasKey(s => s.KeyVersion);
        builder.Property(s => s.KeyVersion).ValueGeneratedNever();
        builder.Property(s => s.Sealed).HasMaxLength(200);
    }
}

/// <summary>Writing and reading the sentinels.</summary>
public sealed class KeySentinels(IDbContextFactory<CaseDbContext> contexts, FieldCipher cipher, CaseKeys keys)
{
    /// <summary>Compares the key file with what the database was sealed with; on the very first start, and after a new key version, writes the missing sentinel.</summary>
    /// <exception cref="BootRefused">The key file belongs to another database, or lacks a key.</exception>
    public async Task CheckAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var sentinels = await db.Set<KeySentinel>().AsNoTracking().OrderBy(s => s.KeyVersion).ToListAsync(cancel);
        foreach (var sentinel in sentinels.Where(s => !Opens(s)))
            throw new BootRefused(string.Create(CultureInfo.InvariantCulture,
                $"The key file does not fit this database: what was sealed with key version {sentinel.KeyVersion} does not open. Put back the key file this database was used with."));
        if (sentinels.Exists(s => s.KeyVersion == keys.CurrentVersion))
            return;
        db.Add(new KeySentinel { KeyVersion = keys.CurrentVersion, Sealed = cipher.Seal("KeySentinels", "Sealed", Guid.Empty, Expected) });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>For the health probe: do the keys in memory still open what is stored?</summary>
    public async Task<bool> HoldAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await HoldAsync(db, cancel);
    }

    /// <summary>The same for a backup, before it takes the database's place.</summary>
    internal async Task<bool> HoldAsync(CaseDbContext db, CancellationToken cancel)
    {
        var sentinels = await db.Set<KeySentinel>().AsNoTracking().ToListAsync(cancel);
        return sentinels.Count > 0 && sentinels.TrueForAll(Opens);
    }

    // The sealed value is a look-up hash, so that a wrong look-up key is noticed as well as a wrong sealing key.
    private byte[] Expected => cipher.Lookup("sentinel", "mabarra");

    private bool Opens(KeySentinel sentinel)
    {
        try
        {
            return cipher.Open("KeySentinels", "Sealed", Guid.Empty, sentinel.Sealed).AsSpan().SequenceEqual(Expected);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
