namespace Mabarra.CaseManager.Ui;

/// <summary>What is written down about an export before the file is handed over: which list, how it was narrowed, how many rows.</summary>
/// <param name="List">The list's code (<c>requests</c>).</param>
/// <param name="Search">A search may hold somebody's name or number: only that there was one is told.</param>
public sealed record ListExported(string List, IReadOnlyDictionary<string, string> Filters, bool Search, int Rows);

/// <summary>The door an export passes. Ui knows no accounts: the module that keeps the trail stands behind it.</summary>
public interface IExportDoor
{
    /// <exception cref="AccessDenied">The person may not take lists away.</exception>
    Task RequireAsync(CancellationToken cancel);

    /// <summary>Asked again and written down; without it no file is handed over.</summary>
    Task RecordAsync(ListExported export, CancellationToken cancel);
}

/// <summary>One value of a row in the file.</summary>
internal sealed record ExportColumn<TRow>(string Title, double Width, Func<TRow, object?> Value);

/// <summary>Walks a list from its first page to its last, by the very query the page shows, and writes each row.</summary>
internal static class ListExport
{
    /// <summary>Who may take a list away as a file; which rows are in it, the list's own query decides.</summary>
    public const string ExportPermission = "lists.export";

    /// <summary>More rows are refused with a hint: the file is made in memory, and nobody reads more.</summary>
    public const int MostRows = 200_000;

    /// <returns>The number of rows; null when there are more than <paramref name="most"/>.</returns>
    public static async Task<int?> WriteAsync<TRow>(
        Stream target, string name, IReadOnlyList<ExportColumn<TRow>> columns, Func<PageQuery, CancellationToken, Task<Page<TRow>>> load, PageQuery asked,
        IProgress<int>? progress, CancellationToken cancel, int most = MostRows)
    {
        var rightToLeft = AppCulture.IsArabic(System.Globalization.CultureInfo.CurrentUICulture);
        await using var sheet = await SheetWriter.BeginAsync(target, name, rightToLeft, [.. columns.Select(c => new SheetColumn(c.Title, c.Width))]);
        var query = asked with { Cursor = null, Size = PageQuery.LargestSize, Counted = false };
        while (true)
        {
            var page = await load(query, cancel);
            foreach (var row in page.Rows)
            {
                if (sheet.Rows >= most)
                    return null;
                await sheet.AddAsync([.. columns.Select(c => c.Value(row))]);
            }
            progress?.Report(sheet.Rows);
            if (page.NextCursor is null)
                break;
            query = query with { Cursor = page.NextCursor };
        }
        await sheet.EndAsync();
        return sheet.Rows;
    }
}
