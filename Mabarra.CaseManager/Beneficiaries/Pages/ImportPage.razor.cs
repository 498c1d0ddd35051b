using System.Globalization;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Staff.Confirming;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Beneficiaries.Pages;

/// <summary>One import: how far it is, what was found in its rows, and what somebody decides.</summary>
public sealed partial class ImportPage : IDisposable
{
    /// <summary>However quickly batches follow one another, the page is read no more often than this.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _gone = new();
    private readonly FormErrors _errors = new();
    private IReadOnlyList<Choice<string>> _states = [];
    private PagedList<ImportRowView>? _list;
    private ImportDetail? _detail;
    private IDisposable? _watch;
    private Throttle? _throttle;
    private bool _isStale;
    private bool _hasRows;
    private bool _decides;

    [Parameter] public Guid Id { get; set; }

    [Inject] private ImportService Service { get; set; } = null!;

    [Inject] private ImportQueries Imports { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private SamePerson Person { get; set; } = null!;

    [Inject] private Confirm Confirm { get; set; } = null!;

    [Inject] private LiveChanges Live { get; set; } = null!;

    [Inject] private NavigationManager Nav { get; set; } = null!;

    [Inject] private UiScript Script { get; set; } = null!;

    [Inject] private RuleTexts Rules { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Inject] private IStringLocalizer<ImportText> T { get; set; } = null!;

    [Inject] private IStringLocalizer<BeneficiariesText> Files { get; set; } = null!;

    public void Dispose()
    {
        _watch?.Dispose();
        _throttle?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnInitialized()
    {
        _states = [.. Enum.GetValues<ImportRowState>().Select(s => new Choice<string>(s.ToString(), T[$"filter.{s}"]))];
        _throttle = new Throttle(Clock, Gap, () => _ = InvokeAsync(RefreshAsync));
        _watch = Live.Watch(_throttle.Ask, typeof(RegistryImport), typeof(ImportProgress));
    }

    protected override async Task OnParametersSetAsync()
    {
        await ReadAsync();
        if (_detail is null)
            Nav.NotFound();
    }

    private async Task ReadAsync()
    {
        _detail = await Imports.OpenAsync(await Actor.ActAsync(), Id, _gone.Token);
        var status = _detail?.Import.Status;
        _decides = status is ImportStatus.Checked or ImportStatus.Stopped;
        _hasRows = _decides || (status == ImportStatus.Done && _detail!.Broken + _detail.Undecided > 0);
    }

    private async Task RefreshAsync()
    {
        if (_gone.IsCancellationRequested)
            return;
        await ReadAsync();
        StateHasChanged();
    }

    private async Task<Page<ImportRowView>> LoadAsync(PageQuery query, CancellationToken cancel) => await Imports.RowsAsync(await Actor.ActAsync(), Id, query, cancel);

    private async Task ApplyAsync(BrokenRows? broken)
    {
        _isStale = false;
        try
        {
            var version = _detail!.Import.Version;
            await _errors.TryAsync(() => Person.RunAsync(async () => await Service.ApplyAsync(await Actor.ActAsync(), Id, version, broken, _gone.Token)));
        }
        catch (StaleRecord)
        {
            _isStale = true;
        }
        await RefreshAsync();
    }

    /// <summary>While rows are looked at nothing is there to keep, so stopping throws away.</summary>
    private Task StopAsync() => _detail!.Import.Status == ImportStatus.Checking
        ? DiscardAsync()
        : ActAsync(act => Service.StopAsync(act, Id, _gone.Token));

    private Task RecheckAsync() => ActAsync(act => Service.RecheckAsync(act, Id, _gone.Token));

    private async Task DiscardAsync()
    {
        var answer = await Confirm.AskAsync(new Question { Title = T["discard.title"], Text = T["discard.ask"], Action = T["discard"], Danger = true });
        if (answer.Yes)
            await ActAsync(act => Service.DiscardAsync(act, Id, _gone.Token));
    }

    private Task ChooseRestAsync(bool take) => ChosenAsync(act => Service.ChooseRestAsync(act, Id, take, _gone.Token));

    private Task ChooseAsync(int row, bool take) => ChosenAsync(act => Service.ChooseAsync(act, Id, row, take, _gone.Token));

    private async Task ChosenAsync(Func<Act, Task> act)
    {
        await ActAsync(act);
        if (_list is not null)
            await _list.RefreshAsync();
    }

    private async Task ActAsync(Func<Act, Task> act)
    {
        await _errors.TryAsync(async () => await act(await Actor.ActAsync()));
        await RefreshAsync();
    }

    private async Task DownloadAsync()
    {
        using var file = new MemoryStream();
        var (act, culture) = (await Actor.ActAsync(), CultureInfo.CurrentUICulture);
        await Task.Run(() => ImportErrors.WriteAsync(file, Imports, act, Id, Rules.For, culture, _gone.Token), _gone.Token);
        file.Position = 0;
        await Script.DownloadAsync($"{T["errors.file"]}.xlsx", file, _gone.Token);
    }

    private static Breach? Problem(RegistryImport import) => import.Problem?.Split('|') is [var code, .. var args] ? new Breach(code, null, args) : null;

    private string StateText(ImportRowView row) => (row.State, row.Take) switch
    {
        (ImportRowState.Warned, true) => T["taken"],
        (ImportRowState.Warned, false) => T["left"],
        _ => T[$"state.{row.State}"],
    };

    private static Tone StateTone(ImportRowView row) => (row.State, row.Take) switch
    {
        (ImportRowState.Broken, _) => Tone.Bad,
        (ImportRowState.Warned, null) => Tone.Warn,
        (ImportRowState.Warned, false) => Tone.Neutral,
        _ => Tone.Good,
    };
}
