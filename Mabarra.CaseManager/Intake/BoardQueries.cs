namespace Mabarra.CaseManager.Intake;

/// <summary>One column of the board.</summary>
/// <param name="Count">No further than <see cref="Page.TotalCap"/> + 1; null where counting would walk far more than is shown.</param>
public sealed record BoardColumn(RequestView View, int? Count, IReadOnlyList<RequestRow> Rows);

/// <summary>The desk at a glance: what waits, what lacks papers, what is on its way, due soon and overdue. Each column is the head of the list it links to.</summary>
public sealed class BoardQueries(RequestQueries requests)
{
    /// <summary>More than these stand in the list.</summary>
    public const int Shown = 5;

    public static IReadOnlyList<RequestView> Views { get; } =
        [RequestView.Draft, RequestView.Incomplete, RequestView.OnTrack, RequestView.DueSoon, RequestView.Overdue];

    /// <param name="filters">As they stand in the address bar.</param>
    public async Task<IReadOnlyList<BoardColumn>> ReadAsync(Act act, IReadOnlyDictionary<string, string> filters, CancellationToken cancel)
    {
        var columns = new List<BoardColumn>();
        foreach (var view in Views)
        {
            var page = await requests.PageAsync(act, view, new PageQuery { Size = Shown, Filters = filters }, cancel);
            columns.Add(new BoardColumn(view, page.ApproximateTotal, page.Rows));
        }
        return columns;
    }
}
