using System.Globalization;
using Mabarra.CaseManager.Administration.Backups;
using Mabarra.CaseManager.Data.Jobs;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Administration.Pages;

/// <summary>What there is, a copy now, examining one, and how to restore.</summary>
public sealed partial class BackupsPage
{
    private readonly CancellationTokenSource _left = new();
    private readonly Dictionary<string, string?> _examined = new(StringComparer.Ordinal);
    private IReadOnlyList<BackupRow>? _rows;
    private CancellationTokenSource? _running;
    private (Tone Tone, string Text, string? Next)? _message;
    private string? _nightFailure;
    private string? _examining;
    private string _folder = "";
    private string _at = "";
    private int _days;

    [Inject] private BackupService Backups { get; set; } = null!;

    [Inject] private JobTurns Turns { get; set; } = null!;

    [Inject] private CurrentActor Actor { get; set; } = null!;

    [Inject] private IOptions<BackupOptions> Options { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    public void Dispose()
    {
        // A copy that was begun is finished though its page is closed; only the button stops it.
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _folder = Path.GetFullPath(Backups.Folder);
        _at = Options.Value.At.ToString("HH:mm", CultureInfo.InvariantCulture);
        _days = Options.Value.KeepDays;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var act = await Actor.ActAsync();
        _rows = await Task.Run(() => Backups.List(act), _left.Token);
        _nightFailure = (await Turns.FindAsync(BackupService.Job, _left.Token))?.Failure;
    }

    private async Task StartAsync()
    {
        var act = await Actor.ActAsync();
        act.Require(BackupService.Permission);
        _running = new CancellationTokenSource();
        _message = null;
        _ = RunAsync(act, _running);
    }

    private async Task RunAsync(Act act, CancellationTokenSource mine)
    {
        try
        {
            var made = await Backups.RunAsync(act, null, mine.Token);
            _message = (Tone.Good, T["backups.made", made.Name], null);
        }
        catch (OperationCanceledException)
        {
            _message = (Tone.Warn, T["backups.cancelled"], null);
        }
        catch (Exception e)
        {
            _message = (Tone.Bad, T["backups.failed", e.Message], T["backups.failed.next"]);
        }

        _running = null;
        mine.Dispose();
        if (!_left.IsCancellationRequested)
            await InvokeAsync(ShowAsync);
    }

    private async Task ShowAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private Task StopAsync() => _running?.CancelAsync() ?? Task.CompletedTask;

    private async Task ExamineAsync(BackupRow row)
    {
        _examining = row.Name;
        _examined[row.Name] = await Backups.VerifyAsync(await Actor.ActAsync(), row.Name, _left.Token);
        _examining = null;
    }

    private string State(BackupRow row) =>
        Why(row) is not null ? T["backups.wrong"] : _examined.ContainsKey(row.Name) ? T["backups.sound"] : T["backups.unexamined"];

    private Tone StateTone(BackupRow row) => Why(row) is not null ? Tone.Bad : _examined.ContainsKey(row.Name) ? Tone.Good : Tone.Neutral;

    private string? Why(BackupRow row) => row.Wrong is { } wrong ? T["backups.wrong." + wrong] : _examined.GetValueOrDefault(row.Name);

    private string Age(DateTime madeAt)
    {
        var age = Clock.Now - madeAt;
        if (age < TimeSpan.FromHours(1))
            return T["backups.age.new"];
        return age < TimeSpan.FromDays(1) ? Plural.Of(T["backups.age.hours"], (int)age.TotalHours) : Plural.Of(T["backups.age.days"], (int)age.TotalDays);
    }

    private static string Size(long bytes) => bytes < 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes >> 10)} KiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.0} MiB");
}
