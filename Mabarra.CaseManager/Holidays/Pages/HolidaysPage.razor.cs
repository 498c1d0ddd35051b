using System.Globalization;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;

namespace Mabarra.CaseManager.Holidays.Pages;

/// <summary>The days off of one year. Changing one shows in its place in the list, and afterwards says how many open requests moved (ت-٦).</summary>
public sealed partial class HolidaysPage
{
    /// <summary>Before this the association kept no requests here.</summary>
    private const int FirstYear = 2020;
    private const int YearsAhead = 5;

    private FormErrors _errors = new();
    private HolidayDraft? _draft;
    private bool _removing;
    private bool _isStale;
    private string? _said;
    private IReadOnlyList<HolidayRow>? _rows;
    private IReadOnlyList<WorkWeek> _weeks = [];
    private bool _mayEdit;
    private readonly CancellationTokenSource _left = new();
    private CancellationTokenSource? _foreseeing;
    private HolidayPreview? _preview;
    private bool _isNewPreview;
    private int _foreseen;
    private int _moved;
    private bool _mayEditPast;
    private IDisposable? _watch;

    /// <summary>Gregorian; the current one when left out.</summary>
    [SupplyParameterFromQuery(Name = "year")] public int? Year { get; set; }

    private int LastYear => Clock.Today.Year + YearsAhead;

    private int ShownYear => Math.Clamp(Year ?? Clock.Today.Year, FirstYear, LastYear);

    protected override void OnInitialized() => _watch = Live.Watch(() => _ = InvokeAsync(RefreshAsync), typeof(Holiday));

    protected override async Task OnParametersSetAsync()
    {
        var act = await Actor.ActAsync();
        (_mayEdit, _mayEditPast) = (act.Actor.May(HolidaysModule.EditPermission), act.Actor.May(HolidaysModule.EditPastPermission));
        _weeks = await Holidays.WeeksAsync(act, CancellationToken.None);
        await LoadAsync(act);
    }

    private async Task LoadAsync(Act act)
    {
        var year = ShownYear;
        var rows = await Holidays.OfYearAsync(act, year, CancellationToken.None);
        if (year == ShownYear)
            _rows = rows;
    }

    private async Task RefreshAsync()
    {
        await LoadAsync(await Actor.ActAsync());
        StateHasChanged();
    }

    private void Go(int year)
    {
        Close();
        Nav.NavigateTo(Nav.GetUriWithQueryParameter("year", year), replace: true);
    }

    private void Add() => Open(new HolidayDraft(), removing: false);

    private void Change(HolidayRow row) => Open(HolidayDraft.Of(row), removing: false);

    private void Remove(HolidayRow row) => Open(HolidayDraft.Of(row), removing: true);

    private void Open(HolidayDraft draft, bool removing) => (_draft, _removing, _isStale, _said, _errors, _preview, _isNewPreview, _moved) = (draft, removing, false, null, new FormErrors(), null, false, 0);

    private void Close() => (_draft, _isStale, _preview, _isNewPreview) = (null, false, null, false);

    /// <summary>Shows first what would move; nothing is saved (PEERS.md 23). Off the circuit's thread, so that the page answers and the person may stop it.</summary>
    private async Task ForeseeAsync()
    {
        var draft = _draft!;
        using var mine = _foreseeing = CancellationTokenSource.CreateLinkedTokenSource(_left.Token);
        (_preview, _foreseen) = (null, 0);
        var progress = new Progress<int>(count =>
        {
            _foreseen = count;
            _ = InvokeAsync(StateHasChanged);
        });
        try
        {
            var act = await ActAsync(draft);
            await _errors.TryAsync(async () => _preview = await Task.Run(() => Simulator.ForeseeAsync(act, draft.ToPlan(_removing), progress, mine.Token), mine.Token));
        }
        catch (StaleRecord)
        {
            await TakeNewVersionAsync(draft);
        }
        catch (OperationCanceledException)
        {
            // Stopped by the person: the form stands as it was.
        }
        finally
        {
            _foreseeing = null;
        }
    }

    private Task StopAsync() => _foreseeing?.CancelAsync() ?? Task.CompletedTask;

    /// <summary>Does exactly what the preview showed; when other requests would move by now, the person sees the new preview instead.</summary>
    private async Task ApplyAsync()
    {
        var (draft, preview) = (_draft!, _preview!);
        try
        {
            var act = await ActAsync(draft);
            if (await _errors.TryAsync(async () => _moved = await Task.Run(() => Service.ApplyAsync(act, draft.ToPlan(_removing), preview.Fingerprint, _left.Token), _left.Token)))
                await SayAsync(draft);
            else if (_errors.General.Any(b => string.Equals(b.Code, HolidayService.PreviewChanged, StringComparison.Ordinal)))
                await ForeseeAgainAsync();
            else
                _preview = null;
        }
        catch (StaleRecord)
        {
            _preview = null;
            await TakeNewVersionAsync(draft);
        }
    }

    private async Task ForeseeAgainAsync()
    {
        _errors = new FormErrors();
        await ForeseeAsync();
        _isNewPreview = true;
    }

    private async Task SayAsync(HolidayDraft draft)
    {
        var done = T[draft.Row is null ? "done.added" : _removing ? "done.removed" : "done.changed"];
        _said = $"{done} {(_moved == 0 ? T["moved.none"] : Plural.Of(T["moved.count"], _moved))}";
        Close();
        await LoadAsync(await Actor.ActAsync());
    }

    private async Task<Act> ActAsync(HolidayDraft draft) => await Actor.ActAsync(CleanText.IsBlank(draft.Why) ? null : draft.Why);

    /// <summary>Somebody else changed the day meanwhile: the list shows it, what was typed stays, and saving again is a new decision.</summary>
    private async Task TakeNewVersionAsync(HolidayDraft draft)
    {
        await LoadAsync(await Actor.ActAsync());
        if (_rows?.FirstOrDefault(r => r.Id == draft.Row?.Id) is { } now)
            _draft = new HolidayDraft { Row = now, On = draft.On, NameAr = draft.NameAr, NameEn = draft.NameEn, Through = draft.Through, Kind = draft.Kind, SourceRef = draft.SourceRef, Why = draft.Why };
        _isStale = true;
    }

    private static string NameOf(HolidayRow row) => AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? row.NameAr : row.NameEn;

    private static string Days(Func<DayOfWeek, bool> wanted) =>
        Enumeration.Of(Enum.GetValues<DayOfWeek>().Where(wanted).Select(d => DateText.DayName(d, CultureInfo.CurrentUICulture)));

    public void Dispose()
    {
        _watch?.Dispose();
        _left.Cancel();
        _left.Dispose();
    }
}
