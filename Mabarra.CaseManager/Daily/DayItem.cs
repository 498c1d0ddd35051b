namespace Mabarra.CaseManager.Daily;

/// <summary>Something that waits, as somebody's first page shows it.</summary>
/// <param name="Source">Name of the module's source: with <paramref name="Id"/> it says which thing it is.</param>
/// <param name="Id">The record.</param>
/// <param name="Todo">What is to be done, in the page's language.</param>
/// <param name="About">With whom, or about what.</param>
/// <param name="Label">Number of the record.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="DueOn">By when; null when nothing says so.</param>
public sealed record DayItem(string Source, Guid Id, string Todo, string About, string? Label, string Href, string Icon, DateOnly? DueOn)
{
    /// <summary>It waits for the beneficiary; there is nothing to do but to know.</summary>
    public bool IsHers { get; init; }

    /// <summary>Somebody else may do it: a vote or a signature is nobody's but one's own.</summary>
    public bool CanHandOver { get; init; } = true;

    /// <summary>Whose it was, when a colleague handed it over.</summary>
    public string? From { get; init; }

    /// <summary>Why he did.</summary>
    public string? Why { get; init; }
}

/// <summary>What a source is asked.</summary>
/// <param name="Take">No more than these, what is due first.</param>
/// <param name="Without">Put off, or with a colleague: not to be counted among them.</param>
public sealed record DayAsk(int Take, IReadOnlyList<Guid> Without);

/// <summary>
/// What one module has waiting for somebody. It is asked whenever something changes, so each read goes by an index and ends at <see cref="DayAsk.Take"/>.
/// It checks for itself what the person may, and gives nothing where he may not; it never refuses.
/// </summary>
public interface IDaySource
{
    /// <summary>Stored with what is put off: never changed.</summary>
    string Name { get; }

    /// <summary>A change to any of these may change what waits.</summary>
    IReadOnlyList<Type> Watched { get; }

    Task<IReadOnlyList<DayItem>> ReadAsync(Act act, DayAsk ask, CancellationToken cancel);

    /// <summary>The one thing, if it still waits for somebody and this person may do it, whoever's list it stands on.</summary>
    Task<DayItem?> OneAsync(Act act, Guid id, CancellationToken cancel);
}
