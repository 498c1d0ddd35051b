using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Administration.Settings.Pages;

/// <summary>What is being typed about a line of a list.</summary>
public sealed class ListItemDraft
{
    /// <summary>The line being renamed; null for a new one.</summary>
    public string? Code { get; init; }

    public Guid Stamp { get; set; }

    /// <summary>The new line's key: sent twice, it makes one.</summary>
    public Guid Key { get; init; } = Guid.CreateVersion7();

    public string? NameAr { get; set; }

    public string? NameEn { get; set; }
}

/// <summary>The lists, one at a time; which one stands in the address.</summary>
public sealed partial class ListsPage
{
    private readonly FormErrors _moving = new();
    private FormErrors _errors = new();
    private IReadOnlyList<ListRow>? _rows;
    private ListItemDraft? _edit;
    private IDisposable? _watch;
    private string? _said;
    private bool _stale;

    [SupplyParameterFromQuery(Name = "list")] public string? ListKey { get; set; }

    [Inject] private ListQueries Queries { get; set; } = null!;

    [Inject] private ListService Service { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private LiveChanges Live { get; set; } = null!;

    [Inject] private RuleTexts Rules { get; set; } = null!;

    [Inject] private IStringLocalizer<SettingsText> T { get; set; } = null!;

    private string Shown => Queries.Keys.FirstOrDefault(k => string.Equals(k, ListKey, StringComparison.Ordinal)) ?? Queries.Keys[0];

    protected override void OnInitialized() => _watch = Live.Watch(() => _ = InvokeAsync(RefreshAsync), [.. typeof(ListItem).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ListItem)))]);

    protected override async Task OnParametersSetAsync()
    {
        (_said, _rows) = (null, null);
        Close();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var shown = Shown;
        var rows = await Queries.RowsAsync(await Actor.ActAsync(), shown, CancellationToken.None);
        if (string.Equals(shown, Shown, StringComparison.Ordinal))
            _rows = rows;
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private void Add() => (_edit, _errors) = (new ListItemDraft(), new FormErrors());

    private void Edit(ListRow row) => (_edit, _errors) = (new ListItemDraft { Code = row.Code, Stamp = row.Stamp, NameAr = row.NameAr, NameEn = row.NameEn }, new FormErrors());

    private void Close() => _edit = null;

    private async Task SaveAsync()
    {
        var draft = _edit!;
        var form = new ListItemForm { NameAr = draft.NameAr, NameEn = draft.NameEn };
        if (await RunAsync(_errors, act => draft.Code is null ? Service.AddAsync(act, draft.Key, Shown, form) : Service.RenameAsync(act, Shown, draft.Code, draft.Stamp, form)))
            Close();
        else if (_stale && _rows?.FirstOrDefault(r => string.Equals(r.Code, draft.Code, StringComparison.Ordinal)) is { } now)
            draft.Stamp = now.Stamp;
    }

    private Task<bool> MoveAsync(ListRow row, bool up) => RunAsync(_moving, act => Service.MoveAsync(act, Shown, row.Code, row.Stamp, up));

    private Task<bool> SetActiveAsync(ListRow row) => RunAsync(_moving, act => Service.SetActiveAsync(act, Shown, row.Code, row.Stamp, !row.IsActive));

    private async Task<bool> RunAsync(FormErrors errors, Func<Act, Task> run)
    {
        (_said, _stale) = (null, false);
        var done = false;
        try
        {
            done = await errors.TryAsync(async () => await run(await Actor.ActAsync()));
            if (done)
                _said = T["saved"];
        }
        catch (StaleRecord)
        {
            // What was typed stays; the list shows what somebody else saved, and saving again is a new decision.
            (_said, _stale) = (T["stale"], true);
        }

        await LoadAsync();
        return done;
    }

    public void Dispose() => _watch?.Dispose();
}
