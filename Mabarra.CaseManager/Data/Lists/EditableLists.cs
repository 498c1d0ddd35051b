using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Data;

/// <summary>A list an administrator edits. The module that owns it registers it; its words are <c>list.{Key}</c> of the settings.</summary>
public interface IEditableList
{
    string Key { get; }

    /// <summary>In order.</summary>
    Task<List<ListItem>> RowsAsync(CaseDbContext db, bool forChange, CancellationToken cancel);

    ListItem Make(string code, string nameAr, string nameEn, int order);

    /// <summary>How many records point to each line; what stands in none may be missing.</summary>
    Task<IReadOnlyDictionary<string, int>> UsesAsync(CaseDbContext db, CancellationToken cancel);
}

/// <summary>Counts how many records point to the lines of somebody else's list: a higher module brings its own.</summary>
/// <param name="List">Key of the list.</param>
public sealed record ListUse(string List, Func<CaseDbContext, CancellationToken, Task<Dictionary<string, int>>> CountAsync);

/// <inheritdoc/>
/// <param name="rows">The list's rows, where the table holds several lists.</param>
public sealed class EditableList<T>(string key, Func<IQueryable<T>, IQueryable<T>> rows, Func<string, string, string, int, T> make, IEnumerable<ListUse> uses) : IEditableList
    where T : ListItem
{
    public string Key => key;

    public async Task<List<ListItem>> RowsAsync(CaseDbContext db, bool forChange, CancellationToken cancel)
    {
        var set = rows(forChange ? db.Set<T>() : db.Set<T>().AsNoTracking());
        return [.. (await set.ToListAsync(cancel)).OrderBy(r => r.Order).ThenBy(r => r.Code, StringComparer.Ordinal)];
    }

    public ListItem Make(string code, string nameAr, string nameEn, int order) => make(code, nameAr, nameEn, order);

    public async Task<IReadOnlyDictionary<string, int>> UsesAsync(CaseDbContext db, CancellationToken cancel)
    {
        var sum = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var use in uses.Where(u => string.Equals(u.List, key, StringComparison.Ordinal)))
        {
            foreach (var (code, count) in await use.CountAsync(db, cancel))
                sum[code] = sum.GetValueOrDefault(code) + count;
        }

        return sum;
    }
}
