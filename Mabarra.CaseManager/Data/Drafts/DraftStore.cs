using System.Security.Cryptography;
using System.Text;
using Mabarra.CaseManager.Data.Encryption;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Data.Drafts;

/// <summary>Keeps what is typed on the server, so that a lost connection, a closed tab, a restart or another computer loses nothing. Given back to the same person only.</summary>
public sealed class DraftStore(IDbContextFactory<CaseDbContext> contexts, FieldCipher cipher, CurrentActor actor, TimeProvider clock) : IDrafts
{
    /// <summary>Longer than this is no form of ours.</summary>
    private const int LargestJson = 100_000;

    /// <summary>A draft nobody came back to.</summary>
    private const int KeptDays = 14;

    private const string Table = "Drafts";
    private const string Column = "Sealed";

    public async Task<string?> LoadAsync(string formKey)
    {
        var who = (await actor.ActAsync()).Actor.Id;
        await using var db = await contexts.CreateDbContextAsync();
        var draft = await Of(db, who, formKey).AsNoTracking().FirstOrDefaultAsync();
        return draft is null ? null : Open(draft);
    }

    public async Task SaveAsync(string formKey, string json)
    {
        if (json.Length > LargestJson)
            return;
        var act = await actor.ActAsync();
        await using var db = await contexts.CreateDbContextAsync();
        var draft = await Of(db, act.Actor.Id, formKey).FirstOrDefaultAsync();
        if (draft is null)
        {
            draft = new Draft { Id = Guid.CreateVersion7(), ActorId = act.Actor.Id, FormKey = formKey };
            db.Add(draft);
        }

        (draft.Sealed, draft.SavedAt) = (cipher.Seal(Table, Column, draft.Id, json), clock.Now);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsUniqueViolation())
        {
            // The same person's other tab was faster, or has just saved the form: its copy is the newer one.
        }
    }

    public async Task ClearAsync(string formKey)
    {
        var who = (await actor.ActAsync()).Actor.Id;
        var old = clock.Now.AddDays(-KeptDays);
        await using var db = await contexts.CreateDbContextAsync();
        db.RemoveRange(await db.Set<Draft>().Where(d => (d.ActorId == who && d.FormKey == formKey) || d.SavedAt < old).ToListAsync());
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Gone already.
        }
    }

    public async Task<IReadOnlySet<string>> KeysAsync(string prefix)
    {
        var who = (await actor.ActAsync()).Actor.Id;
        await using var db = await contexts.CreateDbContextAsync();
        var keys = await db.Set<Draft>().AsNoTracking().Where(d => d.ActorId == who && d.FormKey.StartsWith(prefix)).Select(d => d.FormKey).ToListAsync();
        return keys.ToHashSet(StringComparer.Ordinal);
    }

    private static IQueryable<Draft> Of(CaseDbContext db, Guid who, string formKey) =>
        db.Set<Draft>().Where(d => d.ActorId == who && d.FormKey == formKey);

    /// <summary>A draft that does not open (another key, damage) is no draft; what was saved is not touched by it.</summary>
    private string? Open(Draft draft)
    {
        try
        {
            return Encoding.UTF8.GetString(cipher.Open(Table, Column, draft.Id, draft.Sealed));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
