using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>Pages of a list ordered by name, of a few thousand rows at the most: the cursor is the number of rows before it.</summary>
internal static class Offset
{
    public static async Task<Page<TRow>> PageAsync<T, TRow>(IQueryable<T> ordered, PageQuery query, Func<IQueryable<T>, IQueryable<TRow>> select, CancellationToken cancel)
    {
        var size = Math.Clamp(query.Size, 1, PageQuery.LargestSize);
        // The address bar is input: anything odd is the first page.
        var start = int.TryParse(query.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        var rows = await select(ordered.Skip(start).Take(size + 1)).ToListAsync(cancel);
        var more = rows.Count > size;
        if (more)
            rows.RemoveAt(size);
        int? total = query.Counted ? await ordered.Take(Page.TotalCap + 1).CountAsync(cancel) : null;
        return new Page<TRow>(rows, more ? Text(start + size) : null, start > 0 ? Text(Math.Max(0, start - size)) : null, total);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
