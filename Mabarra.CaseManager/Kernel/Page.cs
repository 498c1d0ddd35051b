namespace Mabarra.CaseManager.Kernel;

/// <summary>What a list asks of its queries: one page, by keyset cursor, with what the person searched and filtered for.</summary>
public sealed record PageQuery
{
    /// <summary>More rows than this make a circuit heavy (DESIGN.md §6).</summary>
    public const int DefaultSize = 25;

    /// <summary>What a query gives at once at the most: to a file being written, never to a page.</summary>
    public const int LargestSize = 500;

    /// <summary>Opaque to everybody but the query that made it; null is the first page. Comes from the address bar, so treat it as input.</summary>
    public string? Cursor { get; init; }

    public int Size { get; init; } = DefaultSize;

    /// <summary>False where nobody reads the total, so that it is not counted again with every page.</summary>
    public bool Counted { get; init; } = true;

    /// <summary>What was typed into the list's search box.</summary>
    public string? Search { get; init; }

    /// <summary>A column's sort key, with a leading minus when descending.</summary>
    public string? Sort { get; init; }

    public IReadOnlyDictionary<string, string> Filters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The value of a filter, or null when it is not set.</summary>
    public string? Filter(string name) => Filters.GetValueOrDefault(name);
}

/// <summary>One page of a list.</summary>
/// <param name="NextCursor">Null on the last page.</param>
/// <param name="PreviousCursor">Null on the first page.</param>
/// <param name="ApproximateTotal">Rows that match, counted no further than <see cref="Page.TotalCap"/> + 1; null when not counted.</param>
public sealed record Page<TRow>(
    IReadOnlyList<TRow> Rows,
    string? NextCursor = null,
    string? PreviousCursor = null,
    int? ApproximateTotal = null);

/// <summary>What all pages share.</summary>
public static class Page
{
    /// <summary>Counting stops here: nobody reads "of 1,048,576", and the database would have to walk them all.</summary>
    public const int TotalCap = 1000;

    public static Page<TRow> Empty<TRow>() => new([]);
}
