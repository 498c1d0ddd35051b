using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Mabarra.CaseManager.Ui;

/// <summary>What a filter inside a list needs of it, whatever its rows are.</summary>
public interface IListFilters
{
    string? Filter(string name);

    /// <summary>A filter stands above the list; other names in the address bar are not the list's to clear.</summary>
    void Offer(string name);

    Task FilterAsync(string name, string? value);
}

/// <summary>
/// A list paged on the server by keyset cursor. Search, filters, sort and page stand in the address bar, so a list can be linked to
/// and survives reload and a lost circuit. A semantic table; cards on narrow screens.
/// </summary>
public sealed partial class PagedList<TRow> : IListFilters
{
    private readonly string _id = ElementIds.Next("list");
    private readonly List<Column<TRow>> _columns = [];
    private readonly HashSet<string> _offered = new(StringComparer.Ordinal);
    private PageQuery _query = new();
    private Page<TRow>? _page;
    private CancellationTokenSource? _loadingNow;
    private bool _loading = true;
    private bool _failed;
    private string _path = "";

    /// <summary>Gives one page. Called again whenever the address changes.</summary>
    [Parameter, EditorRequired] public Func<PageQuery, CancellationToken, Task<Page<TRow>>> Load { get; set; } = null!;

    /// <summary>Says what the table holds, to those who cannot see it.</summary>
    [Parameter, EditorRequired] public string Caption { get; set; } = "";

    /// <summary>The <see cref="Column{TRow}"/>s.</summary>
    [Parameter, EditorRequired] public RenderFragment Columns { get; set; } = null!;

    /// <summary>Where a row leads; the primary column becomes the link and the whole row its target.</summary>
    [Parameter] public Func<TRow, string>? RowHref { get; set; }

    [Parameter] public Func<TRow, object>? RowKey { get; set; }

    [Parameter] public Func<TRow, string?>? RowClass { get; set; }

    /// <summary><see cref="FilterSelect"/>s, shown above the table.</summary>
    [Parameter] public RenderFragment? Filters { get; set; }

    /// <summary>Shown when there is nothing at all (not when a filter found nothing).</summary>
    [Parameter] public RenderFragment? Empty { get; set; }

    [Parameter] public bool Searchable { get; set; } = true;

    [Parameter] public string? SearchHint { get; set; }

    [Parameter] public int PageSize { get; set; } = PageQuery.DefaultSize;

    /// <summary>Tells two lists of one page apart in the address bar.</summary>
    [Parameter] public string Prefix { get; set; } = "";

    /// <summary>The list's code in the trail (<c>requests</c>); with it, whoever may export gets a button. The columns say what goes into the file.</summary>
    [Parameter] public string? ExportName { get; set; }

    /// <summary>What the list shows now.</summary>
    internal PageQuery Asked => _query;

    /// <summary>The filters that narrow what is shown now; other names in the address bar are not the list's.</summary>
    internal IReadOnlyDictionary<string, string> ActiveFilters =>
        _offered.Where(n => _query.Filter(n) is not null).ToDictionary(n => n, n => _query.Filter(n)!, StringComparer.Ordinal);

    internal IReadOnlyList<Column<TRow>> ShownColumns => _columns;

    private bool HasFilters => _query.Search is not null || _offered.Any(name => _query.Filter(name) is not null);

    private string CountText => _page switch
    {
        null => T["list.loading"],
        { ApproximateTotal: > Page.TotalCap } => T["list.many", Page.TotalCap.ToString("N0", CultureInfo.InvariantCulture)],
        { ApproximateTotal: { } total } => Plural.Of(T["list.count"], total),
        _ => T["list.shown", _page.Rows.Count],
    };

    /// <summary>Loads the page again: after an act, or when somebody else changed something.</summary>
    public Task RefreshAsync() => LoadAsync();

    public string? Filter(string name) => _query.Filter(name);

    public void Offer(string name) => _offered.Add(name);

    public Task FilterAsync(string name, string? value) => NavigateAsync(new(StringComparer.Ordinal) { [name] = value, ["cursor"] = null });

    internal void Add(Column<TRow> column)
    {
        _columns.Add(column);
        StateHasChanged();
    }

    internal void Remove(Column<TRow> column) => _columns.Remove(column);

    protected override async Task OnInitializedAsync()
    {
        Nav.LocationChanged += OnLocationChanged;
        _path = PathOf(Nav.Uri);
        _query = ReadQuery(Nav.Uri);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        if (_loadingNow is not null)
            await _loadingNow.CancelAsync();
        using var mine = _loadingNow = new CancellationTokenSource();
        (_loading, _failed) = (true, false);
        StateHasChanged();
        try
        {
            var page = await Load(_query, mine.Token);
            if (!mine.IsCancellationRequested)
                _page = page;
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            return; // A newer question overtook this one.
        }
        catch (Exception e) when (e is not AccessDenied)
        {
            Log.LogError(e, "A list could not be loaded");
            _failed = true;
        }
        if (ReferenceEquals(_loadingNow, mine))
        {
            (_loading, _loadingNow) = (false, null);
            StateHasChanged();
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        var asked = ReadQuery(e.Location);
        if (!SamePage(e.Location) || Same(asked, _query))
            return;
        _query = asked;
        _ = InvokeAsync(LoadAsync);
    }

    private bool SamePage(string location) => string.Equals(PathOf(location), _path, StringComparison.Ordinal);

    private static string PathOf(string uri) => uri.Split('?', '#')[0];

    private static bool Same(PageQuery a, PageQuery b) =>
        Equals(a with { Filters = b.Filters }, b) && a.Filters.Count == b.Filters.Count && a.Filters.All(f => string.Equals(b.Filter(f.Key), f.Value, StringComparison.Ordinal));

    private PageQuery ReadQuery(string uri)
    {
        var values = QueryText.Read(uri).Where(v => v.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(v => v.Key[Prefix.Length..], v => v.Value, StringComparer.Ordinal);
        values.Remove("cursor", out var cursor);
        values.Remove("q", out var search);
        values.Remove("sort", out var sort);
        return new PageQuery { Cursor = cursor, Search = search, Sort = sort, Size = PageSize, Filters = values };
    }

    private Task SearchAsync(string? text) => NavigateAsync(new(StringComparer.Ordinal) { ["q"] = string.IsNullOrWhiteSpace(text) ? null : text.Trim(), ["cursor"] = null });

    private Task SortAsync(string key) => NavigateAsync(new(StringComparer.Ordinal) { ["sort"] = IsSort(key) ? "-" + key : key, ["cursor"] = null });

    private Task GoAsync(string? cursor) => NavigateAsync(new(StringComparer.Ordinal) { ["cursor"] = cursor });

    private Task ClearFiltersAsync()
    {
        var cleared = _offered.ToDictionary(k => k, string? (_) => null, StringComparer.Ordinal);
        cleared["q"] = cleared["cursor"] = null;
        return NavigateAsync(cleared);
    }

    private Task NavigateAsync(Dictionary<string, string?> changes)
    {
        var named = changes.ToDictionary(c => Prefix + c.Key, object? (c) => c.Value, StringComparer.Ordinal);
        Nav.NavigateTo(Nav.GetUriWithQueryParameters(named), replace: true);
        return Task.CompletedTask;
    }

    private string? AriaSort(Column<TRow> column) => column.Sort is null ? null
        : IsSort(column.Sort) ? "ascending" : IsSort("-" + column.Sort) ? "descending" : "none";

    private bool IsSort(string key) => string.Equals(_query.Sort, key, StringComparison.Ordinal);

    private string SortIcon(Column<TRow> column) => AriaSort(column) switch
    {
        "ascending" => MudBlazor.Icons.Material.Outlined.ArrowUpward,
        "descending" => MudBlazor.Icons.Material.Outlined.ArrowDownward,
        _ => MudBlazor.Icons.Material.Outlined.UnfoldMore,
    };

    private object KeyOf(TRow row) => RowKey?.Invoke(row) ?? (object?)row ?? this;

    private static RenderFragment? Cell(Column<TRow> column, TRow row) => column.ChildContent?.Invoke(row);

    public void Dispose()
    {
        Nav.LocationChanged -= OnLocationChanged;
        _loadingNow?.Cancel();
    }
}
