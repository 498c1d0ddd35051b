using Mabarra.CaseManager.Staff;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Data;

/// <summary>
/// The one database. It names no domain table: each module maps its own entities and adds its sets as extension properties.
/// Every save passes the write gate inside one transaction, stamps versions, and is examined by the interceptors (audit).
/// </summary>
public abstract class CaseDbContext(DbContextOptions options, WriteGate gate, TimeProvider clock)
    : IdentityUserContext<StaffUser, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>The ring of ASP.NET's own keys (cookies, antiforgery, circuit payloads).</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Told when the disk refuses a save.</summary>
    internal StorageState? Storage { get; init; }

    /// <exception cref="RuleViolation">The disk is full or not writable (<see cref="StorageTrouble"/>); nothing was saved.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            return await SaveWholeAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (Exception e) when (Storage is not null && StorageFaults.Of(e) is not null)
        {
            throw Storage.Met(StorageFaults.Of(e)!.Value, e);
        }
    }

    private async Task<int> SaveWholeAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        Stamp();
        if (Database.CurrentTransaction is not null)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return count;
    }

    /// <summary>Only ASP.NET's key ring saves this way; our own code is asynchronous.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Stamp();
        if (Database.CurrentTransaction is not null)
            return base.SaveChanges(acceptAllChangesOnSuccess);
        using var turn = gate.Enter();
        using var transaction = Database.BeginTransaction();
        var count = base.SaveChanges(acceptAllChangesOnSuccess);
        transaction.Commit();
        return count;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        CaseConventions.Configure(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CaseDbContext).Assembly);
        CaseConventions.Apply(builder);
    }

    private void Stamp()
    {
        var now = clock.Now;
        foreach (var entry in ChangeTracker.Entries<CaseEntity>())
        {
            if (entry.State == EntityState.Added)
                entry.Entity.CreatedAt = now;
            if (entry.State is EntityState.Added or EntityState.Modified)
                entry.Entity.Version = Guid.CreateVersion7();
        }
    }
}

/// <summary>The model with SQLite's migrations.</summary>
public sealed class SqliteCaseDbContext(DbContextOptions<SqliteCaseDbContext> options, WriteGate gate, TimeProvider clock)
    : CaseDbContext(options, gate, clock);

/// <summary>The model with PostgreSQL's migrations.</summary>
public sealed class PostgresCaseDbContext(DbContextOptions<PostgresCaseDbContext> options, WriteGate gate, TimeProvider clock)
    : CaseDbContext(options, gate, clock);
