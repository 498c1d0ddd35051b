using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Administration.Settings.Pages;

/// <summary>How numbers are written, with the next one as it would look.</summary>
public sealed partial class NumbersPage
{
    private readonly FormErrors _errors = new();
    private SettingGroup? _group;
    private Dictionary<string, NumberForm> _forms = [];
    private IReadOnlyDictionary<string, string> _next = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyList<Choice<NumberRestart>> _restarts = [];
    private string? _said;
    private bool _stale;

    protected override Task OnInitializedAsync()
    {
        _restarts = [.. Enum.GetValues<NumberRestart>().Where(r => r != NumberRestart.Day).Select(r => new Choice<NumberRestart>(r, T[$"number.restart.{r}"]))];
        return LoadAsync(keep: false);
    }

    private async Task LoadAsync(bool keep)
    {
        var group = await Queries.GroupAsync(await Actor.ActAsync(), NumberSeries.Group, CancellationToken.None);
        if (!keep)
            _forms = NumberSeries.All.ToDictionary(s => s.Name, s => NumberForm.Of(s.Of(group.Values)), StringComparer.Ordinal);
        _group = group;
        await ForeseeAsync();
    }

    private Task ChangeAsync(Action change)
    {
        change();
        return ForeseeAsync();
    }

    private async Task ForeseeAsync()
    {
        var formats = _forms.ToDictionary(f => f.Key, f => new NumberFormat(f.Value.Prefix?.Trim().ToUpperInvariant() ?? "", f.Value.Digits ?? 0, f.Value.Restart), StringComparer.Ordinal);
        _next = await Numbers.NextAsync(await Actor.ActAsync(), formats, CancellationToken.None);
    }

    private async Task SaveAsync()
    {
        try
        {
            if (!await _errors.TryAsync(async () => await Service.SaveAsync(await Actor.ActAsync(), _group!.Stamp, _forms)))
                return;
            (_said, _stale) = (T["saved"], false);
            await LoadAsync(keep: false);
        }
        catch (StaleRecord)
        {
            // What was typed stays; the history below shows what somebody else saved.
            (_said, _stale) = (T["stale"], true);
            await LoadAsync(keep: true);
        }
    }

    /// <summary><c>number/request/prefix</c>.</summary>
    private string NameOf(SettingChange change) =>
        change.Label?.Split('/') is [_, var series, var part] ? $"{T[$"number.{series}"]}: {T[$"number.{part}"]}" : change.Label ?? "";
}
