using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Data;

/// <summary>The only way a service writes: one context, one transaction, one turn at the gate, then everybody's open pages are told.</summary>
public sealed class CaseWriter(IDbContextFactory<CaseDbContext> contexts, WriteGate gate, LiveChanges live, StorageState storage, TimeProvider clock)
{
    /// <summary>Runs the work and commits it whole; when it throws, nothing of it is kept.</summary>
    /// <exception cref="StaleRecord">Somebody saved the same record after the caller read it.</exception>
    /// <exception cref="RuleViolation">The disk is full or not writable (<see cref="StorageTrouble"/>); nothing was saved.</exception>
    public async Task<T> SaveAsync<T>(Func<CaseDbContext, Task<T>> work, CancellationToken cancel = default)
    {
        try
        {
            return await SaveWholeAsync(work, cancel);
        }
        catch (Exception e) when (StorageFaults.Of(e) is not null)
        {
            throw storage.Met(StorageFaults.Of(e)!.Value, e);
        }
    }

    private async Task<T> SaveWholeAsync<T>(Func<CaseDbContext, Task<T>> work, CancellationToken cancel)
    {
        HashSet<Type> changed = [];
        T result;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            using var turn = await gate.EnterAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            // Work may save in between (a calendar is reckoned with the new day off in it); every one of its saves counts.
            db.SavingChanges += (_, _) => changed.UnionWith(db.ChangeTracker.Entries().Where(e => e.State != EntityState.Unchanged).Select(e => e.Metadata.ClrType));
            result = await work(db);
            await SaveAsync(db, cancel);
            await NodeChanges.TellAsync(db, live.Node, changed, cancel);
            // From here on the caller's impatience must not decide between saved and not saved.
            await transaction.CommitAsync(CancellationToken.None);
        }

        live.Publish(changed);
        return result;
    }

    public Task SaveAsync(Func<CaseDbContext, Task> work, CancellationToken cancel = default) =>
        SaveAsync(async db =>
        {
            await work(db);
            return true;
        }, cancel);

    /// <summary>A create that happens once however often it is sent: the form carries <paramref name="key"/>, and a repetition gets the first answer (C6).</summary>
    /// <returns>The id of what was made, by this call or by the first one.</returns>
    public async Task<Guid> SaveOnceAsync(Guid key, Act act, Func<CaseDbContext, Task<Guid>> create, CancellationToken cancel = default)
    {
        if (key == Guid.Empty)
            throw new ArgumentException("A create needs the key its form was rendered with.", nameof(key));
        try
        {
            return await SaveAsync(async db =>
            {
                if (await FindAsync(db, key, act, cancel) is { } earlier)
                    return earlier;
                var made = await create(db);
                db.Add(new Submission(key, act.Actor.Id, made, clock.Now));
                return made;
            }, cancel);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // On PostgreSQL another node may have taken the same key meanwhile.
            await using var db = await contexts.CreateDbContextAsync(cancel);
            if (await FindAsync(db, key, act, cancel) is { } earlier)
                return earlier;
            throw;
        }
    }

    private static async Task<Guid?> FindAsync(CaseDbContext db, Guid key, Act act, CancellationToken cancel) =>
        await db.Set<Submission>().Where(s => s.Key == key && s.ActorId == act.Actor.Id).Select(s => (Guid?)s.MadeId).FirstOrDefaultAsync(cancel);

    private static async Task SaveAsync(CaseDbContext db, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException e)
        {
            var entry = e.Entries[0];
            throw new StaleRecord(entry.Metadata.ClrType.Name, (entry.Entity as CaseEntity)?.Id ?? Guid.Empty);
        }
    }
}
