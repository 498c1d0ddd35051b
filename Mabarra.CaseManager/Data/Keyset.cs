using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Data;

/// <summary>
/// Pages of a list ordered by one unique number, found by index from the last row shown: the millionth page costs what the first did.
/// The cursor is <c>n</c> or <c>p</c> (next, previous) and the number it starts from.
/// </summary>
public static class Keyset
{
    /// <param name="key">The unique number the list is ordered by; it needs an index.</param>
    /// <param name="keyOf">The same number, read from a row.</param>
    /// <param name="counts">False where counting, even no further than the cap, would walk far more rows than the page.</param>
    public static async Task<Page<TRow>> PageAsync<T, TRow>(
        this IQueryable<T> source, PageQuery page, Expression<Func<T, long>> key, bool descending,
        Func<IQueryable<T>, IQueryable<TRow>> select, Func<TRow, long> keyOf, CancellationToken cancel, bool counts = true)
    {
        var (backwards, from) = Parse(page.Cursor);
        var size = Math.Clamp(page.Size, 1, PageQuery.LargestSize);
        var ascending = descending == backwards;
        var cut = from is { } start ? source.Where(Beyond(key, start, ascending)) : source;
        var ordered = ascending ? cut.OrderBy(key) : cut.OrderByDescending(key);
        var rows = await select(ordered.Take(size + 1)).ToListAsync(cancel);
        var more = rows.Count > size;
        if (more)
            rows.RemoveAt(size);
        if (backwards)
            rows.Reverse();
        int? total = counts && page.Counted ? await source.Take(Page.TotalCap + 1).CountAsync(cancel) : null;
        var (hasNext, hasPrevious) = backwards ? (from is not null, more) : (more, from is not null);
        return rows.Count == 0
            ? new Page<TRow>([], null, null, total)
            : new Page<TRow>(rows, hasNext ? Cursor('n', keyOf(rows[^1])) : null, hasPrevious ? Cursor('p', keyOf(rows[0])) : null, total);
    }

    private static Expression<Func<T, bool>> Beyond<T>(Expression<Func<T, long>> key, long start, bool ascending)
    {
        var value = Expression.Property(Expression.Constant(new Holder(start)), nameof(Holder.Value));
        var compare = ascending ? Expression.GreaterThan(key.Body, value) : Expression.LessThan(key.Body, value);
        return Expression.Lambda<Func<T, bool>>(compare, key.Parameters);
    }

    /// <summary>The cursor comes from the address bar: anything odd is the first page.</summary>
    private static (bool Backwards, long? From) Parse(string? cursor) =>
        cursor is ['n' or 'p', ..] && long.TryParse(cursor.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var from)
            ? (cursor[0] == 'p', from)
            : (false, null);

    private static string Cursor(char direction, long key) => string.Create(CultureInfo.InvariantCulture, $"{direction}{key}");

    /// <summary>Makes EF pass the number as a parameter, so that its query cache is hit.</summary>
    private sealed record Holder(long Value);
}
