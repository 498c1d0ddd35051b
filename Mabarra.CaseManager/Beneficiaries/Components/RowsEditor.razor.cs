using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Beneficiaries.Components;

/// <summary>Adding, changing and taking off the rows of one part of a file, in place. A stale save loses nothing typed: the rows show what is saved now.</summary>
public sealed partial class RowsEditor<TRow, TForm>
{
    private readonly FormErrors _errors = new();
    private Guid? _open;
    private bool _isStale;
    private string? _focus;
    private RowDraft<TForm> _draft = new();
    private DraftKeeper<RowDraft<TForm>>? _keeper;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter, EditorRequired] public string AddText { get; set; } = "";

    [Parameter, EditorRequired] public string EmptyText { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<TRow> Rows { get; set; } = [];

    [Parameter, EditorRequired] public Func<TRow, Guid> KeyOf { get; set; } = null!;

    [Parameter, EditorRequired] public Func<TRow, Guid> VersionOf { get; set; } = null!;

    /// <summary>What a row is called in the labels of its buttons.</summary>
    [Parameter, EditorRequired] public Func<TRow, string> NameOf { get; set; } = null!;

    [Parameter, EditorRequired] public Func<TRow, TForm> ToForm { get; set; } = null!;

    [Parameter, EditorRequired] public RenderFragment<TRow> Line { get; set; } = null!;

    [Parameter, EditorRequired] public RenderFragment<TForm> Fields { get; set; } = null!;

    [Parameter, EditorRequired] public Func<Act, Guid, TForm, Task> Add { get; set; } = null!;

    [Parameter, EditorRequired] public Func<Act, Guid, Guid, TForm, Task> Change { get; set; } = null!;

    /// <summary>Left out where rows stay.</summary>
    [Parameter] public Func<Act, Guid, Guid, Task>? Remove { get; set; }

    /// <summary>Rows are added and ended, never changed.</summary>
    [Parameter] public bool Fixed { get; set; }

    /// <summary>There is one row at most.</summary>
    [Parameter] public bool Single { get; set; }

    /// <summary>Something was saved: the panel reads its rows again.</summary>
    [Parameter, EditorRequired] public EventCallback Changed { get; set; }

    /// <summary>Names the drafts.</summary>
    [Parameter, EditorRequired] public string DraftKey { get; set; } = "";

    /// <summary>Id of the field that takes the focus.</summary>
    [Parameter, EditorRequired] public string FirstField { get; set; } = "";

    [Parameter] public string RemoveKey { get; set; } = "rows.remove";

    [Parameter] public Func<TRow, bool> Editable { get; set; } = _ => true;

    [Parameter] public bool MayEdit { get; set; }

    private string AddId => $"{FirstField}-add";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is not { } wanted)
            return;
        _focus = null;
        await Script.FocusAsync(wanted);
    }

    private void Open(Guid row, RowDraft<TForm> draft)
    {
        _errors.Clear();
        (_open, _draft, _isStale, _focus) = (row, draft, false, FirstField);
    }

    private async Task SaveAsync()
    {
        var (row, draft) = (_open!.Value, _draft);
        if (!await RunAsync(act => row == Guid.Empty ? Add(act, draft.Key, draft.Form) : Change(act, row, draft.Version, draft.Form)))
        {
            if (_isStale && Rows.FirstOrDefault(r => KeyOf(r) == row) is { } now)
                _draft = draft with { Version = VersionOf(now) };
            return;
        }

        await CloseAsync();
    }

    private Task CancelAsync() => CloseAsync();

    private async Task CloseAsync()
    {
        if (_keeper is not null)
            await _keeper.ClearAsync();
        (_open, _focus) = (null, AddId);
    }

    private async Task RemoveAsync(TRow row) => await RunAsync(act => Remove!(act, KeyOf(row), VersionOf(row)));

    private async Task<bool> RunAsync(Func<Act, Task> act)
    {
        _isStale = false;
        try
        {
            if (!await _errors.TryAsync(async () => await act(await Actor.ActAsync())))
                return false;
        }
        catch (StaleRecord)
        {
            _isStale = true;
        }

        await Changed.InvokeAsync();
        return !_isStale;
    }
}
